import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { objectivesOf } from '../../../courses/course.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import type { Panel, Reader } from '../../browsers/reader.ts';
import { handbookPage } from '../../fixtures/pages.ts';
import { pseudoBuild, untranslatedIn } from '../../fixtures/pseudo-language.ts';
import { type HandbookServer, serveHandbook } from '../../fixtures/server.ts';
import { faultsOfLayout, textsInPanel } from '../panel-layout.ts';
import { buildFor, HANDBOOK, RELATIONS } from '../session.ts';

const WIDTHS = [260, 320, 400, 700];

let reader: Reader;
let server: HandbookServer;
let build: Awaited<ReturnType<typeof pseudoBuild>>;
let page: Page;
let panel: Panel;

beforeAll(async () => {
  build = await pseudoBuild(buildFor('chromium'));
  server = await serveHandbook();
  reader = await launchChromium({ server, extensionDir: build.folder });
  page = await reader.newPage(`${RELATIONS}programs/education-program/`);
  panel = await reader.openPanel(page);
});
afterAll(async () => {
  await reader?.close();
  await server?.close();
  await build?.remove();
});

/** Looks at what the panel shows now, at every width and in both directions of writing. */
async function inspect(): Promise<void> {
  expect.soft(untranslatedIn(await panel.evaluate(textsInPanel)), 'not translated').toEqual([]);
  for (const width of WIDTHS) {
    await panel.resize(width);
    for (const direction of ['ltr', 'rtl']) {
      await panel.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      expect.soft(await panel.evaluate(faultsOfLayout), `at ${width} px, ${direction}`).toEqual([]);
    }
  }
  await panel.evaluate(() => document.documentElement.removeAttribute('dir'));
}

async function closeSheet(): Promise<void> {
  await panel.press('Escape');
  await panel.waitFor(() => !document.querySelector('dialog'));
}
const shows = (selector: string) => panel.waitFor((wanted) => document.querySelector(wanted), selector);
/** Opens what opens on request. */
const unfold = () =>
  panel.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
/** Clicks the button or label at this place among those that `selector` finds. */
async function press(selector: string, at: number): Promise<void> {
  await panel.waitFor(
    (of, index) => {
      document.querySelector('[data-press]')?.removeAttribute('data-press');
      const found = [...document.querySelectorAll(of)].at(index);
      found?.setAttribute('data-press', '');
      return found;
    },
    selector,
    at,
  );
  await panel.click('[data-press]');
}
const type = async (text: string) => {
  for (const letter of text) await panel.press(letter);
};

test('a new reader’s first view', async () => {
  await shows('.welcome');
  await shows('section.here h3');
  await shows('.sections');
  await inspect();
  await panel.click('.welcome button');
});

test('beside a page of the course, with all that opens on request', async () => {
  await shows('input[type=checkbox]:not(:disabled)');
  await panel.click('.objectives input');
  await panel.click('button.mark');
  await shows('button.mark[aria-pressed=true]');
  await unfold();
  await shows('.moved-link');
  await press('.moved-link button', 0);
  await inspect();
});

test.each([
  ['the course’s page', `${RELATIONS}community-pathway/`, '.here p'],
  ['a section of it', `${RELATIONS}community-pathway/#join-us`, '.here h3'],
  ['a page of many resources', `${RELATIONS}performance-indicators/#mrarr`, '.here h3'],
  ['a page below one', `${RELATIONS}programs/education-program/edu-program-workflows/`, '.here details'],
  ['a page of no course', `${HANDBOOK}engineering/`, '.here p a'],
  ['a list', 'https://handbook.gitlab.com/tags/community/', '.here p'],
  ['a missing page', `${RELATIONS}evangelist-program/`, '.candidates'],
  ['a missing page that moved', `${RELATIONS}community-programs/education-program/`, '.candidates'],
  ['a page elsewhere', 'https://www.kubernetes.dev/community/values/', '.here p a'],
])('beside %s', async (_, url, selector) => {
  await page.goto('about:blank');
  await page.goto(url);
  await shows(selector);
  await unfold();
  await inspect();
});

test('beside a page that lacks a heading', async () => {
  const path = '/handbook/company/stewardship/';
  server.setPage(path, handbookPage(path)?.replaceAll('how-open-source-benefits-from', 'open-source-and'));
  await page.goto(`${HANDBOOK}company/stewardship/#how-open-source-benefits-from-open-core`);
  await shows('.lost');
  await inspect();
  server.setPage(path, undefined);
});

test('while something is looked for', async () => {
  await press('header .tool', 0);
  await shows('.find input');
  await inspect();
  await type('education');
  await shows('[role=option]');
  await inspect();
  await type('xqz');
  await shows('[role=listbox][hidden]');
  await inspect();
  await closeSheet();
});

test('in the sheets of the shortcuts and of what is handed in', async () => {
  await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await panel.press('?');
  await shows('.keys');
  await inspect();
  await closeSheet();
  await press('section .actions > [aria-haspopup]', 0);
  await shows('.handed-in .box');
  await inspect();
  await closeSheet();
});

test('in the settings', async () => {
  await press('header .tool', 1);
  await shows('.history li');
  await inspect();
  const choose = (name: string, text: string) =>
    panel.evaluate(
      (of, content) => {
        const field = document.querySelector<HTMLInputElement>('.settings input[type=file]');
        const chosen = new DataTransfer();
        chosen.items.add(new File([content], of));
        if (field) field.files = chosen.files;
        field?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      text,
    );
  const records = objectivesOf(builtInCourses[0] ?? { audiences: [] }).map(({ id }, at) => ({
    key: ['community-learning-pathway', at > 5 ? 'a-new-kind' : 'completion', id],
    value: true,
    time: Date.now() - at * 1e9,
    count: 0,
    device: 'another',
  }));
  const copy = { format: 'waymark-progress', version: 1, exported: new Date(), app: '0.1.0', records };
  await choose('a-copy-of-progress-with-a-long-name.json', JSON.stringify(copy));
  await shows('.card .lines');
  await inspect();
  await press('.card .primary', 0);
  await panel.waitFor(() => document.querySelector('.saying')?.textContent);
  await choose('none.json', '{}');
  await inspect();
  await panel.click('.switch input');
  await panel.waitFor(() => document.querySelector('.switch ~ .saying')?.textContent);
  await press('.history button', 0);
  await panel.waitFor(() => [...document.querySelectorAll('.saying')].at(-1)?.textContent);
  await inspect();
  // The last button before the history's own deletes everything: it asks first.
  await press('.settings section:has(select) .actions > button', -1);
  await shows('.card .primary');
  await inspect();
  await press('.card .primary', 0);
  await panel.waitFor(() => !document.querySelector('.history li'));
  await inspect();
  await closeSheet();
});

test('without access to the handbook', async () => {
  await page.goto(`${RELATIONS}programs/education-program/`);
  await reader.setAccess(false);
  await shows('.notice button');
  await inspect();
  await reader.setAccess(true);
});
