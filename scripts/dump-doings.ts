import type { Page } from 'puppeteer-core';
import { until } from '../tests/browsers/poll.ts';
import type { Panel } from '../tests/browsers/reader.ts';
import { recordsAfter } from '../tests/e2e/clipboard-and-records.ts';
import { importPack, openLibrary, pressInLibrary } from '../tests/e2e/library-sheet.ts';
import { BAKERY, coursePage } from '../tests/fixtures/course-pages.ts';
import { libraryPack } from '../tests/fixtures/library-pack.ts';
import { handbookPage } from '../tests/fixtures/pages.ts';
import type { HandbookServer } from '../tests/fixtures/server.ts';
import { t } from '../tests/texts.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const RELATIONS = `${HANDBOOK}marketing/developer-relations/`;
const VALUES = `${HANDBOOK}values/#transparency`;
const MARKED = {
  'Education Program': `${RELATIONS}programs/education-program/`,
  'Transparency and openness': VALUES,
  'Kubernetes Community Values': VALUES,
};
const OPEN_SOURCE = `${RELATIONS}programs/open-source-program/`;

const visitedButton = (title: string) => `button[aria-label="${t('resources.visited', [title])}"]`;

const click = async (panel: Panel, selector: string) => {
  await panel.waitFor((of) => document.querySelector(of) !== null, selector);
  await panel.click(selector);
};
/** Waits for the button with this text and clicks it. */
const press = (panel: Panel, text: string) =>
  panel.waitFor((wanted) => {
    const buttons = [...document.querySelectorAll('button')];
    const button = buttons.find(({ textContent, disabled }) => textContent === wanted && !disabled);
    button?.click();
    return button !== undefined;
  }, text);
const type = async (panel: Panel, field: string, text: string) => {
  await click(panel, field);
  for (const letter of text) await panel.press(letter);
};
const untilKept = (panel: Panel, kind: string) =>
  until(
    `a record of the kind ${kind}`,
    async () => (await panel.evaluate(recordsAfter, [])).some(({ key }) => key[1] === kind),
    15_000,
  );
const untilCourse = (panel: Panel, title: string) =>
  panel.waitFor((wanted) => document.querySelector('h1')?.textContent === wanted, title);

/** Ticks the first objectives one after the other, and waits until each shows as ticked. */
async function tick(panel: Panel, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    await panel.waitFor(() => document.querySelector('.objectives input:not(:disabled)') !== null);
    await panel.evaluate(
      (at) => document.querySelectorAll<HTMLElement>('.objectives input')[at]?.click(),
      nth,
    );
    await panel.waitFor(
      (ticked) => document.querySelectorAll('.objectives input:checked').length === ticked,
      nth + 1,
    );
  }
}

/** Acts in the first course: chooses the audience, ticks, marks, and saves one note with a quote and one without. */
async function learn(page: Page, panel: Panel): Promise<void> {
  await panel.waitFor(() => document.querySelector('select'));
  await panel.evaluate(() => {
    const select = document.querySelector('select') as HTMLSelectElement;
    select.value = 'community-member';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await panel.waitFor(() => document.querySelectorAll('.objectives input').length === 5);
  await tick(panel, 2);
  for (const [title, url] of Object.entries(MARKED)) {
    await page.goto(url);
    await click(panel, visitedButton(title));
    await panel.waitFor((of) => document.querySelector(of)?.ariaPressed === 'true', visitedButton(title));
  }
  for (const words of ['Ask first', 'Then listen']) {
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h2 + p') as Node));
    await click(panel, `section[aria-label="${t('resources.title')}"] li:has(a[href="${VALUES}"]) > .tool`);
    await type(panel, 'dialog textarea', words);
    await click(panel, 'dialog button[type="submit"]');
    await panel.waitFor(() => !document.querySelector('dialog'));
  }
}

/** Makes the panel learn a move, the course page's wording, and the place where the reader stopped. */
async function readOn(page: Page, panel: Panel, server: HandbookServer): Promise<void> {
  const [from, to] = ['programs/open-source-program/', 'outreach/open-source-program/'].map(
    (path) => new URL(`${RELATIONS}${path}`).pathname,
  ) as [string, string];
  server.setPage(to, handbookPage(from));
  server.setRedirect(from, to);
  await click(panel, `section[aria-label="${t('programs.title')}"] a[href="${OPEN_SOURCE}"]`);
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
  await tick(panel, 2);
  await click(panel, '.reached .primary');
  await type(panel, '.badges form input[type="text"]', 'A reader');
  await click(panel, '.badges form button[type="submit"]');
  await untilKept(panel, 'badge');
  await panel.click('dialog .title .tool');
  server.setPage(BAKERY, coursePage('tables'));
  await page.goto(new URL(BAKERY, HANDBOOK).href);
  await click(panel, '.living button:not(.primary)');
  await press(panel, t('living.followNow'));
  await panel.waitFor(() => document.querySelector('h1')?.textContent === 'Training for Tasters');
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
