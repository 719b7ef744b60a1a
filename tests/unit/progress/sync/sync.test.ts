import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProgressRecord } from '../../../../progress/records.ts';
import { shardNames } from '../../../../progress/sync/area.ts';
import { COURSE, completions, NOW, visits } from '../samples.ts';
import { Computer } from './computer.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const tick = (value: boolean, time: number): ProgressRecord => ({
  key: [COURSE, 'completion', 'one'],
  value,
  time,
  count: 0,
  device: 'here',
});

const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

let computer: Computer;
let stops: (() => void)[];
let computers = 0;

function open(of = computer) {
  const panel = of.openPanel();
  stops.push(panel.stop);
  return panel;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: NOW });
  computer = new Computer(`computer ${computers++}`);
  stops = [];
});

afterEach(async () => {
  for (const stop of stops) stop();
  await pass(MINUTE);
  vi.useRealTimers();
});

describe('sync', () => {
  test('writes what is there, tells when, and then waits for changes', async () => {
    await computer.write(...completions(20));
    const panel = open();
    expect(panel.status()).toEqual({ state: 'waiting' });
    await pass(MINUTE);
    expect(panel.status()).toMatchObject({
      state: 'inSync',
      exchanged: { leftOut: 0, completionsLeftOut: 0, heldBack: 0, leftAlone: 0, waiting: 0 },
    });
    const writes = computer.area.writes.length;
    await pass(60 * MINUTE);
    expect(computer.area.writes.length).toBe(writes);
    await computer.write(tick(false, NOW + 1));
    expect(panel.status()).toMatchObject({ state: 'waiting' });
    await pass(SECOND);
    expect(panel.status()).toMatchObject({ state: 'inSync' });
    expect(computer.area.writes.length).toBe(writes + 1);
  });

  test('merges what another computer writes, and writes nothing back', async () => {
    const other = new Computer('other');
    await other.write(...completions(3));
    open(other);
    const panel = open();
    await pass(MINUTE);
    for (const [name, json] of other.area.items) computer.area.arrive(name, json);
    await pass(MINUTE);
    expect(computer.replica.sorted).toEqual(other.replica.sorted);
    expect(computer.area.writes).toHaveLength(0);
    expect(computer.replica.merges).toBe(1);
    expect(panel.status()).toMatchObject({ state: 'inSync' });
  });

  test('writes again what another computer overwrote', async () => {
    await computer.write(...completions(3));
    open();
    await pass(MINUTE);
    const written = new Map(computer.area.items);
    for (const name of written.keys()) computer.area.arrive(name, undefined);
    await pass(MINUTE);
    expect(computer.area.items).toEqual(written);
  });

  test('keeps what the browser refuses, tells why, and tries again after longer and longer waits', async () => {
    await computer.write(tick(true, NOW));
    computer.area.refuse = new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.');
    const panel = open();
    await pass(0);
    expect(panel.status()).toMatchObject({ state: 'refused', why: 'rate', again: NOW + 30 * SECOND });
    await computer.write(tick(false, NOW + 1));
    await pass(29 * SECOND);
    expect(computer.area.writes).toHaveLength(1);
    await pass(SECOND);
    expect(panel.status()).toMatchObject({ state: 'refused', again: NOW + 90 * SECOND });
    computer.area.refuse = undefined;
    await pass(MINUTE);
    expect(panel.status()).toMatchObject({ state: 'inSync' });
    expect(computer.area.writes).toHaveLength(3);
  });

  test('merges what arrives while writes are refused', async () => {
    await computer.write(tick(true, NOW));
    computer.area.refuse = new Error('QUOTA_BYTES quota exceeded');
    const panel = open();
    await pass(SECOND);
    const other = new Computer('another');
    await other.write(...(visits(1) as ProgressRecord[]));
    open(other);
    await pass(SECOND);
    for (const [name, json] of other.area.items) computer.area.arrive(name, json);
    await pass(2 * SECOND);
    expect(await computer.replica.readAll()).toHaveLength(2);
    expect(panel.status()).toMatchObject({ state: 'refused', why: 'full', exchanged: { waiting: 1 } });
  });

  test('reports errors of the database, and other errors of the browser', async () => {
    const failing = vi.spyOn(computer.replica, 'readAll').mockRejectedValue(new Error('closed'));
    const panel = open();
    await pass(0);
    expect(panel.status()).toMatchObject({ state: 'refused', why: 'database', message: 'closed' });
    failing.mockRestore();
    vi.spyOn(computer.area, 'get').mockRejectedValueOnce(new Error('An unexpected error occurred'));
    await pass(30 * SECOND);
    expect(panel.status()).toMatchObject({ state: 'refused', why: 'failed' });
    await pass(MINUTE);
    expect(panel.status()).toMatchObject({ state: 'inSync' });
  });

  test('stays within the browser’s limits, however much is ticked', async () => {
    const panel = open();
    for (let time = NOW; time < NOW + 70 * MINUTE; time += 20 * SECOND) {
      await computer.write(...completions(40).map((record) => ({ ...record, time })));
      await pass(20 * SECOND);
    }
    expect(panel.told.filter(({ state }) => state === 'refused')).toEqual([]);
    const writes = computer.area.itemWrites;
    const most = (span: number) =>
      Math.max(...writes.map((from) => writes.filter((time) => time >= from && time < from + span).length));
    expect(most(MINUTE)).toBe(60);
    expect(most(60 * MINUTE)).toBe(900);
    await pass(62 * MINUTE);
    expect(panel.status()).toMatchObject({ state: 'inSync' });
  });

  test('leaves damaged shards and those of another version as they are, and tells how many', async () => {
    const odd = { [shardNames[3] as string]: '{"version":9}', [shardNames[4] as string]: '[]' };
    for (const [name, json] of Object.entries(odd)) computer.area.arrive(name, json);
    await computer.write(...completions(100));
    const panel = open();
    await pass(MINUTE);
    expect(Object.fromEntries(computer.area.items)).toMatchObject(odd);
    expect(panel.status()).toMatchObject({ state: 'inSync', exchanged: { leftAlone: 2 } });
  });

  test('is done by one panel, shown by all, and continued by another when that one closes', async () => {
    const panels = [open(), open()] as const;
    await pass(SECOND);
    await computer.write({
      key: [COURSE, 'audience'],
      value: 'team-member',
      time: NOW,
      count: 0,
      device: '',
    });
    await pass(2 * SECOND);
    expect(computer.area.writes).toHaveLength(1);
    expect(panels[1].status()).toEqual(panels[0].status());
    expect(open().status()).toEqual(panels[0].status());
    panels[0].stop();
    await computer.write(tick(true, NOW));
    await pass(2 * SECOND);
    expect(computer.area.writes).toHaveLength(2);
    expect(panels[1].status()).toMatchObject({ state: 'inSync' });
  });

  test('leaves the synced area as it is when it stops, and writes no more', async () => {
    await computer.write(...completions(3));
    const panel = open();
    await pass(MINUTE);
    const items = new Map(computer.area.items);
    panel.stop();
    await computer.write(tick(false, NOW + 1));
    await pass(MINUTE);
    expect(computer.area.items).toEqual(items);
  });
});
