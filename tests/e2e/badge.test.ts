import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { bake, extract } from '../../credentials/bake.ts';
import { verifyText } from '../../credentials/verify.ts';
import type { Panel } from '../browsers/reader.ts';
import { badgeBy, decode, forge, newKey } from '../unit/credentials/samples.ts';
import { catchFiles, check, openBadges, saved, tickAll } from './badge-sheet.ts';
import { keepWith, OBJECTIVE, QUOTE, QUOTED, select, untilClosed, untilQuote, VALUES } from './note-sheet.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const REACHED = 'All objectives reached';
const heldIn = async (text: string) => {
  const verified = await verifyText(text, builtInCourses, Date.now());
  if ('wrong' in verified) throw new Error(verified.wrong);
  return verified.held;
};
/** A file that is saved may take the keyboard along, into the browser's own list of downloads: so by the mouse. */
const close = async (panel: Panel) => {
  await panel.click('dialog .title .tool');
  await untilClosed(panel);
};
const makeBadge = (panel: Panel) => panel.click('.badges form button[type="submit"]');

describe('a badge', () => {
  const session = useSession({ keepsState: true });
  const open = async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    return { page, panel };
  };

  test('is made after the last tick, taken away as picture and credential, and holds', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await untilRegionShows(panel, REACHED, 'You have reached all objectives');
    expect(await panel.evaluate(() => document.querySelector('.reached svg')?.getAttribute('role'))).toBe(
      'img',
    );
    await panel.click('.reached .primary');
    await panel.waitFor(() => document.querySelector('.badges form input[type="text"]'));
    await panel.click('.badges form input[type="text"]');
    for (const letter of 'Ada') await panel.press(letter);
    await makeBadge(panel);
    await untilRegionShows(panel, 'Badges made so far', 'Ada');
    await untilRegionShows(panel, 'Your badge', 'Your badge is made.');
    await catchFiles(panel);
    const svg = await saved(panel, 'picture');
    const jwt = await saved(panel, 'credential');
    expect(extract(svg)).toEqual({ jwt });
    const held = await heldIn(jwt);
    expect(held).toMatchObject({
      name: 'Ada',
      edition: 'same',
      course: { id: 'community-learning-pathway' },
    });
    expect(held.objectives).toHaveLength(4);
    expect(await check(panel, svg)).toContain('This badge holds. Under the name “Ada”');
    await untilRegionShows(panel, 'Check a badge', 'word for word');
    expect(await check(panel, jwt, 'drop')).toContain('This badge holds.');
    // The next one is signed by the same key.
    await makeBadge(panel);
    await panel.waitFor(() => document.querySelectorAll('.made li').length === 2);
    expect((await heldIn(await saved(panel, 'credential'))).did).toBe(held.did);
    await panel.close();
    await page.close();
  });

  test('is still there in a new panel, and the card stays away once it was put away', async () => {
    const { page, panel } = await open();
    await untilRegionShows(panel, REACHED, 'You have reached');
    await panel.click('.reached .primary + button');
    await panel.waitFor(() => !document.querySelector('.reached'));
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilSection(again, SECTIONS.programs);
    await openBadges(again);
    await again.waitFor(() => document.querySelectorAll('.made li').length === 2);
    expect(await again.evaluate(() => document.querySelector('.reached'))).toBeNull();
    await again.close();
    await page.close();
  });

  test('has a quote as evidence only where the learner wants it, and can be taken back', async () => {
    const page = await session.reader.newPage(VALUES);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await select(page, QUOTED);
    await panel.waitFor((button) => document.querySelector(button), keepWith(OBJECTIVE));
    await panel.click(keepWith(OBJECTIVE));
    await untilQuote(panel, QUOTE);
    await panel.click('dialog input[type="checkbox"]');
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await untilRegionShows(panel, 'Objectives', '1 note');
    await tickAll(panel);
    await openBadges(panel);
    await catchFiles(panel);
    await untilRegionShows(panel, 'Your badge', 'With your quote as evidence');
    const made = () => panel.evaluate(() => document.querySelectorAll('.made li').length);
    const before = await made();
    await makeBadge(panel);
    await expect.poll(made).toBe(before + 1);
    expect((await heldIn(await saved(panel, 'credential'))).quotes).toEqual([]);
    await panel.click('.badges form input[type="checkbox"]');
    await makeBadge(panel);
    await expect.poll(made).toBe(before + 2);
    const svg = await saved(panel, 'picture');
    expect((await heldIn(svg)).quotes).toMatchObject([{ objective: 'team-practices', quote: QUOTE }]);
    expect(await check(panel, svg)).toContain(QUOTE);
    await close(panel);
    await panel.click('header .tool[aria-label="Settings"]');
    await untilRegionShows(panel, 'History', 'Badge made: Community Learning Pathway');
    await panel.click('.history button[aria-label^="Undo: Badge made"]');
    await untilRegionShows(panel, 'History', 'Undone.');
    await close(panel);
    await openBadges(panel);
    await expect.poll(made).toBe(before + 1);
    await panel.close();
    await page.close();
  });

  test('that is wrong is refused with the sentence for what is wrong', async () => {
    const [key, other] = [await newKey('EdDSA'), await newKey('EdDSA')];
    const good = await badgeBy(key, { time: Date.now() });
    const parts = good.split('.');
    const [header, payload] = parts.map((part, nth) => (nth < 2 ? decode(part) : part));
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const elsewhere = { ...payload, issuer: { ...payload.issuer, name: 'A school' } };
    const { page, panel } = await open();
    await openBadges(panel);
    expect(await check(panel, good)).toContain('is not known here');
    for (const [text, sentence] of [
      [
        parts.with(0, encode({ ...header, kid: 'https://a.example' })).join('.'),
        'The header of this credential',
      ],
      [parts.with(1, encode({ ...payload, name: 'Whales' })).join('.'), 'The signature does not fit'],
      [parts.with(2, (await badgeBy(key)).split('.')[2] ?? '').join('.'), 'The signature does not fit'],
      [await forge(other, payload, { ...header, jwk: other.jwk }), 'by another key'],
      [await badgeBy(key, { time: Date.now() + 86_400_000 }), 'dated in the future'],
      [await forge(key, elsewhere, header), 'not from Waymark'],
      [await forge(key, payload, { ...header, alg: 'none' }), 'or not at all'],
      [`${good}=`, 'in another way than it was signed'],
      [bake(bake('<svg></svg>', good), good), 'more than one credential'],
      ['<svg><script>alert(1)</script></svg>', 'no signed credential'],
      ['Dear diary', 'is no badge'],
      ['a'.repeat(1_000_001), 'too large'],
    ] as const) {
      expect(await check(panel, text)).toContain(sentence);
      expect(await panel.evaluate(() => document.querySelector('.check svg'))).toBeNull();
    }
    await panel.close();
    await page.close();
  });
});
