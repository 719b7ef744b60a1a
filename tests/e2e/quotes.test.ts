import { describe, expect, test } from 'vitest';
import { handbookPage } from '../fixtures/pages.ts';
import {
  keepWith,
  notesIn,
  OBJECTIVE,
  openNoted,
  QUOTE,
  QUOTED,
  select,
  sheet,
  type,
  unfold,
  untilClosed,
  untilQuote,
  VALUES,
} from './note-sheet.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

describe('quotes', () => {
  const session = useSession({ keepsState: true });

  test('a sentence of the page is kept with an objective, which is ticked with it as its evidence', async () => {
    const { page, panel } = await openNoted(session);
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
        link: `${VALUES}#diversity-inclusion:~:text=One%20of%20the%20two%20headings,that%20the%20course%20links%20to.`,
        evidence: true,
      },
    ]);
    await expect
      .poll(async () => (await objectivesIn(panel)).find(({ text }) => text === OBJECTIVE)?.ticked)
      .toBe(true);
    await page.close();
  });

  test('the quote’s link leads back to its words, from the same page and from another', async () => {
    const { page, panel } = await openNoted(session);
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
    const { page, panel } = await openNoted(session);
    await unfold(panel, 'Objectives');
    await panel.click('section[aria-label="Objectives"] .notes a');
    await panel.waitFor(() =>
      document.querySelector('.notice')?.textContent?.includes('not on this page any more'),
    );
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#diversity-inclusion');
    await panel.click('.notice button');
    await panel.waitFor(() => !document.querySelector('.notice'));
    session.server.setPage(path, undefined);
    await page.close();
  });

  test('a long quote that is not there any more is named by its beginning', async () => {
    const path = new URL(VALUES).pathname;
    const html = handbookPage(path) ?? '';
    const long = 'Whoever reads this will see that it goes on and on. '.repeat(6).trim();
    session.server.setPage(path, html.replace(QUOTE, long));
    const { page, panel } = await openNoted(session);
    await select(page, QUOTED);
    await panel.click(keepWith(OBJECTIVE));
    await untilQuote(panel, long);
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    session.server.setPage(path, undefined);
    await page.reload();
    await untilSection(panel, SECTIONS.practices);
    await untilRegionShows(panel, 'Objectives', 'Whoever reads this');
    await unfold(panel, 'Objectives');
    await panel.click('section[aria-label="Objectives"] .notes li:last-of-type a');
    const said = await panel.waitFor(() => document.querySelector('.notice p')?.textContent);
    expect(said).toContain(`“${long.slice(0, 80).trim()} …”`);
    await page.close();
  });

  test('a quote that begins and ends with emoji is shown again as a whole', async () => {
    const path = new URL(VALUES).pathname;
    const html = handbookPage(path) ?? '';
    session.server.setPage(path, html.replace(QUOTE, '🌱 Grown from 🌍🌍 seeds 🌳'));
    const { page, panel } = await openNoted(session);
    await select(page, QUOTED);
    await panel.click(keepWith(OBJECTIVE));
    await untilQuote(panel, '🌱 Grown from 🌍🌍 seeds 🌳');
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await panel.waitFor(() =>
      document.querySelector('section[aria-label="Objectives"] .notes')?.textContent?.includes('Grown'),
    );
    await unfold(panel, 'Objectives');
    await panel.click('section[aria-label="Objectives"] .notes li:last-of-type a');
    await expect
      .poll(() => page.evaluate(() => getSelection()?.toString().trim()))
      .toBe('🌱 Grown from 🌍🌍 seeds 🌳');
    session.server.setPage(path, undefined);
    await page.close();
  });

  test('a selection across headings keeps its lines, and of the whole page the beginning', async () => {
    const { page, panel } = await openNoted(session);
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
});
