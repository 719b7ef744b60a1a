import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { launchFirefox } from '../tests/browsers/firefox.ts';
import type { Panel, Reader } from '../tests/browsers/reader.ts';
import { openScreen } from '../tests/browsers/screen.ts';
import { BAKERY, documentWith } from '../tests/fixtures/course-pages.ts';
import { handbookPage } from '../tests/fixtures/pages.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';

/**
 * Takes pictures of the whole screen with a page of the test handbook and the real panel next to it, with the builds in `.output`: each
 * view in both browsers, light and dark, in both languages, or only those whose names begin with an argument, such as
 * `chromium-en-light`. The panel alone follows in its other widths. They are saved in `.output/pictures`. Needs ImageMagick, and Xvfb if
 * there is no display.
 */
const RELATIONS = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/';
const PROGRAM = `${RELATIONS}programs/education-program/`;
const STEWARDSHIP = 'https://handbook.gitlab.com/handbook/company/stewardship/';
/** A heading of that page, to which the course links. */
const HEADING = 'how-open-source-benefits-from-open-core';
const FOLLOWED = new URL(BAKERY, RELATIONS).href;
/** A page that can be followed as a course, with this objective. */
const courseWith = (objective: string) =>
  documentWith(`<h1>Learning to taste bread</h1>
<h2 id="learning-objectives">Learning objectives</h2><ul><li>${objective}</li><li>Name the parts of a loaf</li></ul>
<h2 id="flour">Flour and water</h2><ul><li><a href="/handbook/flour/">Flour</a></li><li><a href="/handbook/water/">Water</a></li></ul>
<h2 id="oven">The oven</h2><ul><li><a href="/handbook/heat/">Heat</a></li></ul>`);
const windowSize = { width: 1180, height: 820 };
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.output/pictures`;

/** The width of the panel next to the page, and those in which it is taken alone, in CSS pixels. */
const [WIDTH, ...OTHER_WIDTHS] = [360, 320, 400];

/** Time for the browser to paint; there is no event to wait for. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1000));

interface Place {
  page: Page;
  panel: Panel;
  reader: Reader;
}
type View = (place: Place) => Promise<unknown>;

const goTo =
  (url: string): View =>
  ({ page }) =>
    page.goto(url);

/** Goes to a page, and waits until the panel shows this there. */
async function goUntil({ page, panel }: Place, url: string, selector: string): Promise<void> {
  await page.goto(url);
  await panel.waitFor((shown) => document.querySelector(shown), selector);
}

/** The entries of the menu, in order. */
const MENU = ['library', 'handIn', 'badge', 'outdated', 'shortcuts', 'settings'] as const;

async function close({ panel }: Place): Promise<void> {
  await panel.press('Escape');
  await panel.waitFor(() => !document.querySelector('dialog'));
}

/** Opens a view from the menu, instead of the one that is open. */
const fromMenu =
  (name: (typeof MENU)[number]): View =>
  async (place) => {
    await close(place);
    await place.panel.click('header [popovertarget]');
    await place.panel.click(`.menu button:nth-child(${MENU.indexOf(name) + 1})`);
    await place.panel.waitFor(() => document.querySelector('dialog'));
  };

async function write(panel: Panel, text: string): Promise<void> {
  for (const letter of text) await panel.press(letter);
}

/** Opens a fold below the section, and shows it. */
async function unfold(panel: Panel, which: string): Promise<void> {
  const fold = `.folds > ${which}`;
  await panel.click(`${fold} summary`);
  await panel.evaluate((of) => document.querySelector(of)?.scrollIntoView(), fold);
}

/** The views in the order in which they are taken. Each starts where the previous one ended. */
const VIEWS: Record<string, View> = {
  welcome: goTo(PROGRAM),
  async program({ panel }) {
    await panel.click('.audiences button');
    await panel.waitFor(() => !document.querySelector('.welcome'));
    for (const row of [1, 2]) await panel.click(`.resource:nth-child(${row}) button.mark`);
    await panel.click('.tick input');
  },
  async progress({ panel }) {
    await panel.click('.undo .tool');
    await panel.evaluate(() => scrollTo(0, 0));
  },
  menu: ({ panel }) => panel.click('header [popovertarget]'),
  async folds({ panel }) {
    await panel.press('Escape');
    await unfold(panel, ':nth-child(2)');
    await panel.waitFor(() => document.querySelector('.sections'));
  },
  browsed: ({ panel }) => panel.click('.sections li:nth-child(2) button'),
  coursePage: goTo(`${RELATIONS}community-pathway/`),
  heading: goTo('https://handbook.gitlab.com/handbook/values/#transparency'),
  elsewhere: goTo('https://handbook.gitlab.com/handbook/engineering/'),
  missing: goTo(`${RELATIONS}evangelist-program/`),
  moved: (place) => goUntil(place, `${RELATIONS}community-programs/education-program/`, '.notice'),
  async lostHeading(place) {
    const { pathname } = new URL(STEWARDSHIP);
    server.setPage(pathname, handbookPage(pathname)?.replaceAll(HEADING, 'what-it-gains-from-open-core'));
    await goUntil(place, `${STEWARDSHIP}#${HEADING}`, '.notice');
  },
  async note(place) {
    const { page, panel } = place;
    await page.goto(PROGRAM);
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('.td-content p') as Node),
    );
    await panel.click('.resource.here > .tool');
    await panel.waitFor(() => document.querySelector('.note blockquote'));
  },
  async noted({ panel }) {
    await panel.click('.note .primary');
    await panel.waitFor(() => document.querySelector('.notes'));
    await panel.click('.notes summary');
  },
  async myNotes({ panel }) {
    await panel.click('.undo .tool');
    await unfold(panel, ':last-child');
  },
  async search({ panel }) {
    await panel.press('/');
    await panel.waitFor(() => document.querySelector('.find input'));
  },
  find: ({ panel }) => write(panel, 'education'),
  async nothingFound({ panel }) {
    await panel.evaluate(() => document.querySelector<HTMLInputElement>('.find input')?.select());
    await write(panel, 'xqzwv');
  },
  library: fromMenu('library'),
  badge: fromMenu('badge'),
  outdated: fromMenu('outdated'),
  shortcuts: fromMenu('shortcuts'),
  settings: fromMenu('settings'),
  async handIn(place) {
    await fromMenu('handIn')(place);
    await place.panel.waitFor(() => document.querySelector('.handed-in'));
  },
  async offered(place) {
    await close(place);
    server.setPage(BAKERY, courseWith('Tell rye from wheat'));
    await goUntil(place, FOLLOWED, '.living .actions');
  },
  async previewed({ panel }) {
    await panel.click('.living .actions button');
    await panel.waitFor(() => document.querySelector('.preview'));
  },
  async followed({ panel }) {
    await panel.click('.preview .primary');
    await panel.waitFor(() => !document.querySelector('.preview'));
  },
  async changed(place) {
    server.setPage(BAKERY, courseWith('Tell rye from wheat by the smell'));
    await goUntil(place, FOLLOWED, '.living .notice');
  },
  async access(place) {
    await place.reader.setAccess(false);
    await goUntil(place, PROGRAM, '.notice');
  },
  async reached(place) {
    await place.reader.setAccess(true);
    await goUntil(place, PROGRAM, '.resource.here');
    const { panel } = place;
    await unfold(panel, ':first-child');
    const open = '.fold:first-child input:not(:checked)';
    const left = () => panel.evaluate((of) => document.querySelectorAll(of).length, open);
    for (let now = await left(); now > 0; now = await left()) {
      await panel.click(open);
      await panel.waitFor((of, before) => document.querySelectorAll(of).length < before, open, now);
    }
    await panel.waitFor(() => document.querySelector('.reached'));
    await panel.evaluate(() => scrollTo(0, 0));
  },
  async paper(place) {
    await fromMenu('handIn')(place);
    await place.panel.click('.hand-in .foot a');
  },
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
        await show({ page, panel, reader });
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
