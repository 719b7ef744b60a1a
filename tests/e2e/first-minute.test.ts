import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { resourcesOf } from '../../courses/course.ts';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t } from '../texts.ts';
import {
  button,
  click,
  combobox,
  dialog,
  link,
  named,
  region,
  seen,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { importPack, openLibrary, pressInLibrary } from './library-sheet.ts';
import { CONTINUE, openSettings, tick, untilCourse, untilWritable } from './panel-parts.ts';
import {
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

/** A page that isn't part of a course. Any other would count as read after a while, which ends the welcome. */
const ENGINEERING = `${HANDBOOK}engineering/`;
const PROGRAM = `${RELATIONS}programs/education-program/`;
const INTRODUCTION = 'Introduction';
const OPEN_CORE = 'GitLab’s strategy & open core model';
const ONBOARDING = 'CSM Onboarding';
const WELCOME = region('welcome.title');
const audienceButton = (title: string) => within(WELCOME, named('button', title));

/** Returns the audience that the settings show. They stay open. */
async function chosenAudience(panel: Panel): Promise<string | undefined> {
  await openSettings(panel);
  return (await untilSeen(panel, within(dialog('settings.title'), combobox('audience')))).value;
}

describe('a new reader', () => {
  const session = useSession();

  test('starts at the beginning on the course page, wherever their first page was, and so does a reader who has deleted everything', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await page.goto(`${RELATIONS}community-pathway/`);
    const start = named('button', t('next.start', [INTRODUCTION]));
    await untilSeen(panel, start);
    await page.goto(`${HANDBOOK}values/`);
    await untilSection(panel, SECTIONS.practices);
    await tick(panel, 0);
    await page.goto(ENGINEERING);
    await untilSeen(panel, CONTINUE);
    await openSettings(panel);
    for (const key of ['startOver.deleteEverything', 'startOver.deleteNow']) await click(panel, button(key));
    await untilRegionShows(panel, t('startOver.title'), t('startOver.deleted'));
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    await untilSeen(panel, start);
  });

  test('learns what the panel does and is asked for their audience, once', async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    const welcome = await untilRegionShows(panel, t('welcome.title'), t('welcome.keeps'));
    expect(welcome).toContain(t('welcome.does'));
    // The course's first audience applies until another is chosen.
    await untilSeen(panel, audienceButton('Team member'), ({ pressed }) => pressed === true);
    await untilSeen(panel, audienceButton('Community member'), ({ pressed }) => pressed === false);
    await click(panel, audienceButton('Community member'));
    await untilGone(panel, WELCOME);
    expect(await chosenAudience(panel)).toBe('community-member');
    await session.reader.restart();
    const again = await session.reader.newPage(PROGRAM);
    const reopened = await session.reader.openPanel(again);
    await untilWritable(reopened);
    expect(await seen(reopened, WELCOME)).toEqual([]);
    expect(await chosenAudience(reopened)).toBe('community-member');
    await reopened.press('Escape');
    await untilGone(reopened, named('dialog'));
    // The welcome isn't shown again in another course.
    await openLibrary(reopened);
    await pressInLibrary(reopened, ONBOARDING);
    await untilCourse(reopened, ONBOARDING);
    await untilWritable(reopened);
    expect(await seen(reopened, WELCOME)).toEqual([]);
    const tabs = await session.reader.evaluateInExtension(async () => (await chrome.tabs.query({})).length);
    expect(tabs).toBeLessThanOrEqual(3);
    await again.close();
  });

  test('starts with the first section, which has only a video, and goes on to the first page', async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilSeen(panel, WELCOME);
    await click(panel, button('next.start', [INTRODUCTION]));
    await untilSection(panel, INTRODUCTION);
    // Nothing is opened: the section is shown next to the page.
    expect(page.url()).toBe(ENGINEERING);
    await untilSeen(panel, within(region('resources.title'), named('link')));
    await untilSeen(panel, button('next.tick'));
    await click(panel, button('next.sectionShort'));
    await untilSection(panel, SECTIONS.strategy);
    await click(panel, link('next.resource', [OPEN_CORE]));
    await untilCurrent(panel, OPEN_CORE);
    await untilSection(panel, SECTIONS.strategy);
    await expect.poll(() => new URL(page.url()).pathname).toBe('/handbook/company/stewardship/');
    await untilGone(panel, button('header.backToPage'));
    await page.close();
  });

  test('starts with the first section also if it has nothing but a video, and no objective', async () => {
    const [departments] = libraryPack().sections;
    if (!departments) throw new Error('the pack has no section');
    const videos = [{ title: 'A day with us', address: 'https://www.youtube.com/watch?v=abcdefghijk' }];
    const watch = { id: 'watch', title: 'Watch first', anchor: 'watch', resources: [], videos };
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilSeen(panel, WELCOME);
    await openLibrary(panel);
    const pack = libraryPack({ sections: [watch, { ...departments, resources: [] }] });
    await importPack(panel, pack);
    await pressInLibrary(panel, pack.title);
    await untilCourse(panel, pack.title);
    await click(panel, button('next.start', [watch.title]));
    await untilSection(panel, watch.title);
    await click(panel, button('next.section', [departments.title]));
    await untilSection(panel, departments.title);
    await page.close();
  });

  test('starts with the first page of a course whose first section has one', async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilSeen(panel, WELCOME);
    await openLibrary(panel);
    await pressInLibrary(panel, ONBOARDING);
    await untilCourse(panel, ONBOARDING);
    const [first] = resourcesOf(builtInCourses.find(({ title }) => title === ONBOARDING) ?? { sections: [] });
    const start = link('next.start', [first?.title ?? '']);
    expect((await untilSeen(panel, start)).href).toBe(first?.address);
    await click(panel, start);
    await untilCurrent(panel, first?.title ?? '');
    await expect.poll(() => page.url()).toBe(first?.address);
    await page.close();
  });
});
