import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import type { Panel, Reader } from '../../browsers/reader.ts';
import { pseudoBuild, untranslatedIn } from '../../fixtures/pseudo-language.ts';
import { type HandbookServer, serveHandbook } from '../../fixtures/server.ts';
import { faultsOfLayout, textsInPanel } from '../panel-layout.ts';
import { buildFor, RELATIONS } from '../session.ts';

const WIDTHS = [260, 320, 400, 700];

/** A reader whose panel is in the pseudo-language, for all tests of a file, and what they do with it. */
export interface PseudoReader {
  reader: Reader;
  server: HandbookServer;
  page: Page;
  panel: Panel;
  /** Looks at what the panel shows now, at every width and in both directions of writing. */
  inspect(): Promise<void>;
  closeSheet(): Promise<void>;
  shows(selector: string): Promise<unknown>;
  /** Opens what opens on request. */
  unfold(): Promise<void>;
  /** Clicks the button or label at this place among those that `selector` finds. */
  press(selector: string, at: number): Promise<void>;
  type(text: string): Promise<void>;
}

/** Starts one before the first test of the file, beside a page of the course, and ends it after the last. */
export function usePseudoReader(): PseudoReader {
  let build: Awaited<ReturnType<typeof pseudoBuild>> | undefined;
  const pseudo = {
    async inspect() {
      const { panel } = pseudo;
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
    },
    async closeSheet() {
      await pseudo.panel.press('Escape');
      await pseudo.panel.waitFor(() => !document.querySelector('dialog'));
    },
    shows: (selector: string) => pseudo.panel.waitFor((wanted) => document.querySelector(wanted), selector),
    unfold: () =>
      pseudo.panel.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
      }),
    async press(selector: string, at: number) {
      await pseudo.panel.waitFor(
        (of, index) => {
          document.querySelector('[data-press]')?.removeAttribute('data-press');
          const found = [...document.querySelectorAll(of)].at(index);
          found?.setAttribute('data-press', '');
          return found;
        },
        selector,
        at,
      );
      await pseudo.panel.click('[data-press]');
    },
    async type(text: string) {
      for (const letter of text) await pseudo.panel.press(letter);
    },
  } as PseudoReader;
  beforeAll(async () => {
    build = await pseudoBuild(buildFor('chromium'));
    pseudo.server = await serveHandbook();
    pseudo.reader = await launchChromium({ server: pseudo.server, extensionDir: build.folder });
    pseudo.page = await pseudo.reader.newPage(`${RELATIONS}programs/education-program/`);
    pseudo.panel = await pseudo.reader.openPanel(pseudo.page);
  });
  afterAll(async () => {
    await pseudo.reader?.close();
    await pseudo.server?.close();
    await build?.remove();
  });
  return pseudo;
}
