import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { HANDBOOK, SECTIONS, type Session, untilSection } from './session.ts';

export const VALUES = `${HANDBOOK}values/`;
export const QUOTE = 'One of the two headings that the course links to.';
export const OBJECTIVE = 'Bring good habits into every exchange with the community';

/** Selects from the start of one element to the end of another, as dragging the mouse does. */
export const select = (page: Page, from: string, to = from) =>
  page.evaluate(
    (first, last) => {
      const [start, end] = [document.querySelector(first), document.querySelector(last)];
      if (!start || !end) throw new Error('nothing to select');
      const range = document.createRange();
      range.setStartBefore(start.firstChild as Node);
      range.setEndAfter(end.lastChild as Node);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    from,
    to,
  );
export const QUOTED = '#diversity-inclusion + p';

/** What the note's sheet shows; undefined where it is not open. */
export const sheet = (panel: Panel) =>
  panel.evaluate(() => {
    const dialog = document.querySelector('dialog.note');
    return dialog
      ? {
          quote: dialog.querySelector('blockquote')?.textContent ?? '',
          words: dialog.querySelector('textarea')?.value,
          about: dialog.querySelector('select')?.selectedOptions[0]?.textContent,
          said: dialog.querySelector('section p[role="status"]')?.textContent,
          savable: !dialog.querySelector<HTMLButtonElement>('button[type="submit"]')?.disabled,
        }
      : undefined;
  });
export const untilQuote = (panel: Panel, quote: string) =>
  expect.poll(async () => (await sheet(panel))?.quote).toBe(quote);
export const untilClosed = (panel: Panel) => panel.waitFor(() => !document.querySelector('dialog'));

/** The notes as they stand in a region, whether they are unfolded or not. */
export const notesIn = (panel: Panel, region: string) =>
  panel.evaluate(
    (name) =>
      [...document.querySelectorAll(`section[aria-label="${name}"] .notes li`)].map((item) => ({
        quote: item.querySelector('blockquote')?.textContent ?? '',
        words: item.querySelector('.words')?.textContent ?? '',
        source: item.querySelector('a')?.textContent ?? '',
        link: item.querySelector('a')?.href ?? '',
        evidence: item.textContent?.includes('evidence'),
      })),
    region,
  );
export const unfold = (panel: Panel, region: string) =>
  panel.evaluate((name) => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(
      `section[aria-label="${name}"] .notes`,
    ))
      details.open = true;
  }, region);

export const keepWith = (title: string) => `button[aria-label="Keep a note with: ${title}"]`;
export const choose = (panel: Panel, title: string) =>
  panel.evaluate((wanted) => {
    const places = document.querySelector<HTMLSelectElement>('dialog select');
    const option = [...(places?.options ?? [])].find(({ text }) => text === wanted);
    if (!places || !option) throw new Error(`no ${wanted}`);
    places.value = option.value;
    places.dispatchEvent(new Event('change', { bubbles: true }));
  }, title);

export async function type(panel: Panel, text: string): Promise<void> {
  for (const letter of text) await panel.press(letter);
}

/** A page of the section with two quotable headings, with the panel beside it and its notes loaded. */
export async function openNoted(session: Session, address = VALUES): Promise<{ page: Page; panel: Panel }> {
  const page = await session.reader.newPage(address);
  const panel = await session.reader.openPanel(page);
  await untilSection(panel, SECTIONS.practices);
  await panel.waitFor(() => document.querySelector('.objectives .tool'));
  return { page, panel };
}
