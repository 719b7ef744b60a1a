import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage } from '../fixtures/pages.ts';
import {
  HANDBOOK,
  objectivesIn,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const VALUES = `${HANDBOOK}values/`;
const QUOTE = 'One of the two headings that the course links to.';
const OBJECTIVE = 'Bring good habits into every exchange with the community';

/** Selects from the start of one element to the end of another, as dragging the mouse does. */
const select = (page: Page, from: string, to = from) =>
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
const QUOTED = '#diversity-inclusion + p';

/** What the note's sheet shows; undefined where it is not open. */
const sheet = (panel: Panel) =>
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
const untilQuote = (panel: Panel, quote: string) =>
  expect.poll(async () => (await sheet(panel))?.quote).toBe(quote);
const untilClosed = (panel: Panel) => panel.waitFor(() => !document.querySelector('dialog'));

/** The notes as they stand in a region, whether they are unfolded or not. */
const notesIn = (panel: Panel, region: string) =>
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
const unfold = (panel: Panel, region: string) =>
  panel.evaluate((name) => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(
      `section[aria-label="${name}"] .notes`,
    ))
      details.open = true;
  }, region);

const keepWith = (title: string) => `button[aria-label="Keep a note with: ${title}"]`;
const choose = (panel: Panel, title: string) =>
  panel.evaluate((wanted) => {
    const places = document.querySelector<HTMLSelectElement>('dialog select');
    const option = [...(places?.options ?? [])].find(({ text }) => text === wanted);
    if (!places || !option) throw new Error(`no ${wanted}`);
    places.value = option.value;
    places.dispatchEvent(new Event('change', { bubbles: true }));
  }, title);

async function type(panel: Panel, text: string): Promise<void> {
  for (const letter of text) await panel.press(letter);
}

describe('notes', () => {
  const session = useSession();
  const open = async (address = VALUES) => {
    const page = await session.reader.newPage(address);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await panel.waitFor((button) => document.querySelector(button), keepWith(OBJECTIVE));
    return { page, panel };
  };

  test('a sentence of the page is kept with an objective, which is ticked with it as its evidence', async () => {
    const { page, panel } = await open();
    await select(page, QUOTED);
    await panel.click(keepWith(OBJECTIVE));
    await untilQuote(panel, QUOTE);
    expect((await sheet(panel))?.about).toBe(OBJECTIVE);
    await panel.click('dialog input[type="checkbox"]');
    await panel.click('dialog textarea');
    await type(panel, 'I did so.');
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await untilRegionShows(panel, 'Objectives', '1 note');
    expect(await notesIn(panel, 'Objectives')).toEqual([
      {
        quote: QUOTE,
        words: 'I did so.',
        source: 'GitLab Values · 🌐 Diversity, Inclusion & Belonging',
        link: `${VALUES}#diversity-inclusion:~:text=${encodeURIComponent('One of the two headings that the course links to.')}`,
        evidence: true,
      },
    ]);
    await expect
      .poll(async () => (await objectivesIn(panel)).find(({ text }) => text === OBJECTIVE)?.ticked)
      .toBe(true);
    await page.close();
  });

  test('the quote’s link leads back to its words, from the same page and from another', async () => {
    const { page, panel } = await open();
    await page.goto(`${RELATIONS}programs/education-program/`);
    await untilSection(panel, SECTIONS.programs);
    await unfold(panel, 'Objectives');
    await panel.click('section[aria-label="Objectives"] .notes a');
    const selected = () => page.evaluate(() => getSelection()?.toString().trim()).catch(() => '');
    await expect.poll(selected).toBe(QUOTE);
    const seen = () =>
      page.evaluate((place) => {
        const { top = -1, bottom = 0 } = document.querySelector(place)?.getBoundingClientRect() ?? {};
        return top >= 0 && bottom <= innerHeight;
      }, QUOTED);
    expect(await seen()).toBe(true);
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
    });
    await unfold(panel, 'Objectives');
    await panel.click('section[aria-label="Objectives"] .notes a');
    await expect.poll(selected).toBe(QUOTE);
    expect(await seen()).toBe(true);
    await page.close();
  });

  test('where the page says it in other words, its heading is shown, and the panel says so', async () => {
    const path = new URL(VALUES).pathname;
    const html = handbookPage(path, { base: new URL(VALUES).origin, lang: 'en', tree: 'small' }) ?? '';
    session.server.setPage(path, html.replace(QUOTE, 'The course links to this heading.'));
    const { page, panel } = await open();
    await unfold(panel, 'Objectives');
    await panel.click('section[aria-label="Objectives"] .notes a');
    await panel.waitFor(() =>
      document.querySelector('.notice')?.textContent?.includes('not on this page any more'),
    );
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#diversity-inclusion');
    session.server.setPage(path, undefined);
    await page.close();
  });

  test('a note is written, changed, deleted and brought back', async () => {
    const { page, panel } = await open(`${VALUES}#transparency`);
    await panel.waitFor(() => document.querySelector('section[aria-label="Resources"] .resource.here'));
    await panel.click('section[aria-label="Resources"] .resource.here > .tool');
    await panel.waitFor(() => document.querySelector('dialog.note'));
    expect(await sheet(panel)).toMatchObject({ quote: '', savable: false });
    await panel.click('dialog textarea');
    await type(panel, 'Ask first');
    await panel.press('Enter', { modifiers: [process.platform === 'darwin' ? 'Meta' : 'Control'] });
    await untilClosed(panel);
    await untilRegionShows(panel, 'Resources', '1 note');
    await unfold(panel, 'Resources');
    await panel.click('section[aria-label="Resources"] .notes .actions button:first-of-type');
    await panel.waitFor(() => document.querySelector('dialog textarea'));
    await panel.click('dialog textarea');
    await panel.press('End');
    await type(panel, ' and listen');
    await panel.click('dialog button[type="submit"]');
    await untilRegionShows(panel, 'Resources', 'Ask first and listen');
    await unfold(panel, 'Resources');
    await panel.click('section[aria-label="Resources"] .notes .actions button:last-of-type');
    await untilRegionShows(panel, 'Resources', 'Note deleted');
    expect(await notesIn(panel, 'Resources')).toEqual([]);
    await panel.click('section[aria-label="Resources"] [role="status"] button');
    await untilRegionShows(panel, 'Resources', 'Ask first and listen');
    await page.close();
  });

  test('a selection across headings keeps its lines, and of the whole page the beginning', async () => {
    const { page, panel } = await open();
    await select(page, '#diversity-inclusion', QUOTED);
    await panel.press('n');
    await untilQuote(panel, `🌐 Diversity, Inclusion & Belonging\n${QUOTE}`);
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('.td-content') as Element),
    );
    await panel.click('dialog .actions button');
    await expect.poll(async () => (await sheet(panel))?.said).toContain('Its beginning is kept');
    const { quote = '' } = (await sheet(panel)) ?? {};
    expect(quote.startsWith('GitLab Values\nCREDIT\nSix words')).toBe(true);
    expect(quote.length).toBeLessThanOrEqual(800);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await panel.click('dialog .actions button');
    await expect.poll(async () => (await sheet(panel))?.said).toContain('Nothing is selected');
    expect((await sheet(panel))?.quote).toBe(quote);
    await panel.press('Escape');
    await untilClosed(panel);
    await page.close();
  });

  test('what was written is there again after a slip of the finger on Escape', async () => {
    const { page, panel } = await open();
    await panel.press('n');
    await panel.waitFor(() => document.querySelector('dialog textarea'));
    await panel.click('dialog textarea');
    await type(panel, 'Half a thought');
    await panel.press('Escape');
    await untilClosed(panel);
    await panel.press('n');
    await expect.poll(async () => (await sheet(panel))?.words).toBe('Half a thought');
    await choose(panel, OBJECTIVE);
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await panel.press('n');
    await expect.poll(async () => (await sheet(panel))?.words).toBe('');
    await panel.press('Escape');
    await untilClosed(panel);
    await page.close();
  });
});
