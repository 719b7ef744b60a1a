import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { launchFirefox } from '../tests/browsers/firefox.ts';
import type { Panel } from '../tests/browsers/reader.ts';
import { openScreen } from '../tests/browsers/screen.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';

/**
 * Takes pictures of the whole screen with a page of the test handbook and the real panel next to it, with the builds in `.output`: each
 * view in both browsers, light and dark, in both languages, or only those whose names begin with an argument, such as
 * `chromium-en-light`. The panel alone follows in its other widths. They are saved in `.output/pictures`. Needs ImageMagick, and Xvfb if
 * there is no display.
 */
const RELATIONS = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/';
const PROGRAM = `${RELATIONS}programs/education-program/`;
const windowSize = { width: 1180, height: 820 };
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.output/pictures`;

/** The width of the panel next to the page, and those in which it is taken alone, in CSS pixels. */
const [WIDTH, ...OTHER_WIDTHS] = [360, 320, 400];

/** Time for the browser to paint; there is no event to wait for. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1000));

type View = (page: Page, panel: Panel) => Promise<unknown>;
const at =
  (url: string): View =>
  (page) =>
    page.goto(url);

/** The entries of the menu, in order. */
const MENU = ['library', 'handIn', 'badge', 'outdated', 'shortcuts', 'settings'] as const;

/** Opens a view from the menu, instead of the one that is open. */
const fromMenu =
  (name: (typeof MENU)[number]): View =>
  async (_, panel) => {
    await panel.press('Escape');
    await panel.waitFor(() => !document.querySelector('dialog'));
    await panel.click('header [popovertarget]');
    await panel.click(`.menu button:nth-child(${MENU.indexOf(name) + 1})`);
    await panel.waitFor(() => document.querySelector('dialog'));
  };

/** The views in the order in which they are taken. Each starts where the previous one ended. */
const VIEWS: Record<string, View> = {
  welcome: at(PROGRAM),
  async program(_, panel) {
    await panel.click('.audiences button');
    await panel.waitFor(() => !document.querySelector('.welcome'));
    for (const row of [1, 2]) await panel.click(`.resource:nth-child(${row}) button.mark`);
    await panel.click('.tick input');
  },
  async progress(_, panel) {
    await panel.click('.undo .tool');
    await panel.evaluate(() => scrollTo(0, 0));
  },
  menu: (_, panel) => panel.click('header [popovertarget]'),
  async folds(_, panel) {
    await panel.press('Escape');
    await panel.click('.fold:nth-child(2) summary');
    await panel.waitFor(() => document.querySelector('.sections'));
    await panel.evaluate(() => document.querySelector('.fold:nth-child(2)')?.scrollIntoView());
  },
  browsed: (_, panel) => panel.click('.sections li:nth-child(2) button'),
  heading: at('https://handbook.gitlab.com/handbook/values/#transparency'),
  elsewhere: at('https://handbook.gitlab.com/handbook/engineering/'),
  missing: at(`${RELATIONS}community-programs/startups-program/`),
  async moved(page, panel) {
    await page.goto(`${RELATIONS}community-programs/education-program/`);
    await panel.waitFor(() => document.querySelector('.notice'));
  },
  async note(page, panel) {
    await page.goto(PROGRAM);
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('.td-content p') as Node),
    );
    await panel.click('.resource.here > .tool');
    await panel.waitFor(() => document.querySelector('.note blockquote'));
  },
  async noted(_, panel) {
    await panel.click('.note .primary');
    await panel.waitFor(() => document.querySelector('.notes'));
    await panel.click('.notes summary');
  },
  async find(_, panel) {
    await panel.press('/');
    await panel.waitFor(() => document.querySelector('.find input'));
    for (const letter of 'education') await panel.press(letter);
  },
  library: fromMenu('library'),
  badge: fromMenu('badge'),
  outdated: fromMenu('outdated'),
  shortcuts: fromMenu('shortcuts'),
  settings: fromMenu('settings'),
  async handIn(page, panel) {
    await fromMenu('handIn')(page, panel);
    await panel.waitFor(() => document.querySelector('.handed-in'));
  },
  paper: (_, panel) => panel.click('.hand-in .foot a'),
};

interface Look {
  language: string;
  colorScheme: 'light' | 'dark';
  browser: 'chromium' | 'firefox';
}

const nameOf = ({ browser, language, colorScheme }: Look) => `${browser}-${language}-${colorScheme}`;
const [wanted = ''] = process.argv.slice(2);
const LOOKS = ['en', 'ja']
  .flatMap((language) => (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })))
  .flatMap((look) => (['chromium', 'firefox'] as const).map((browser) => ({ ...look, browser })))
  .filter((look) => nameOf(look).startsWith(wanted));

mkdirSync(folder, { recursive: true });
const server = await serveHandbook();
const screen = await openScreen(windowSize);
try {
  for (const { language, colorScheme, browser } of LOOKS) {
    const extensionDir = `${root}.output/${browser === 'chromium' ? 'chrome' : browser}-mv3`;
    const launch = browser === 'chromium' ? launchChromium : launchFirefox;
    const reader = await launch({ server, extensionDir, headless: false, colorScheme, language, windowSize });
    try {
      const page = await reader.newPage(PROGRAM);
      const panel = await reader.openPanel(page);
      await panel.waitFor(() => document.querySelector('.welcome'));
      for (const [name, show] of Object.entries(VIEWS)) {
        await show(page, panel);
        await settle();
        const file = `${folder}/${nameOf({ language, colorScheme, browser })}-${name}`;
        await screen.picture(`${file}.png`);
        for (const width of OTHER_WIDTHS) {
          await panel.resize(width);
          await settle();
          await panel.screenshot(`${file}-${width}.png`);
        }
        await panel.resize(WIDTH);
      }
    } finally {
      await reader.close();
    }
  }
  console.log(`The pictures are in ${folder}.`);
} finally {
  await screen.close();
  await server.close();
}
