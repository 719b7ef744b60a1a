import type { Page } from 'puppeteer-core';
import { afterAll, expect } from 'vitest';
import type { Panel } from '../../browsers/reader.ts';
import { bracketed, pseudoBuild, untranslatedIn } from '../../fixtures/pseudo-language.ts';
import { t } from '../../texts.ts';
import { click, named } from '../by-role.ts';
import { faultsOfLayout, textsInPanel } from '../panel-layout.ts';
import { buildFor, RELATIONS, type Session, useSession } from '../session.ts';

const WIDTHS = [260, 320, 400, 700];

/** A page of the course. */
export const PROGRAM = `${RELATIONS}programs/education-program/`;

/** A reader whose panel is in the pseudo-language, with what the tests of a file do. */
export interface PseudoReader {
  session: Session;
  /** The panel that `open` opened. */
  page: Page;
  panel: Panel;
  /** Opens a page and the panel next to it. */
  open(url?: string): Promise<void>;
  /** Checks the panel as it is now, at every width and in both writing directions. */
  inspect(): Promise<void>;
  closeSheet(): Promise<void>;
  shows(selector: string): Promise<unknown>;
  /** Opens all folds. */
  unfold(): Promise<void>;
  /** Opens a view from the menu, by the key of its name there. */
  openView(key: string): Promise<void>;
  /** Clicks the nth button or label that `selector` matches. */
  press(selector: string, at: number): Promise<void>;
  type(text: string): Promise<void>;
}

/** Each test starts fresh, as in any session. */
export async function usePseudoReader(): Promise<PseudoReader> {
  const build = await pseudoBuild(buildFor('chromium'));
  const session = useSession({ extensionDir: build.folder });
  afterAll(() => build.remove());
  const pseudo = {
    session,
    async open(url = PROGRAM) {
      pseudo.page = await session.reader.newPage(url);
      pseudo.panel = await session.reader.openPanel(pseudo.page);
    },
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
    async openView(key: string) {
      for (const each of ['header.menu', key]) await click(pseudo.panel, named('button', bracketed(t(each))));
    },
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
  return pseudo;
}
