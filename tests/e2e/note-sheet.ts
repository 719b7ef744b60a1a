import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { patternOf, t } from '../texts.ts';
import {
  button,
  choose,
  click,
  combobox,
  named,
  nth,
  region,
  seen,
  type Target,
  textbox,
  untilSeen,
  within,
} from './by-role.ts';
import { openFold, type } from './panel-parts.ts';
import { HANDBOOK, SECTIONS, type Session, untilRegionShows, untilSection } from './session.ts';

export const VALUES = `${HANDBOOK}values/`;
export const QUOTE = 'One of the two headings that the course links to.';
export const OBJECTIVE = 'Bring good habits into every exchange with the community';
export const OBJECTIVES = region('objectives.all');

/** Selects from the start of one element to the end of another, like dragging the mouse. */
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

const oneOf = (...patterns: RegExp[]) => RegExp(patterns.map(({ source }) => source).join('|'));
const SHEET = named('dialog', oneOf(patternOf('note.title'), patternOf('note.titleOfEdit')));
/** An element in the note form. */
export const inSheet = (part: Target) => within(SHEET, part);
export const WORDS = inSheet(textbox('note.words'));
export const SAVE = inSheet(button('note.save'));
const QUOTED_IN_SHEET = inSheet(region('note.quote'));

/** Returns what the note form shows; undefined if it isn't open. */
export async function sheet(panel: Panel) {
  const first = async (target: Target) => (await seen(panel, target))[0];
  const words = await first(WORDS);
  if (!words) return undefined;
  return {
    quote: (await first(within(QUOTED_IN_SHEET, named('blockquote'))))?.text ?? '',
    words: words.value,
    about: (await first(inSheet(combobox('note.belongsTo'))))?.option,
    said: (await first(within(QUOTED_IN_SHEET, named('status'))))?.text,
    savable: (await first(SAVE))?.disabled === false,
  };
}
export const untilQuote = (panel: Panel, quote: string) =>
  expect.poll(async () => (await sheet(panel))?.quote).toBe(quote);
/** Waits until no view is open. Until then, it gets the keys. */
export const untilClosed = (panel: Pick<Panel, 'waitFor'>) =>
  panel.waitFor(() => !document.querySelector('dialog'));

/** Returns the notes in the region with this name, in order, folded or not. */
export const notesIn = (panel: Panel, name: string) =>
  panel.evaluate(
    (of, evidence) =>
      [...document.querySelectorAll(`section[aria-label="${of}"] li li`)].map((item) => ({
        quote: item.querySelector('blockquote')?.textContent ?? '',
        words: item.querySelector('p[dir="auto"]')?.textContent ?? '',
        source: item.querySelector('a')?.textContent ?? '',
        link: item.querySelector('a')?.href ?? '',
        evidence: item.textContent?.includes(evidence),
      })),
    name,
    t('note.evidence'),
  );

/** Waits until a region has notes, and unfolds them. */
export async function unfold(panel: Panel, of: Target): Promise<void> {
  const lists = within(of, named('button', oneOf(patternOf('note.count', 1), patternOf('note.count', 2))));
  await untilSeen(panel, lists);
  for (const [at, { expanded }] of (await seen(panel, lists)).entries())
    if (!expanded) await click(panel, nth(lists, at));
}

/** Chooses an action from the menu of the only note in a region. */
export async function chooseForNote(
  panel: Pick<Panel, 'evaluate' | 'click'>,
  of: Target,
  key: 'note.edit' | 'note.delete',
): Promise<void> {
  await click(panel, within(of, button('note.actions')));
  await click(panel, within(of, button(key)));
}

/** Returns a selector of the button that opens a new note on the item with this title. */
export const keepWith = (title: string) => `button[aria-label="${t('note.keepWith', [title])}"]`;
export const chooseAbout = (panel: Panel, title: string) =>
  choose(panel, inSheet(combobox('note.belongsTo')), title);

/** Opens a new note with the keyboard shortcut. */
export async function beginNote(panel: Panel): Promise<void> {
  await panel.press('n');
  await untilSeen(panel, WORDS);
}

/** Types into the note form, after the existing text. */
export async function write(panel: Panel, words: string): Promise<void> {
  await click(panel, WORDS);
  await panel.press('End');
  await type(panel, words);
}

export async function save(panel: Panel): Promise<void> {
  await click(panel, SAVE);
  await untilClosed(panel);
}

/** Saves a note with this text on the objective, and waits until it is listed. */
export async function savePageWording(panel: Panel, words: string): Promise<void> {
  await beginNote(panel);
  await chooseAbout(panel, OBJECTIVE);
  await write(panel, words);
  await save(panel);
  await untilRegionShows(panel, t('objectives.all'), words);
}

/** Selects the quote, saves it as a note on the objective, and waits until it is listed. */
export async function keepQuote(page: Page, panel: Panel, quote = QUOTE, place = QUOTED): Promise<void> {
  await select(page, place);
  await panel.click(keepWith(OBJECTIVE));
  await untilQuote(panel, quote);
  await save(panel);
  await untilRegionShows(panel, t('objectives.all'), quote);
}

/** Opens a page of the section with two headings to quote, and the panel with all objectives and its notes loaded. */
export async function openNoted(session: Session, address = VALUES): Promise<{ page: Page; panel: Panel }> {
  const page = await session.reader.newPage(address);
  const panel = await session.reader.openPanel(page);
  await untilSection(panel, SECTIONS.practices);
  await openFold(panel, 'objectives.all');
  await untilSeen(panel, within(OBJECTIVES, named('button', patternOf('note.keepWith'))));
  return { page, panel };
}
