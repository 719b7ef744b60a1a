import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { click, named, nth, within } from './by-role.ts';
import {
  keepWith,
  OBJECTIVE,
  OBJECTIVES,
  openNoted,
  QUOTE,
  QUOTED,
  save,
  select,
  sheet,
  unfold,
  VALUES,
} from './note-sheet.ts';
import { noticesIn } from './notices.ts';
import { untilRegionShows, useSession } from './session.ts';

/** A sentence that CSS changes: parts are hidden, can't be selected, or are in capitals. */
const STYLED =
  'Shown <span style="display: none">and hidden</span> with a <span style="text-transform: uppercase">loud</span> ' +
  'word<button style="user-select: none">Copy</button> and an end.';

describe('a quote is found again', () => {
  const session = useSession();
  const path = new URL(VALUES).pathname;
  const html = handbookPage(path) ?? '';

  /** Opens the link of the latest quote, once it has this text. */
  async function follow(panel: Panel, words: string): Promise<void> {
    await untilRegionShows(panel, t('objectives.all'), words);
    await unfold(panel, OBJECTIVES);
    await click(panel, within(OBJECTIVES, nth(named('link'), -1)));
  }

  /** Saves the selection as a note, clears the selection, and opens the quote's link. */
  async function keep(page: Page, panel: Panel, words: string): Promise<void> {
    await panel.click(keepWith(OBJECTIVE));
    await expect.poll(async () => (await sheet(panel))?.quote).toContain(words);
    await save(panel);
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
    });
    await follow(panel, words);
  }
  const selected = (page: Page) => page.evaluate(() => getSelection()?.toString().trim());

  test('if CSS hides a part of it, makes it unselectable, or shows it in capitals; of two matches, the one below its heading', async () => {
    session.server.setPage(
      path,
      html.replace(/<h2 id="[^"]+"/, `<p id="earlier">${STYLED}</p>$&`).replace(QUOTE, STYLED),
    );
    const { page, panel } = await openNoted(session);
    await select(page, QUOTED);
    await keep(page, panel, 'Shown with');
    const place = () =>
      page.evaluate(
        (quoted) => ({
          words: getSelection()?.toString().toLowerCase().replace(/\s+/g, ' ').trim(),
          there: document.querySelector(quoted)?.contains(getSelection()?.anchorNode ?? null),
        }),
        QUOTED,
      );
    await expect.poll(place).toEqual({ words: 'shown with a loud word and an end.', there: true });
    expect(await noticesIn(panel)).toBe('');
  });

  test('if it is in a fold by now, which is opened', async () => {
    const fold =
      '<details open id="folds"><summary>More</summary><p id="inside">Kept inside a fold.</p></details>';
    session.server.setPage(path, html.replace(QUOTE, fold));
    const { page, panel } = await openNoted(session);
    await select(page, '#inside');
    await panel.click(keepWith(OBJECTIVE));
    await expect.poll(async () => (await sheet(panel))?.quote).toBe('Kept inside a fold.');
    await page.evaluate(() => document.querySelector('#folds')?.removeAttribute('open'));
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await save(panel);
    await follow(panel, 'Kept inside a fold.');
    await expect.poll(() => selected(page)).toBe('Kept inside a fold.');
    expect(await page.evaluate(() => document.querySelector('#folds')?.hasAttribute('open'))).toBe(true);
  });

  test('if it is next to the page’s main text', async () => {
    const aside = '<aside id="aside">Said beside the text.</aside></main>';
    session.server.setPage(path, html.replace('</main>', aside));
    const { page, panel } = await openNoted(session);
    await select(page, '#aside');
    await keep(page, panel, 'Said beside');
    await expect.poll(() => selected(page)).toBe('Said beside the text.');
  });
});
