import type { Page } from 'puppeteer-core';
import type { Panel, Reader } from '../tests/browsers/reader.ts';
import { BAKERY, documentWith } from '../tests/fixtures/course-pages.ts';
import { handbookPage } from '../tests/fixtures/pages.ts';
import type { HandbookServer } from '../tests/fixtures/server.ts';

export const RELATIONS = 'https://handbook.gitlab.com/handbook/marketing/developer-relations/';
export const PROGRAM = `${RELATIONS}programs/education-program/`;
/** A page of no course. Reading it doesn't count, so a reader there stays new. */
export const ELSEWHERE = 'https://handbook.gitlab.com/handbook/engineering/';
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
/** Where pictures are taken. A view that goes elsewhere leaves its page and panel here. */
export interface Place {
  page: Page;
  panel: Panel;
  readonly reader: Reader;
  readonly server: HandbookServer;
}
/** Brings a state about. It starts where the previous one ended. */
export type View = (place: Place) => Promise<unknown>;

export const goTo =
  (url: string): View =>
  ({ page }) =>
    page.goto(url);

/** Goes to a page, and waits until the panel shows this there. */
export async function goUntil({ page, panel }: Place, url: string, selector: string): Promise<void> {
  await page.goto(url);
  await panel.waitFor((shown) => document.querySelector(shown), selector);
}

/** The entries of the menu, in order. */
const MENU = ['library', 'handIn', 'badge', 'outdated', 'shortcuts', 'settings'] as const;

export async function close({ panel }: Place): Promise<void> {
  await panel.press('Escape');
  await panel.waitFor(() => !document.querySelector('dialog'));
}

/** Opens a view from the menu, instead of the one that is open. */
export const fromMenu =
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

/** What a reader meets every day, in the order in which it is taken. */
export const VIEWS: Record<string, View> = {
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
  elsewhere: goTo(ELSEWHERE),
  missing: goTo(`${RELATIONS}evangelist-program/`),
  moved: (place) => goUntil(place, `${RELATIONS}community-programs/education-program/`, '.notice'),
  async lostHeading(place) {
    const { pathname } = new URL(STEWARDSHIP);
    place.server.setPage(
      pathname,
      handbookPage(pathname)?.replaceAll(HEADING, 'what-it-gains-from-open-core'),
    );
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
    place.server.setPage(BAKERY, courseWith('Tell rye from wheat'));
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
    place.server.setPage(BAKERY, courseWith('Tell rye from wheat by the smell'));
    await goUntil(place, FOLLOWED, '.living .notice');
  },
  async access(place) {
    await place.reader.setAccess(false);
    await goUntil(place, PROGRAM, '.notice');
  },
  async reload(place) {
    const text = () => document.querySelector('.notice')?.textContent;
    const before = await place.panel.evaluate(text);
    // The page was loaded while there was no access.
    await place.reader.setAccess(true);
    await place.panel.waitFor((old) => {
      const now = document.querySelector('.notice')?.textContent;
      return now && now !== old;
    }, before);
  },
  async reached(place) {
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
  async badgeMade(place) {
    await fromMenu('badge')(place);
    await place.panel.click('.badges .foot .primary');
    await place.panel.waitFor(() => document.querySelector('.made li'));
    await place.panel.evaluate(() => document.querySelector('.made')?.scrollIntoView());
  },
  async history(place) {
    await fromMenu('settings')(place);
    const fold = '.settings .folds > :last-child';
    await place.panel.click(`${fold} summary`);
    await place.panel.waitFor((of) => document.querySelector(`${of} .history li`), fold);
    await place.panel.evaluate((of) => document.querySelector(of)?.scrollIntoView(), fold);
  },
  async paper(place) {
    await fromMenu('handIn')(place);
    await place.panel.click('.hand-in .foot a');
  },
};
