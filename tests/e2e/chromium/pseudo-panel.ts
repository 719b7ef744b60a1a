import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import type { Panel, Reader } from '../../browsers/reader.ts';
import { pseudoBuild, untranslatedIn } from '../../fixtures/pseudo-language.ts';
import { type HandbookServer, serveHandbook } from '../../fixtures/server.ts';
import { faultsOfLayout, textsInPanel } from '../panel-layout.ts';
import { buildFor, RELATIONS } from '../session.ts';

const WIDTHS = [260, 320, 400, 700];

export let reader: Reader;
export let server: HandbookServer;
let build: Awaited<ReturnType<typeof pseudoBuild>>;
export let page: Page;
export let panel: Panel;

/** Starts a reader with the extension in the pseudo-language, beside a page of the course, for all tests of a file. */
export function usePseudoPanel(): void {
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
}

/** Looks at what the panel shows now, at every width and in both directions of writing. */
export async function inspect(): Promise<void> {
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

export async function closeSheet(): Promise<void> {
  await panel.press('Escape');
  await panel.waitFor(() => !document.querySelector('dialog'));
}
export const shows = (selector: string) =>
  panel.waitFor((wanted) => document.querySelector(wanted), selector);
/** Opens what opens on request. */
export const unfold = () =>
  panel.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
/** Clicks the button or label at this place among those that `selector` finds. */
export async function press(selector: string, at: number): Promise<void> {
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
export const type = async (text: string) => {
  for (const letter of text) await panel.press(letter);
};
