import { describe, expect, test } from 'vitest';
import titles from '../../assets/courses/translations/ja.json' with { type: 'json' };
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t, textsIn } from '../texts.ts';
import { click, named, seen, type Target, untilSeen, within } from './by-role.ts';
import { chooseFile } from './library-sheet.ts';
import { untilCourse } from './panel-parts.ts';
import { RELATIONS, untilRegionShows, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const ja = await textsIn('ja');
const pathway = titles['community-learning-pathway'];
/** A region by its Japanese name. */
const regionOf = (key: string): Target => named('region', ja.t(key));
const BOXES = within(regionOf('objectives.all'), named('checkbox'));

const languageOf = (panel: Panel) => panel.evaluate(() => document.documentElement.lang);
const untilCount = (panel: Panel, count: string) =>
  untilSeen(panel, named('banner'), ({ text }) => text.includes(count));

describe('in a Japanese browser', () => {
  const session = useSession({ language: 'ja' });

  test('the panel is in Japanese, and so is the course', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, ja.t('here.title'), pathway.sections.programs);
    await untilRegionShows(panel, ja.t('resources.title'), pathway.resources['education-program']);
    await untilRegionShows(panel, ja.t('course.title'), pathway.sections['join-us']);
    expect(await languageOf(panel)).toBe('ja');
    await untilCourse(panel, pathway.title);
    const names = (await seen(panel, named('region'))).map(({ name }) => name);
    for (const key of ['here', 'objectives', 'resources', 'programs', 'course'])
      expect(names).toContain(ja.t(`${key}.title`));
    const audiences = await panel.evaluate(
      (name) =>
        [...document.querySelectorAll(`select[aria-label="${name}"] option`)].map(
          ({ textContent }) => textContent,
        ),
      ja.t('audience'),
    );
    expect(audiences).toEqual(Object.values(pathway.audiences));
    await untilCount(panel, ja.t('course.objectives', [0, 4]));
    expect((await seen(panel, BOXES))[0]?.name).toBe(pathway.objectives['team-programs']);
    await panel.close();
    await page.close();
  });

  test('progress keeps its items, and the history formats dates in the Japanese way', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await click(
      panel,
      within(regionOf('objectives.all'), named('checkbox', pathway.objectives['team-programs'])),
    );
    await untilCount(panel, ja.t('course.objectives', [1, 4]));
    await click(panel, within(named('banner'), named('button', ja.t('settings.title'))));
    const history = await untilRegionShows(
      panel,
      ja.t('history.title'),
      ja.t('history.ticked', [pathway.objectives['team-programs']]),
    );
    expect(history).toMatch(/\d{4}年\d{1,2}月\d{1,2}日[月火水木金土日]曜日/);
    await panel.close();
    await page.close();
  });

  test('errors in a course file are in Japanese', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await click(panel, within(regionOf('course.title'), named('button', ja.t('course.all'))));
    await untilSeen(panel, regionOf('library.import'));
    const { edition: _, ...pack } = libraryPack({ id: 'harm', address: 'http://example.org/' });
    await chooseFile(panel, 'harm.json', JSON.stringify({ ...pack, html: '<b>' }));
    const lines = within(regionOf('library.import'), named('listitem'));
    await untilSeen(panel, lines);
    const told = (await seen(panel, lines)).map(({ text }) => text);
    for (const [place, key] of [
      ['edition', 'missing'],
      ['address', 'link'],
      ['html', 'unknown'],
    ])
      expect(told).toContain(`${place}: ${ja.t(`library.refused.at.${key}`)}`);
    await panel.close();
    await page.close();
  });
});

describe.each(['de', 'en-GB'])('in a browser in another language, %s', (language) => {
  const session = useSession({ language });

  test('the panel is in English', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), 'GitLab’s community programs');
    expect(await languageOf(panel)).toBe('en');
    await untilCourse(panel, 'Community Learning Pathway');
    await untilCount(panel, t('course.objectives', [0, 4]));
    await panel.close();
    await page.close();
  });
});
