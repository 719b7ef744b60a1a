import type { Page } from 'puppeteer-core';
import type { Panel } from '../browsers/reader.ts';
import { BAKERY, coursePage } from '../fixtures/course-pages.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { catchFiles, check, saved, tickAll } from './badge-sheet.ts';
import { press } from './kept-by-version.ts';
import { importPack, openLibrary, pressInLibrary } from './library-sheet.ts';
import {
  keepWith,
  OBJECTIVE,
  openNoted,
  QUOTE,
  QUOTED,
  select,
  type,
  untilClosed,
  untilQuote,
  VALUES,
} from './note-sheet.ts';
import {
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  type Session,
  untilRegionShows,
  untilSection,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const FOLLOWED = new URL(BAKERY, HANDBOOK).href;

const click = async (panel: Panel, selector: string) => {
  await panel.waitFor((of) => document.querySelector(of) !== null, selector);
  await panel.click(selector);
};
const closeSheet = async (panel: Panel) => {
  await panel.click('dialog .title .tool');
  await untilClosed(panel);
};

async function learn(page: Page, panel: Panel): Promise<void> {
  await select(page, QUOTED);
  await click(panel, keepWith(OBJECTIVE));
  await untilQuote(panel, QUOTE);
  await panel.click('dialog button[type="submit"]');
  await untilClosed(panel);
  await tickAll(panel);
  await click(panel, linkTo(PROGRAM, 'Programs'));
  await untilSection(panel, SECTIONS.programs);
  await panel.press('/');
  await panel.waitFor(() => document.activeElement?.matches('dialog.find input'));
  await type(panel, 'transparency');
  await panel.waitFor(() => document.querySelector('dialog [aria-selected="true"]'));
  await panel.press('Escape');
  await untilClosed(panel);
}

async function takeAway(panel: Panel): Promise<void> {
  await catchFiles(panel);
  await panel.click('header .tool[aria-label="Settings"]');
  await press(panel, 'Save a copy to a file');
  const backup = await panel.waitFor(() => document.documentElement.dataset.saved);
  await panel.evaluate((text) => {
    const field = document.querySelector<HTMLInputElement>('.settings input[type=file]') as HTMLInputElement;
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'a-copy.json'));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, String(backup));
  await untilRegionShows(panel, 'Backup', 'as they are here');
  await click(panel, '.switch input');
  await untilRegionShows(panel, 'Other computers', 'Handed to the browser');
  await closeSheet(panel);
  await press(panel, 'Hand in …');
  await click(panel, '.hand-in button.primary');
  await panel.waitFor(() => document.querySelector('.hand-in .saying')?.textContent);
  await panel.click('.hand-in a.button');
  await panel.waitFor(() =>
    chrome.tabs.query({}).then((tabs) => tabs.some(({ title }) => /\d{4}-/.test(title ?? ''))),
  );
}

async function earn(panel: Panel): Promise<void> {
  await press(panel, 'Badges …');
  await click(panel, '.badges form button[type="submit"]');
  await panel.waitFor(() => document.querySelectorAll('.made li').length === 1);
  await check(panel, await saved(panel, 'picture'));
  await closeSheet(panel);
}

async function addCourses({ server }: Session, page: Page, panel: Panel): Promise<void> {
  await openLibrary(panel);
  await importPack(panel, libraryPack());
  await pressInLibrary(panel, 'Save to a file: How we build');
  await closeSheet(panel);
  server.setPage(BAKERY, coursePage('tables'));
  await page.goto(FOLLOWED);
  await click(panel, '.living button:not(.primary)');
  await press(panel, 'Follow it');
  await panel.waitFor(() => document.querySelector('h1')?.textContent === 'Training for Tasters');
}

/** Does all that Waymark is for, once. @returns the addresses that this led the browser to */
export async function doMainJob(session: Session): Promise<string[]> {
  const { page, panel } = await openNoted(session);
  await learn(page, panel);
  await takeAway(panel);
  await page.bringToFront();
  await earn(panel);
  await addCourses(session, page, panel);
  // Copies are made when the panel has been idle for a while.
  await new Promise((resolve) => setTimeout(resolve, 6000));
  await panel.close();
  await page.close();
  return [VALUES, PROGRAM, FOLLOWED];
}
