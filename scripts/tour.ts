import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../tests/browsers/poll.ts';
import type { Panel, Reader } from '../tests/browsers/reader.ts';
import { t } from '../tests/texts.ts';

/** The folder for the pictures of a tour, and how many there are. */
interface Album {
  folder: string;
  taken: number;
}

/** The names of the panel's landmarks. */
const NAMES = {
  here: t('here.title'),
  objectives: t('objectives.title'),
  resources: t('resources.title'),
  programs: t('programs.title'),
  course: t('course.title'),
};

/** The text in each landmark of the panel. Runs in the panel. */
function readPanel(names: typeof NAMES) {
  const named = (name: string) =>
    document.querySelector<HTMLElement>(
      `section[aria-label="${name}"], [role="region"][aria-label="${name}"]`,
    );
  const objectives = [...(named(names.objectives)?.querySelectorAll('label') ?? [])];
  return {
    regions: [names.here, names.objectives, names.programs, names.course].filter(
      (name) => named(name) !== null,
    ),
    // Without the first line, which repeats the region's name with a count.
    here: [...(named(names.here)?.children ?? [])]
      .filter((child) => child.localName !== 'h2' && !child.classList.contains('count'))
      .map((child) => child.textContent.replace(/\s+/g, ' ').trim()),
    objectives: objectives.map((label) => ({
      text: label.textContent.trim(),
      ticked: label.querySelector('input')?.checked ?? false,
    })),
  };
}

/** Marks the element to click next, since the panel's elements have no ids. Runs in the panel. */
function markObjective(text: string, region: string): boolean {
  const labels = [...document.querySelectorAll(`[aria-label="${region}"] label`)];
  const input = labels.find((label) => label.textContent.trim() === text)?.querySelector('input');
  input?.setAttribute('data-tour', 'objective');
  return input !== null && input !== undefined;
}

/** Marks the first link to a handbook page in the programs, or otherwise in the resources. Runs in the panel. */
function markResource(names: typeof NAMES): { title: string; href: string } | undefined {
  const regions = document.querySelectorAll(
    `[aria-label="${names.programs}"], [aria-label="${names.resources}"]`,
  );
  const link = [...regions]
    .flatMap((region) => [...region.querySelectorAll<HTMLAnchorElement>('a[href*="/handbook/"]')])
    .find((candidate) => candidate.checkVisibility() && candidate.hash === '');
  link?.setAttribute('data-tour', 'resource');
  return link && { title: link.textContent.trim(), href: link.href };
}

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
  const seen = async (page: Page, panel: Panel, name: string, sentence: string) => {
    await takePicture(reader, page, panel, album, name);
    console.log(`${album.taken}. ${sentence}`);
  };

  let page = await reader.newPage(courseUrl);
  let panel = await reader.openPanel(page);
  await until('the panel shows all its landmarks on the course page', async () => {
    const { regions, objectives } = await panel.evaluate(readPanel, NAMES);
    return regions.length === 4 && objectives.length > 0;
  });
  const before = await panel.evaluate(readPanel, NAMES);
  await seen(
    page,
    panel,
    'course-page',
    `The course page is open, and the panel beside it: "${before.here[0]}"`,
  );

  const objective = before.objectives.find(({ ticked }) => !ticked)?.text;
  if (objective === undefined) throw new Error('There is no objective to tick.');
  const isTicked = async () =>
    (await panel.evaluate(readPanel, NAMES)).objectives.some(
      ({ text, ticked }) => text === objective && ticked,
    );
  await panel.evaluate(markObjective, objective, NAMES.objectives);
  await panel.click('[data-tour="objective"]');
  await until('the objective is ticked', isTicked);
  await seen(page, panel, 'objective', `An objective is ticked: "${objective}"`);

  const resource = await panel.evaluate(markResource, NAMES);
  if (resource === undefined) throw new Error('The panel has no link to a page of the handbook.');
  await panel.click('[data-tour="resource"]');
  await until('the page that the link leads to opens', async () => {
    const state = await page.evaluate(() => document.readyState).catch(() => 'on the way');
    return page.url() !== courseUrl && state === 'complete';
  });
  await until('the panel says where this page is in the course', async () =>
    (await panel.evaluate(readPanel, NAMES)).here.some((line) => line.startsWith(resource.title)),
  );
  const after = await panel.evaluate(readPanel, NAMES);
  await seen(
    page,
    panel,
    'resource',
    `A link of the panel is followed, and the section with it: "${after.here[0]}"`,
  );

  await reader.restart();
  page = await reader.newPage(courseUrl);
  panel = await reader.openPanel(page);
  await until('the tick is still there after a restart', isTicked);
  await seen(page, panel, 'restart', 'The browser was restarted, and the tick is still there.');
}
