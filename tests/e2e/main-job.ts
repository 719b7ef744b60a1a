import type { Page } from 'puppeteer-core';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { BAKERY, coursePage } from '../fixtures/course-pages.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { fixedPartOf, t } from '../texts.ts';
import { catchFiles, check, openBadges, saved, tickAll } from './badge-sheet.ts';
import {
  button,
  checkbox,
  click,
  combobox,
  dialog,
  giveFile,
  link,
  named,
  region,
  untilSeen,
  within,
} from './by-role.ts';
import { chooseForCourse, importPack, openLibrary } from './library-sheet.ts';
import { keepQuote, openNoted, untilClosed, VALUES } from './note-sheet.ts';
import { closeSheet, openFold, openSettings, openView, type, untilCourse } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, SECTIONS, type Session, untilRegionShows, untilSection } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const FOLLOWED = new URL(BAKERY, HANDBOOK).href;

async function learn(page: Page, panel: Panel): Promise<void> {
  await keepQuote(page, panel);
  await tickAll(panel);
  await openFold(panel, 'programs.title');
  await click(panel, within(region('programs.title'), named('link', 'Education Program')));
  await untilSection(panel, SECTIONS.programs);
  await panel.press('/');
  const search = dialog('find.title');
  await untilSeen(panel, within(search, combobox('find.title')), ({ focused }) => focused);
  await type(panel, 'transparency');
  await untilSeen(panel, within(search, named('option')), ({ selected }) => selected === true);
  await panel.press('Escape');
  await untilClosed(panel);
  // The page counts as read after five seconds, which would change the text that is handed in while it is shown.
  await untilSeen(
    panel,
    within(region('resources.title'), button('resources.unmarkThis', ['Education Program'])),
  );
}

async function takeAway(panel: Panel): Promise<void> {
  await catchFiles(panel);
  await openSettings(panel);
  await click(panel, button('backup.export'));
  const backup = await panel.waitFor(() => document.documentElement.dataset.saved);
  await giveFile(panel, named('file', t('backup.import')), 'a-copy.json', String(backup));
  await untilRegionShows(panel, t('backup.title'), fixedPartOf('backup.same', 2));
  await click(panel, checkbox('sync.label'));
  await untilRegionShows(panel, t('sync.title'), fixedPartOf('sync.inSync'));
  await closeSheet(panel);
  await openView(panel, 'handIn.begin');
  await click(panel, button('handIn.copy'));
  // The browser may not allow it; the panel says so then.
  await untilSeen(panel, within(dialog('handIn.title'), named('status')), ({ text }) => text !== '');
  await click(panel, link('handIn.print'));
  await panel.waitFor(() =>
    chrome.tabs.query({}).then((tabs) => tabs.some(({ title }) => /\d{4}-/.test(title ?? ''))),
  );
}

async function earn(panel: Panel): Promise<void> {
  await closeSheet(panel);
  await openBadges(panel);
  await click(panel, button('badge.makeIt'));
  await untilSeen(panel, within(region('badge.made'), named('listitem')));
  await check(panel, await saved(panel, 'picture'));
  await closeSheet(panel);
}

async function addCourses({ server }: Session, page: Page, panel: Panel): Promise<void> {
  await openLibrary(panel);
  await importPack(panel, libraryPack());
  await chooseForCourse(panel, 'How we build', 'library.export');
  await closeSheet(panel);
  server.setPage(BAKERY, coursePage('tables'));
  await page.goto(FOLLOWED);
  await click(panel, within(region('here.title'), button('living.follow')));
  await click(panel, within(region('here.title'), button('living.followNow')));
  await untilCourse(panel, 'Training for Tasters');
}

/** Uses every main feature of Waymark once. @returns the addresses that the browser opened because of it */
export async function doMainJob(session: Session): Promise<string[]> {
  const { page, panel } = await openNoted(session);
  await learn(page, panel);
  await takeAway(panel);
  await page.bringToFront();
  await earn(panel);
  await addCourses(session, page, panel);
  // A snapshot is made once the panel has been idle for a while.
  const isCopied = async () =>
    Object.keys(await chrome.storage.local.get(null)).some((key) => key.startsWith('snapshot:'));
  await until('a snapshot is made', () => panel.evaluate(isCopied));
  await panel.close();
  await page.close();
  return [VALUES, PROGRAM, FOLLOWED];
}
