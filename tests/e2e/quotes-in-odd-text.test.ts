import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage } from '../fixtures/pages.ts';
import {
  keepWith,
  OBJECTIVE,
  openNoted,
  QUOTE,
  QUOTED,
  select,
  sheet,
  unfold,
  untilClosed,
  VALUES,
} from './note-sheet.ts';
import { useSession } from './session.ts';

/** A sentence as styles change it: with what is not seen, what cannot be selected, and what is in capitals. */
const STYLED =
  'Shown <span style="display: none">and hidden</span> with a <span style="text-transform: uppercase">loud</span> ' +
  'word<button style="user-select: none">Copy</button> and an end.';

describe('a quote is found again', () => {
  const session = useSession({ keepsState: true });
  const path = new URL(VALUES).pathname;
  const html = handbookPage(path) ?? '';

  /** Keeps what is selected as a note, and lets go of the selection. */
  async function keep(page: Page, panel: Panel, words: string): Promise<void> {
    await panel.click(keepWith(OBJECTIVE));
    await expect.poll(async () => (await sheet(panel))?.quote).toContain(words);
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await panel.waitFor(
      (expected) =>
        document.querySelector('section[aria-label="Objectives"] .notes')?.textContent?.includes(expected),
      words,
    );
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
    });
    await unfold(panel, 'Objectives');
    await panel.click('section[aria-label="Objectives"] .notes li:last-of-type a');
  }

  test('where a style hides a part of it, forbids to select it, or writes it in capitals; of two places the one below its heading', async () => {
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
    expect(await panel.evaluate(() => document.querySelector('.notice'))).toBeNull();
    await page.close();
  });

  test('where it is folded away by now, which is unfolded, and where it stands beside the page’s text', async () => {
    session.server.setPage(
      path,
      html
        .replace(
          QUOTE,
          '<details open id="folds"><summary>More</summary><p id="inside">Kept inside a fold.</p></details>',
        )
        .replace('</main>', '<aside id="aside">Said beside the text.</aside></main>'),
    );
    const { page, panel } = await openNoted(session);
    await select(page, '#inside');
    await panel.click(keepWith(OBJECTIVE));
    await expect.poll(async () => (await sheet(panel))?.quote).toBe('Kept inside a fold.');
    await page.evaluate(() => document.querySelector('#folds')?.removeAttribute('open'));
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await unfold(panel, 'Objectives');
    await panel.waitFor(() => document.querySelector('.notes li:last-of-type a'));
    await panel.click('section[aria-label="Objectives"] .notes li:last-of-type a');
    await expect
      .poll(() => page.evaluate(() => getSelection()?.toString().trim()))
      .toBe('Kept inside a fold.');
    expect(await page.evaluate(() => document.querySelector('#folds')?.hasAttribute('open'))).toBe(true);

    await select(page, '#aside');
    await keep(page, panel, 'Said beside');
    await expect
      .poll(() => page.evaluate(() => getSelection()?.toString().trim()))
      .toBe('Said beside the text.');
    session.server.setPage(path, undefined);
    await page.close();
  });
});
