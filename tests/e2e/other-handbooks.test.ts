import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openScreen, type Screen } from '../browsers/screen.ts';
import { GUIDE, GUIDE_PAGES } from '../fixtures/plain-pages.ts';
import { allow, giveAddress, openSettings, untilSaid } from './add-handbook.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const HOST = 'https://guild.example';
const ROOT = `${HOST}${GUIDE}`;
const TRANSLATION = 'https://gl-handbook-ja.page/handbook/';

/** What the browser knows of handbooks that were added. */
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
    keepsState: true,
    headless: !isChromium,
    prefs: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  beforeEach(() => {
    for (const [path, html] of Object.entries(GUIDE_PAGES)) session.server.setPage(path, html);
  });

  test('is added by its address, read at once, learned from as a course, and removed without a trace', async () => {
    const { reader } = session;
    const page = await reader.newPage(ROOT);
    const panel = await reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    await openSettings(panel);
    await giveAddress(panel, 'guild.example/guide');
    await allow(reader, panel, screen);
    await untilSaid(panel, `${ROOT} is read from now on`);
    // An address in one that is read is no other, and none is a pattern.
    await giveAddress(panel, `${ROOT}oven/`);
    await untilSaid(panel, 'is read already');
    await giveAddress(panel, 'guild.example/*');
    await untilSaid(panel, 'That is no address');
    await panel.press('Escape');

    // The page that was open before is read as a course.
    await untilRegionShows(panel, 'You are here', 'This page reads as a course.');
    await panel.click('.living button:not(.primary)');
    await untilRegionShows(panel, 'You are here', '3 objectives');
    await panel.click('.living button.primary');
    await panel.waitFor(() => document.querySelector('h1')?.textContent === 'Training for apprentices');
    expect((await objectivesIn(panel)).map(({ text }) => text)).toEqual([
      'Knead a dough by hand',
      'Keep an oven at its heat',
      'Sell bread with a smile',
    ]);

    // Its pages show their sections, a file's and a folder's, with the heading being read.
    await page.goto(`${ROOT}kneading.html#by-machine`);
    await untilSection(panel, 'Dough');
    await page.goto(`${ROOT}oven/index.html`);
    await untilSection(panel, 'Heat');
    await panel.click('section[aria-label="Objectives"] input');
    await panel.waitFor(() => document.querySelector('section[aria-label="Objectives"] input:checked'));
    session.server.setFault(`${GUIDE}flour/`, 'missing');
    await page.goto(`${ROOT}flour/`);
    const missing = await untilRegionShows(panel, 'You are here', 'no such page any more');
    expect(missing).toContain('Dough');
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
    await panel.waitFor(() => document.querySelector('section[aria-label="Handbooks"] li button'));
    await panel.click('section[aria-label="Handbooks"] li button');
    await untilSaid(panel, 'is no longer read');
    await panel.press('Escape');
    await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    await expect
      .poll(() => reader.evaluateInExtension(traces))
      .toEqual({ scripts: [], origins: [], kept: undefined });
    // What was done in the course is still there.
    await panel.waitFor(() => document.querySelector('section[aria-label="Objectives"] input:checked'));
    await panel.close();
    await page.close();
  });

  test('the Japanese translation shows the section of the page that it translates', async () => {
    const { reader } = session;
    const page = await reader.newPage(`${TRANSLATION}company/stewardship/`);
    const panel = await reader.openPanel(page);
    await openSettings(panel);
    await giveAddress(panel, 'gl-handbook-ja.page');
    await allow(reader, panel, screen);
    await untilSaid(panel, 'is read from now on');
    await panel.press('Escape');
    await untilSection(panel, SECTIONS.strategy);
    await page.goto(`${TRANSLATION}values/`);
    await untilSection(panel, SECTIONS.practices);
    await page.goto(`${RELATIONS}programs/education-program/`);
    await untilSection(panel, SECTIONS.programs);
    await panel.close();
    await page.close();
  });

  test.each([
    ['nonsense', 'That is no address of a handbook'],
    ['http://guild.example/guide', 'begins with https'],
    ['handbook.gitlab.com/handbook/values', 'is read already'],
  ])('%s is not added, and it is said why', async (text, sentence) => {
    const page = await session.reader.newPage(ROOT);
    const panel = await session.reader.openPanel(page);
    await openSettings(panel);
    await giveAddress(panel, text);
    await untilSaid(panel, sentence);
    await panel.close();
    await page.close();
  });
});
