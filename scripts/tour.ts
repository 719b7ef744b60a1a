import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../tests/browsers/poll.ts';
import type { Panel, Reader } from '../tests/browsers/reader.ts';
import { click, named, nth, region, seen, untilSeen, within } from '../tests/e2e/by-role.ts';
import { BOXES, boxOf, openFold, tick, untilWritable } from '../tests/e2e/panel-parts.ts';

/** The folder for the pictures of a tour, and how many there are. */
interface Album {
  folder: string;
  taken: number;
}

/** The links to pages in the fold of the course's programs. */
const PROGRAMS = within(region('programs.title'), named('link'));

/** Takes one picture of page and panel side by side, composed by the browser in another window. */
async function takePicture(
  reader: Reader,
  page: Page,
  panel: Panel,
  album: Album,
  name: string,
): Promise<void> {
  album.taken += 1;
  const path = join(album.folder, `${album.taken}-${name}.png`);
  const half = join(album.folder, 'panel.png');
  await panel.screenshot(half);
  const halves = [await page.screenshot(), await readFile(half)];
  const images = halves.map(
    (png) => `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
  );
  const sheet = await reader.newWindow();
  await sheet.setContent(
    `<main style="display:inline-flex;gap:8px;padding:8px;background:#888">${images.join('')}</main>`,
  );
  await (await sheet.waitForSelector('main'))?.screenshot({ path: path as `${string}.png` });
  await sheet.close();
  await rm(half);
}

/**
 * Uses the extension like a reader, starting at the course page. Prints each successful step and saves a picture of it in `folder`.
 * @throws Error at the first step that fails
 */
export async function runTour(reader: Reader, courseUrl: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const album: Album = { folder, taken: 0 };
  const show = async (page: Page, panel: Panel, name: string, sentence: string) => {
    await takePicture(reader, page, panel, album, name);
    console.log(`${album.taken}. ${sentence}`);
  };

  let page = await reader.newPage(courseUrl);
  let panel = await reader.openPanel(page);
  await untilSeen(panel, region('objectives.all'));
  const [title] = await seen(panel, within(named('banner'), named('heading')));
  await show(
    page,
    panel,
    'course-page',
    `The course page is open, and the panel next to it: "${title?.name}"`,
  );

  await untilWritable(panel);
  // By its place, because the page's own wording of it may be read at this moment.
  const objective = (await seen(panel, BOXES)).findIndex(({ checked }) => !checked);
  if (objective < 0) throw new Error('There is no objective to tick.');
  await tick(panel, objective);
  const ticked = await untilSeen(panel, boxOf(objective));
  await show(page, panel, 'objective', `An objective is ticked: "${ticked.name}"`);

  await openFold(panel, 'programs.title');
  const { name: resource } = await untilSeen(panel, PROGRAMS);
  await click(panel, nth(PROGRAMS, 0));
  await until('the page that the link leads to opens', async () => {
    const state = await page.evaluate(() => document.readyState).catch(() => 'on the way');
    return page.url() !== courseUrl && state === 'complete';
  });
  await untilSeen(panel, within(named('main'), named('link', resource)), ({ current }) => current === true);
  const [section] = await seen(panel, within(named('banner'), named('heading')));
  await show(
    page,
    panel,
    'resource',
    `A link of the panel is followed, and the section with it: "${section?.name}"`,
  );

  await reader.restart();
  page = await reader.newPage(courseUrl);
  panel = await reader.openPanel(page);
  await untilWritable(panel);
  await untilSeen(panel, boxOf(objective), ({ checked }) => checked === true);
  await show(page, panel, 'restart', 'The browser was restarted, and the tick is still there.');
}
