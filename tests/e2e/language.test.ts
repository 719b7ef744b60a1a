import { describe, expect, test } from 'vitest';
import titles from '../../assets/courses/translations/ja.json' with { type: 'json' };
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t, textsIn } from '../texts.ts';
import { click, named, nth, seen, type Target, untilSeen, within } from './by-role.ts';
import { chooseFile } from './library-sheet.ts';
import { openFolds, untilCourse } from './panel-parts.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const ja = await textsIn('ja');
const pathway = titles['community-learning-pathway'];
/** A region by its Japanese name. */
const regionOf = (key: string): Target => named('region', ja.t(key));
/** A checkbox of the shown section's objectives. */
const BOXES = within(regionOf('objectives.then'), named('checkbox'));

const languageOf = (panel: Panel) => panel.evaluate(() => document.documentElement.lang);
/** Waits until the panel shows that this many of the four objectives are ticked. */
const untilTicked = (panel: Panel, ticked: number, say = ja.t) =>
  untilRegionShows(panel, say('objectives.all'), say('progressTotal', [ticked, 4]));
/** Opens a view from the Japanese menu. */
async function openView(panel: Panel, key: string): Promise<void> {
  await click(panel, within(named('banner'), named('button', ja.t('header.menu'))));
  await click(panel, named('button', ja.t(key)));
}

describe('in a Japanese browser', () => {
  const session = useSession({ language: 'ja' });

  test('the panel is in Japanese, and so is the course', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, pathway.sections.programs);
    await untilRegionShows(panel, ja.t('resources.title'), pathway.resources['education-program']);
    await click(panel, nth(within(regionOf('course.sections'), named('button')), 0));
    await untilRegionShows(panel, ja.t('course.sections'), pathway.sections['join-us']);
    expect(await languageOf(panel)).toBe('ja');
    await untilCourse(panel, pathway.title);
    const names = (await seen(panel, named('region'))).map(({ name }) => name);
    for (const key of ['here.title', 'resources.title', 'objectives.then', 'objectives.all'])
      expect(names).toContain(ja.t(key));
    await untilSeen(panel, named('banner'), ({ text }) => text.includes(ja.t('here.section', [3, 5])));
    await untilTicked(panel, 0);
    expect((await seen(panel, BOXES))[0]?.name).toBe(pathway.objectives['team-programs']);
    await openView(panel, 'settings.title');
    await untilSeen(panel, named('combobox', ja.t('audience')));
    const audiences = await panel.evaluate((name) => {
      const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name);
      return [...((label?.control as HTMLSelectElement)?.options ?? [])].map(({ text }) => text);
    }, ja.t('audience'));
    expect(audiences).toEqual(Object.values(pathway.audiences));
    await panel.close();
    await page.close();
  });

  test('progress keeps its items, and the history formats dates in the Japanese way', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await click(
      panel,
      within(regionOf('objectives.then'), named('checkbox', pathway.objectives['team-programs'])),
    );
    await untilTicked(panel, 1);
    await openView(panel, 'settings.title');
    await untilSeen(panel, regionOf('history.title'));
    await openFolds(panel);
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
    await openView(panel, 'header.courses');
    await untilSeen(panel, regionOf('library.yours'));
    const { edition: _, ...pack } = libraryPack({ id: 'harm', address: 'http://example.org/' });
    await chooseFile(panel, 'harm.json', JSON.stringify({ ...pack, html: '<b>' }));
    const lines = within(named('dialog'), within(named('status'), named('listitem')));
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
    await untilSection(panel, SECTIONS.programs);
    expect(await languageOf(panel)).toBe('en');
    await untilCourse(panel, 'Community Learning Pathway');
    await untilSeen(panel, named('banner'), ({ text }) => text.includes(t('here.section', [3, 5])));
    await untilTicked(panel, 0, t);
    await panel.close();
    await page.close();
  });
});
