import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '../../../../progress/merge.ts';
import type { ProgressRecord, Writing } from '../../../../progress/records.ts';
import { stampAfter } from '../../../../progress/stamp.ts';
import { shardNames } from '../../../../progress/sync/area.ts';
import { exchange, type WhileOn } from '../../../../progress/sync/exchange.ts';
import { MemoryReplica } from '../memory-replica.ts';
import { FakeArea } from './fake-area.ts';

const whileOn: WhileOn = (work) => work();

/** A computer: its progress, and its copy of the synced area. */
interface Device {
  name: string;
  replica: MemoryReplica;
  area: FakeArea;
}

type Step =
  | { do: 'write'; device: number; writing: Writing; clock: number }
  | { do: 'exchange'; device: number; grant: number }
  /** The browser copies an item to or from the server, whichever is newer: late, twice, or over something that was not sent yet. */
  | { do: 'up' | 'down'; device: number; item: string };

const DEVICES = 5;
const device = fc.nat(DEVICES - 1);
const key = fc.constantFrom('a', 'b', 'c');
const item = fc.constantFrom(...shardNames);
const writing = fc.oneof(
  fc.record({ key: fc.tuple(key, fc.constant('completion'), key), value: fc.boolean() }),
  fc.record({
    key: fc.tuple(key, fc.constant('visit'), key, fc.constant('2026-11-23')),
    value: fc.boolean(),
  }),
  fc.record({ key: fc.tuple(key, fc.constant('audience')), value: key }),
) as fc.Arbitrary<Writing>;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write'), device, writing, clock: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('exchange'), device, grant: fc.constantFrom(0, 1, 32) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('up', 'down'), device, item }) },
);

/** Writes a record on one device, later than the one it has, and returns it. */
async function write({ name, replica }: Device, writing: Writing, clock: number): Promise<ProgressRecord> {
  const known = (await replica.readAll()).find((record) => idOf(record) === idOf(writing));
  const record = { ...writing, ...stampAfter(known, clock, name) } as ProgressRecord;
  await replica.merge([record]);
  return record;
}

/** Several devices, and the browser's server between them. */
class Account {
  readonly #server = new Map<string, string>();
  readonly devices: Device[] = Array.from({ length: DEVICES }, (_, at) => ({
    name: `d${at}`,
    replica: new MemoryReplica(),
    area: new FakeArea(),
  }));
  /** Everything that any device has written. */
  readonly written = new MemoryReplica();

  up({ area }: Device, name: string): void {
    const json = area.items.get(name);
    if (json) this.#server.set(name, json);
  }

  down({ area }: Device, name: string): void {
    const json = this.#server.get(name);
    if (json) area.arrive(name, json);
  }

  async take(step: Step): Promise<void> {
    const device = this.devices[step.device] as Device;
    if (step.do === 'write') await this.written.merge([await write(device, step.writing, step.clock)]);
    else if (step.do === 'exchange') await exchange(device.area, device.replica, () => step.grant, whileOn);
    else this[step.do](device, step.item);
  }

  /** Every device gets everything from the server, exchanges it, and sends everything. */
  async syncAll(): Promise<void> {
    for (const device of this.devices) {
      for (const name of shardNames) this.down(device, name);
      await exchange(device.area, device.replica, () => 32, whileOn);
      for (const name of shardNames) this.up(device, name);
    }
  }

  /** Every device has everything, and another exchange writes nothing. */
  async expectRest(): Promise<void> {
    for (const device of this.devices) {
      for (const name of shardNames) this.down(device, name);
      const before = device.area.writes.length;
      await exchange(device.area, device.replica, () => 32, whileOn);
      expect(device.area.writes.length).toBe(before);
      expect(device.replica.sorted).toEqual(this.written.sorted);
    }
  }
}

describe('up to five devices', () => {
  test('end in sync with the latest of everything, whatever was late, repeated or lost on the way, and then write no more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const account = new Account();
        for (const step of steps) await account.take(step);
        await account.syncAll();
        await account.syncAll();
        await account.expectRest();
      }),
      { numRuns: 200 },
    );
  });
});
