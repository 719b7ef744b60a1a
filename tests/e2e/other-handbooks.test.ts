import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openScreen, type Screen } from '../browsers/screen.ts';
import { GUIDE, GUIDE_PAGES } from '../fixtures/plain-pages.ts';
import { t } from '../texts.ts';
import { allow, giveAddress, openSettings, untilSaid } from './add-handbook.ts';
import { button, click, region, untilSeen, within } from './by-role.ts';
import { boxOf, tick, untilCourse } from './panel-parts.ts';
import {
  HANDBOOK,
  objectivesIn,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const HOST = 'https://guild.example';
const ROOT = `${HOST}${GUIDE}`;
const TRANSLATION = 'https://gl-handbook-ja.page/handbook/';

/** What the browser has registered for added handbooks. */
const traces = async () => ({
  scripts: (await chrome.scripting.getRegisteredContentScripts())
    .flatMap(({ matches = [] }) => matches)
    .sort(),
  origins: ((await chrome.permissions.getAll()).origins ?? []).filter((each) => !each.includes('gitlab.com')),
  kept: (await chrome.storage.local.get('handbooks')).handbooks,
});

describe('another handbook', () => {
  let screen: Screen | undefined;
  const isChromium = inject('browserName') === 'chromium';
  beforeAll(async () => {
    screen = isChromium ? await openScreen() : undefined;
  });
  afterAll(() => screen?.close());
  const session = useSession({
    headless: !isChromium,
    prefs: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  beforeEach(() => {
    for (const [path, html] of Object.entries(GUIDE_PAGES)) session.server.setPage(path, html);
  });

  test('is added by its address, read at once, followed as a course, and removed without a trace', async () => {
    const { reader } = session;
    const page = await reader.newPage(ROOT);
    const panel = await reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
    await openSettings(panel);
    await giveAddress(panel, 'guild.example/guide');
    await allow(reader, panel, screen);
    await untilSaid(panel, t('handbooks.added', [ROOT]));
    // An address inside a known handbook isn't a new one, and a pattern isn't an address.
    await giveAddress(panel, `${ROOT}oven/`);
    await untilSaid(panel, t('handbooks.known', [`${ROOT}oven/`]));
    await giveAddress(panel, 'guild.example/*');
    await untilSaid(panel, t('handbooks.unfit'));
    await panel.press('Escape');

    // The page that was already open is read as a course.
    await untilRegionShows(panel, t('here.title'), t('living.reads'));
    await click(panel, within(region('here.title'), button('living.follow')));
    await untilRegionShows(panel, t('here.title'), t('library.objectives', 3));
    await click(panel, within(region('here.title'), button('living.followNow')));
    await untilCourse(panel, 'Training for apprentices');
    expect((await objectivesIn(panel)).map(({ text }) => text)).toEqual([
      'Knead a dough by hand',
      'Keep an oven at its heat',
      'Sell bread with a smile',
    ]);

    // Its pages show their sections, whether a page is a file or a folder, with the heading being read.
    await page.goto(`${ROOT}kneading.html#by-machine`);
    await untilSection(panel, 'Dough');
    await page.goto(`${ROOT}oven/index.html`);
    await untilSection(panel, 'Heat');
    await tick(panel, 'Keep an oven at its heat');
    session.server.setFault(`${GUIDE}flour/`, 'missing');
    await page.goto(`${ROOT}flour/`);
    const missing = await untilRegionShows(panel, t('here.title'), t('here.missing'));
    await untilSection(panel, 'Dough');
    expect(missing).not.toContain('handbook.gitlab.com');
    await page.goto(`${ROOT}stove/`);
    await expect.poll(() => page.url()).toBe(`${ROOT}oven/`);
    expect(await reader.evaluateInExtension(traces)).toEqual({
      scripts: [ROOT.slice(0, -1), `${ROOT}*`],
      origins: [`${HOST}/*`],
      kept: [ROOT],
    });

    await page.goto(`${ROOT}oven/`);
    await untilSection(panel, 'Heat');
    await openSettings(panel);
    await click(panel, within(region('handbooks.title'), button('actionsFor', ['guild.example/guide'])));
    await click(panel, within(region('handbooks.title'), button('handbooks.remove')));
    await untilSaid(panel, t('handbooks.removed', [ROOT]));
    await panel.press('Escape');
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
    await expect
      .poll(() => reader.evaluateInExtension(traces))
      .toEqual({ scripts: [], origins: [], kept: undefined });
    // The progress in the course is still there.
    await untilSeen(panel, boxOf('Keep an oven at its heat'), ({ checked }) => checked === true);
  });

  test('the Japanese translation shows the section of the original page', async () => {
    const { reader } = session;
    const page = await reader.newPage(`${TRANSLATION}company/stewardship/`);
    const panel = await reader.openPanel(page);
    await openSettings(panel);
    await giveAddress(panel, 'gl-handbook-ja.page');
    await allow(reader, panel, screen);
    await untilSaid(panel, t('handbooks.added', [`${new URL(TRANSLATION).origin}/`]));
    await panel.press('Escape');
    await untilSection(panel, SECTIONS.strategy);
    await page.goto(`${TRANSLATION}values/`);
    await untilSection(panel, SECTIONS.practices);
    await page.goto(`${RELATIONS}programs/education-program/`);
    await untilSection(panel, SECTIONS.programs);
  });

  test.each([
    ['nonsense', t('handbooks.unfit')],
    ['http://guild.example/guide', t('handbooks.unfit')],
    ['handbook.gitlab.com/handbook/values', t('handbooks.known', [`${HANDBOOK}values/`])],
  ])('%s is not added, and the settings say why', async (text, sentence) => {
    const page = await session.reader.newPage(ROOT);
    const panel = await session.reader.openPanel(page);
    await openSettings(panel);
    await giveAddress(panel, text);
    await untilSaid(panel, sentence);
  });
});
