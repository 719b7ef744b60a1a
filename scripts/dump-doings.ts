import type { Page } from 'puppeteer-core';
import { until } from '../tests/browsers/poll.ts';
import type { Panel } from '../tests/browsers/reader.ts';
import {
  button,
  click,
  named,
  nth,
  region,
  seen,
  textbox,
  untilGone,
  untilSeen,
  within,
} from '../tests/e2e/by-role.ts';
import { recordsAfter } from '../tests/e2e/clipboard-and-records.ts';
import { importPack, openLibrary, pressInLibrary } from '../tests/e2e/library-sheet.ts';
import {
  BOXES,
  closeSheet,
  openFold,
  openView,
  tick,
  type,
  untilCourse,
  untilWritable,
} from '../tests/e2e/panel-parts.ts';
import { BAKERY, coursePage } from '../tests/fixtures/course-pages.ts';
import { libraryPack } from '../tests/fixtures/library-pack.ts';
import { handbookPage } from '../tests/fixtures/pages.ts';
import type { HandbookServer } from '../tests/fixtures/server.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const RELATIONS = `${HANDBOOK}marketing/developer-relations/`;
const VALUES = `${HANDBOOK}values/#transparency`;
const ON_VALUES = 'Transparency and openness';
const MARKED = {
  'Education Program': `${RELATIONS}programs/education-program/`,
  [ON_VALUES]: VALUES,
  'Kubernetes Community Values': VALUES,
};

const untilKept = (panel: Panel, kind: string) =>
  until(
    `a record of the kind ${kind}`,
    async () => (await panel.evaluate(recordsAfter, [])).some(({ key }) => key[1] === kind),
    15_000,
  );

/** Acts in the first course: chooses the audience, ticks, marks, and saves one note with a quote and one without. */
async function learn(page: Page, panel: Panel): Promise<void> {
  // The second audience, because the first is chosen already.
  await click(panel, nth(within(region('welcome.title'), named('button')), 1));
  await untilWritable(panel);
  await until(
    'the objectives are those of the audience',
    async () => (await seen(panel, BOXES)).length === 5,
  );
  await tick(panel, 0);
  await tick(panel, 1);
  for (const [title, url] of Object.entries(MARKED)) {
    await page.goto(url);
    await click(panel, button('resources.markThis', [title]));
    await untilSeen(panel, button('resources.unmarkThis', [title]));
  }
  for (const words of ['Ask first', 'Then listen']) {
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h2 + p') as Node));
    await click(panel, within(region('resources.title'), button('note.keepWith', [ON_VALUES])));
    await click(panel, textbox('note.words'));
    await type(panel, words);
    await click(panel, button('note.save'));
    await untilGone(panel, named('dialog'));
  }
}

/** Makes the panel learn a move, the course page's wording, and the place where the reader stopped. */
async function readOn(page: Page, panel: Panel, server: HandbookServer): Promise<void> {
  const [from, to] = ['programs/open-source-program/', 'outreach/open-source-program/'].map(
    (path) => new URL(`${RELATIONS}${path}`).pathname,
  ) as [string, string];
  server.setPage(to, handbookPage(from));
  server.setRedirect(from, to);
  await openFold(panel, 'programs.title');
  await click(panel, within(region('programs.title'), named('link', 'Open Source Program')));
  await untilKept(panel, 'move');
  await page.goto(`${RELATIONS}community-pathway/`);
  await untilKept(panel, 'words');
  await page.goto(VALUES);
  await untilKept(panel, 'place');
}

/** Imports a course, reaches all its objectives and makes its badge; then follows a page. */
async function addCourses(page: Page, panel: Panel, server: HandbookServer): Promise<void> {
  const pack = libraryPack();
  await openLibrary(panel);
  await importPack(panel, pack);
  await pressInLibrary(panel, pack.title);
  await untilCourse(panel, pack.title);
  await tick(panel, 0);
  await tick(panel, 1);
  await openView(panel, 'badge.open');
  await click(panel, textbox('badge.name'));
  await type(panel, 'A reader');
  await click(panel, button('badge.makeIt'));
  await untilKept(panel, 'badge');
  await closeSheet(panel);
  server.setPage(BAKERY, coursePage('tables'));
  await page.goto(new URL(BAKERY, HANDBOOK).href);
  await openView(panel, 'living.asCourse');
  await click(panel, button('living.followNow'));
  await untilCourse(panel, 'Training for Tasters');
  await untilKept(panel, 'reading');
  await untilKept(panel, 'setting');
}

/** Acts in the panel until there is a record of every kind, and a backup of them. */
export async function doEverything(page: Page, panel: Panel, server: HandbookServer): Promise<void> {
  await learn(page, panel);
  await readOn(page, panel, server);
  await until(
    'a snapshot is made; what comes now is in the journal',
    () => panel.evaluate(async () => 'snapshot:latest' in (await chrome.storage.local.get(null))),
    30_000,
  );
  await addCourses(page, panel, server);
}
