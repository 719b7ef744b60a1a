import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { bake, extract } from '../../credentials/bake.ts';
import { verifyText } from '../../credentials/verify.ts';
import type { Panel } from '../browsers/reader.ts';
import { fixedPartOf, t } from '../texts.ts';
import { badgeBy, decode, forge, newKey } from '../unit/credentials/samples.ts';
import { catchFiles, check, MADE, openBadges, saved, tickAll } from './badge-sheet.ts';
import {
  beginning,
  button,
  checkbox,
  click,
  dialog,
  named,
  nth,
  region,
  seen,
  textbox,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { keepWith, OBJECTIVE, QUOTE, QUOTED, select, untilClosed, untilQuote, VALUES } from './note-sheet.ts';
import { closeSheet, openFold, openSettings, tick, type, untilWritable } from './panel-parts.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const COURSE = 'Community Learning Pathway';
const REACHED = region('badge.reachedTitle');
const MAKE = region('badge.make');
const validBadgeIn = async (text: string) => {
  const verified = await verifyText(text, builtInCourses, Date.now());
  if ('wrong' in verified) throw new Error(verified.wrong);
  return verified.valid;
};
const MAKE_IT = within(dialog('badge.title'), button('badge.makeIt'));
const makeBadge = (panel: Panel) => click(panel, MAKE_IT);
const made = async (panel: Panel) => (await seen(panel, MADE)).length;
const untilReached = (panel: Panel) =>
  untilSeen(panel, REACHED, ({ text }) => text.includes(fixedPartOf('badge.reached')));

describe('a badge', () => {
  const session = useSession();
  const open = async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    return { page, panel };
  };

  test('is made after the last tick, saved as picture and credential, and valid', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await untilReached(panel);
    await untilSeen(panel, within(REACHED, named('img')));
    await click(panel, within(REACHED, button('badge.makeYours')));
    await click(panel, within(MAKE, textbox('badge.name')));
    await type(panel, 'Ada');
    await makeBadge(panel);
    await untilSeen(panel, MADE, ({ text }) => text.includes('Ada'));
    await untilRegionShows(panel, t('badge.make'), t('badge.done'));
    await catchFiles(panel);
    const svg = await saved(panel, 'picture');
    const jwt = await saved(panel, 'credential');
    expect(extract(svg)).toEqual({ jwt });
    const valid = await validBadgeIn(jwt);
    expect(valid).toMatchObject({
      name: 'Ada',
      edition: 'same',
      course: { id: 'community-learning-pathway' },
    });
    expect(valid.objectives).toHaveLength(4);
    expect(await check(panel, svg)).toContain(t('badge.claims', ['Ada', COURSE]));
    await untilRegionShows(panel, t('badge.check'), t('badge.holds.same', [4, COURSE]));
    expect(await check(panel, jwt, 'drop')).toContain(t('badge.claims', ['Ada', COURSE]));
    // The next badge is signed with the same key.
    await makeBadge(panel);
    await expect.poll(() => made(panel)).toBe(2);
    expect((await validBadgeIn(await saved(panel, 'credential'))).did).toBe(valid.did);
    await panel.close();
    await page.close();
  });

  test('is offered once: not on the next page, even after another tick there, and not when the panel opens', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await untilReached(panel);
    await page.goto(VALUES);
    await untilSection(panel, SECTIONS.practices);
    await untilGone(panel, REACHED);
    await tick(panel, 0, false);
    await tick(panel, 0);
    // The card would need a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await seen(panel, REACHED)).toEqual([]);
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilSection(again, SECTIONS.practices);
    await untilWritable(again);
    expect(await seen(again, REACHED)).toEqual([]);
    // It can still be made.
    await openBadges(again);
    await untilSeen(again, MAKE_IT);
    await again.close();
    await page.close();
  });

  test('is still there in a new panel, and is offered no more once it was made', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await untilReached(panel);
    await openBadges(panel);
    await makeBadge(panel);
    await expect.poll(() => made(panel)).toBe(1);
    await closeSheet(panel);
    await untilGone(panel, REACHED);
    await tick(panel, 0, false);
    await tick(panel, 0);
    // The card would need a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await seen(panel, REACHED)).toEqual([]);
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilSection(again, SECTIONS.programs);
    await openBadges(again);
    await expect.poll(() => made(again)).toBe(1);
    expect(await seen(again, REACHED)).toEqual([]);
    await again.close();
    await page.close();
  });

  test('stays dismissed as a card', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await untilReached(panel);
    await click(panel, within(REACHED, button('badge.putAway')));
    await untilGone(panel, REACHED);
    await tick(panel, 0, false);
    await tick(panel, 0);
    // The card would need a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await seen(panel, REACHED)).toEqual([]);
    await panel.close();
    await page.close();
  });

  test('has a quote as evidence only if the learner wants that, and can be undone', async () => {
    const page = await session.reader.newPage(VALUES);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await select(page, QUOTED);
    await panel.waitFor((button) => document.querySelector(button), keepWith(OBJECTIVE));
    await panel.click(keepWith(OBJECTIVE));
    await untilQuote(panel, QUOTE);
    await click(panel, checkbox('note.tickWithIt'));
    await click(panel, button('note.save'));
    await untilClosed(panel);
    await openFold(panel, 'objectives.all');
    await untilRegionShows(panel, t('objectives.all'), t('note.count', 1));
    await tickAll(panel);
    await openBadges(panel);
    await catchFiles(panel);
    const withQuote = within(MAKE, checkbox('badge.withQuotes', 1));
    await untilSeen(panel, withQuote);
    await makeBadge(panel);
    await expect.poll(() => made(panel)).toBe(1);
    expect((await validBadgeIn(await saved(panel, 'credential'))).quotes).toEqual([]);
    await click(panel, withQuote);
    await makeBadge(panel);
    await expect.poll(() => made(panel)).toBe(2);
    const svg = await saved(panel, 'picture');
    expect((await validBadgeIn(svg)).quotes).toMatchObject([{ objective: 'team-practices', quote: QUOTE }]);
    expect(await check(panel, svg)).toContain(QUOTE);
    // Saving a file can move the keyboard focus to the browser's list of downloads, so this uses the mouse.
    await closeSheet(panel);
    await openSettings(panel);
    const undo = named('button', beginning(t('history.undoThis', [t('history.badge', [COURSE])])));
    await untilRegionShows(panel, t('history.title'), t('history.badge', [COURSE]));
    await click(panel, nth(within(region('history.title'), undo), 0));
    await untilRegionShows(panel, t('history.title'), t('history.undone'));
    await closeSheet(panel);
    await openBadges(panel);
    await expect.poll(() => made(panel)).toBe(1);
    await panel.close();
    await page.close();
  });

  test('that is invalid is refused with the sentence for the reason', async () => {
    const [key, other] = [await newKey('EdDSA'), await newKey('EdDSA')];
    const good = await badgeBy(key, { time: Date.now() });
    const parts = good.split('.');
    const [header, payload] = parts.map((part, nth) => (nth < 2 ? decode(part) : part));
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const elsewhere = { ...payload, issuer: { ...payload.issuer, name: 'A school' } };
    const { page, panel } = await open();
    await openBadges(panel);
    expect(await check(panel, good)).toContain(fixedPartOf('badge.holds.unknown'));
    for (const [text, wrong] of [
      [parts.with(0, encode({ ...header, kid: 'https://a.example' })).join('.'), 'header'],
      [parts.with(1, encode({ ...payload, name: 'Whales' })).join('.'), 'signature'],
      [parts.with(2, (await badgeBy(key)).split('.')[2] ?? '').join('.'), 'signature'],
      [await forge(other, payload, { ...header, jwk: other.jwk }), 'otherKey'],
      [await badgeBy(key, { time: Date.now() + 86_400_000 }), 'future'],
      [await forge(key, elsewhere, header), 'foreign'],
      [await forge(key, payload, { ...header, alg: 'none' }), 'algorithm'],
      [`${good}=`, 'encoding'],
      [bake(bake('<svg></svg>', good), good), 'severalCredentials'],
      ['<svg><script>alert(1)</script></svg>', 'noCredential'],
      ['Dear diary', 'notBadge'],
      ['a'.repeat(1_000_001), 'tooLarge'],
    ] as const) {
      expect(await check(panel, text)).toContain(t(`badge.wrong.${wrong}`));
      expect(await seen(panel, within(region('badge.check'), named('img')))).toEqual([]);
    }
    await panel.close();
    await page.close();
  });
});
