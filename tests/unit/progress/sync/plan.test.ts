import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../../progress/kinds.ts';
import type { ProgressRecord } from '../../../../progress/records.ts';
import { clearArea, readArea, shardNames, shardOf } from '../../../../progress/sync/area.ts';
import { planWrites } from '../../../../progress/sync/plan.ts';
import { type Entry, encodeShard } from '../../../../progress/sync/shard.ts';
import { anyRecords } from '../any-record.ts';
import { COURSE, completions, NOW, stamp, visits } from '../samples.ts';
import { FakeArea } from './fake-area.ts';

async function planFor(records: readonly ProgressRecord[], area: FakeArea) {
  return planWrites(records, readArea(await area.get()));
}

async function inArea(area: FakeArea): Promise<Entry[]> {
  return [...readArea(await area.get()).shards.values()].flatMap((shard) => [...shard.values()]);
}

describe('what is written', () => {
  test('is everything that is synced if there is space, and then nothing is missing', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords(NOW), async (records) => {
        const area = new FakeArea();
        const plan = await planFor(records, area);
        expect(plan).toMatchObject({ leftOut: 0, completionsLeftOut: 0, heldBack: 0 });
        await area.set(plan.writes);
        const synced = records.filter(({ key }) => kinds[key[1]].sync !== 'never');
        expect((await inArea(area)).length).toBe(synced.length);
        expect((await planFor(records, area)).writes).toEqual({});
      }),
    );
  });

  test('of a followed course is its address, but not its pack, however large', async () => {
    const area = new FakeArea();
    const id = 'a-followed-course';
    const address = 'https://handbook.gitlab.com/handbook/bakery/';
    const place = {
      source: 'followed' as const,
      address,
      title: 'Bakery',
      archived: false,
      removed: false,
      place: 2,
    };
    const course: ProgressRecord = { key: ['', 'course', id], value: place, ...stamp(NOW) };
    const pack: ProgressRecord = { key: ['*', 'pack', id], value: 'x'.repeat(200_000), ...stamp(NOW) };
    const plan = await planFor([course, pack], area);
    expect(plan).toMatchObject({ leftOut: 0, heldBack: 0 });
    await area.set(plan.writes);
    expect(await inArea(area)).toEqual([course]);
  });

  test('of a note is all of it, in whatever language', async () => {
    const area = new FakeArea();
    const note: ProgressRecord = {
      key: [COURSE, 'note', 'one'],
      value: {
        about: { kind: 'objective', id: 'an-objective' },
        words: '言'.repeat(1200),
        quote: '引'.repeat(800),
        address: 'https://handbook.gitlab.com/handbook/values/',
        title: '題'.repeat(300),
        evidence: true,
        made: NOW,
      },
      ...stamp(NOW),
    };
    const plan = await planFor([note], area);
    expect(plan.leftOut).toBe(0);
    await area.set(plan.writes);
    expect(await inArea(area)).toEqual([note]);
  });

  test('after a tick is one shard', async () => {
    const area = new FakeArea();
    const records = [...completions(40), ...visits(400)];
    await area.set((await planFor(records, area)).writes);
    const [first, ...rest] = records as [ProgressRecord, ...ProgressRecord[]];
    const plan = await planFor([{ ...first, value: false, time: NOW + 1 } as ProgressRecord, ...rest], area);
    expect(Object.keys(plan.writes)).toEqual([shardOf(first.key)]);
  });

  test('leaves out damaged shards and those of another version, with all that belongs there', async () => {
    const records = completions(40);
    const [broken = '', newer = ''] = [...new Set(records.map(({ key }) => shardOf(key)))];
    const area = new FakeArea({
      [broken]: { ...encodeShard([]), sum: 'x' },
      [newer]: { version: 2, whatever: [] },
      stranger: 'x'.repeat(5000),
    });
    const plan = await planFor(records, area);
    const held = records.filter(({ key }) => [broken, newer].includes(shardOf(key)));
    expect(plan.heldBack).toBe(held.length);
    expect(Object.keys(plan.writes)).not.toContain(broken);
    expect(Object.keys(plan.writes)).not.toContain(newer);
    await area.set(plan.writes);
    expect((await inArea(area)).length).toBe(40 - held.length);
    await clearArea(area);
    expect([...area.items.keys()]).toEqual(['stranger']);
  });

  test('includes kinds that only another version knows', async () => {
    const [tick] = completions(1) as [ProgressRecord];
    const unknown = { ...tick, key: [COURSE, 'of-another-version', 'x'], value: { words: 'kept' } };
    const odd = { ...tick, value: 'perhaps' };
    const area = new FakeArea({
      [shardOf(tick.key)]: encodeShard([odd]),
      [shardOf(unknown.key)]: encodeShard([unknown]),
    });
    expect((await planFor([], area)).writes).toEqual({});
    const near = completions(400).filter(({ key }) => shardOf(key) === shardOf(unknown.key));
    await area.set((await planFor(near, area)).writes);
    expect(await inArea(area)).toContainEqual(unknown);
    expect(await inArea(area)).toContainEqual(odd);
  });
});

describe('past capacity', () => {
  test('the oldest visits are left out, completions and other kinds stay', async () => {
    const area = new FakeArea();
    const kept = [
      ...completions(200),
      { key: [COURSE, 'audience'], value: 'team-member', ...stamp(1) } as ProgressRecord,
    ];
    const all = visits(10_000);
    const plan = await planFor([...all, ...kept], area);
    await area.set(plan.writes);
    const there = await inArea(area);
    expect(there.length).toBe(kept.length + all.length - plan.leftOut);
    for (const record of kept) expect(there).toContainEqual(record);
    const times = there.filter(({ key }) => key[1] === 'visit').map(({ time }) => time);
    expect(new Set(times)).toEqual(new Set(all.slice(0, times.length).map(({ time }) => time)));
    expect(plan.completionsLeftOut).toBe(0);
    expect(area.bytes).toBeGreaterThan(0.9 * 102_400);
  });

  test.each([
    ['visits', 6500, visits(6500)],
    ['completions', 2000, completions(2000)],
  ])('of %s is not before %i', async (_, _count, records) => {
    expect((await planFor(records, new FakeArea())).leftOut).toBe(0);
  });

  test('the number of completions that do not fit is reported', async () => {
    const area = new FakeArea();
    const plan = await planFor(completions(4000, '<é'.repeat(20)), area);
    await area.set(plan.writes);
    expect(plan.completionsLeftOut).toBe(plan.leftOut);
    expect(plan.leftOut).toBe(4000 - (await inArea(area)).length);
    expect(plan.leftOut).toBeGreaterThan(0);
  });

  test('an entry that is too large for any shard displaces no other', async () => {
    const area = new FakeArea();
    const link = `https://${'€'.repeat(1900)}`;
    const value = {
      from: link,
      times: 1,
      refused: false,
    };
    const large: ProgressRecord = {
      key: [COURSE, 'move', 'x', `${link}<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<`],
      value,
      ...stamp(NOW),
    };
    const near = visits(4000).filter(({ key }) => shardOf(key) === shardOf(large.key));
    const plan = await planFor([large, ...near], area);
    expect(plan.leftOut).toBe(1);
    await area.set(plan.writes);
  });

  test('space is freed before it is used, and foreign items count', async () => {
    const area = new FakeArea({ stranger: 'x'.repeat(8000), other: 'y'.repeat(8000) });
    await area.set((await planFor(visits(9000), area)).writes);
    const plan = await planFor([...visits(9000), ...completions(300)], area);
    for (const [name, shard] of Object.entries(plan.writes)) await area.set({ [name]: shard });
    expect((await inArea(area)).filter(({ key }) => key[1] === 'completion')).toHaveLength(300);
  });

  test('any area can be read, and what is planned fits', async () => {
    const name = fc.oneof(fc.constantFrom(...shardNames), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.jsonValue()), anyRecords(NOW), async (items, records) => {
        const area = new FakeArea(items);
        await area.set((await planFor(records, area)).writes);
        expect((await planFor(records, area)).writes).toEqual({});
      }),
    );
  });
});
