import { describe, expect, test } from 'vitest';
import { handbookPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { button, checkbox, click, named, nth, within } from './by-role.ts';
import {
  inSheet,
  keepQuote,
  keepWith,
  notesIn,
  OBJECTIVE,
  OBJECTIVES,
  openNoted,
  QUOTE,
  QUOTED,
  save,
  select,
  sheet,
  unfold,
  untilQuote,
  VALUES,
  write,
} from './note-sheet.ts';
import { noticesIn, untilNoticed } from './notices.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

/** The link of the latest quote. */
const LINK = within(OBJECTIVES, nth(named('link'), -1));

describe('quotes', () => {
  const session = useSession();
  const path = new URL(VALUES).pathname;
  const html = handbookPage(path) ?? '';
  const say = (words: string) => session.server.setPage(path, html.replace(QUOTE, words));

  test('a sentence of the page is saved with an objective, which is ticked with it as evidence', async () => {
    const { page, panel } = await openNoted(session);
    await select(page, QUOTED);
    await panel.click(keepWith(OBJECTIVE));
    await untilQuote(panel, QUOTE);
    expect((await sheet(panel))?.about).toBe(OBJECTIVE);
    await click(panel, inSheet(checkbox('note.tickWithIt')));
    await write(panel, 'I did so.');
    await save(panel);
    await untilRegionShows(panel, t('objectives.all'), 'I did so.');
    expect(await notesIn(panel, t('objectives.all'))).toEqual([
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
  });

  test('the quote’s link leads to its text, from the same page and from another', async () => {
    const { page, panel } = await openNoted(session);
    await keepQuote(page, panel);
    await page.goto(`${RELATIONS}programs/education-program/`);
    await untilSection(panel, SECTIONS.programs);
    await unfold(panel, OBJECTIVES);
    await click(panel, LINK);
    const selected = () => page.evaluate(() => getSelection()?.toString().trim()).catch(() => '');
    await expect.poll(selected).toBe(QUOTE);
    const seenThere = () =>
      page.evaluate((place) => {
        const { top = -1, bottom = 0 } = document.querySelector(place)?.getBoundingClientRect() ?? {};
        return top >= 0 && bottom <= innerHeight;
      }, QUOTED);
    await expect.poll(seenThere).toBe(true);
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
    });
    await unfold(panel, OBJECTIVES);
    await click(panel, LINK);
    await expect.poll(selected).toBe(QUOTE);
    await expect.poll(seenThere).toBe(true);
  });

  test('if the page was reworded, its heading is shown, and the panel says so', async () => {
    const { page, panel } = await openNoted(session);
    await keepQuote(page, panel);
    say('The course links to this heading.');
    await page.reload();
    await unfold(panel, OBJECTIVES);
    await click(panel, LINK);
    await untilNoticed(panel, t('notice.lostQuote', [QUOTE]));
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#diversity-inclusion');
    await click(panel, button('notice.dismiss'));
    await expect.poll(() => noticesIn(panel)).toBe('');
  });

  test('a long quote that was removed is named by its beginning', async () => {
    const long = 'Whoever reads this will see that it goes on and on. '.repeat(6).trim();
    say(long);
    const { page, panel } = await openNoted(session);
    await keepQuote(page, panel, long);
    session.server.setPage(path, undefined);
    await page.reload();
    await unfold(panel, OBJECTIVES);
    await click(panel, LINK);
    await untilNoticed(panel, t('notice.lostQuote', [`${long.slice(0, 80).trim()}…`]));
  });

  test('a quote that begins and ends with an emoji is shown again completely', async () => {
    const emoji = '🌱 Grown from 🌍🌍 seeds 🌳';
    say(emoji);
    const { page, panel } = await openNoted(session);
    await keepQuote(page, panel, emoji);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await unfold(panel, OBJECTIVES);
    await click(panel, LINK);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe(emoji);
  });

  test('a selection across headings keeps its lines, and that of a whole page is shortened', async () => {
    const { page, panel } = await openNoted(session);
    await select(page, '#diversity-inclusion', QUOTED);
    await panel.press('n');
    await untilQuote(panel, `🌐 Diversity, Inclusion & Belonging\n${QUOTE}`);
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('.td-content') as Element),
    );
    const take = inSheet(button('note.takeSelection'));
    await click(panel, take);
    await expect.poll(async () => (await sheet(panel))?.said).toBe(t('note.cut'));
    const { quote = '' } = (await sheet(panel)) ?? {};
    expect(quote.startsWith('GitLab Values\nCREDIT\nSix words')).toBe(true);
    expect(quote.length).toBeLessThanOrEqual(800);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await click(panel, take);
    await expect.poll(async () => (await sheet(panel))?.said).toBe(t('note.nothingSelected'));
    expect((await sheet(panel))?.quote).toBe(quote);
  });
});
