import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupName, writeBackup } from '../../../../progress/export/format.ts';
import { applyBackup, readBackup } from '../../../../progress/export/import.ts';
import { merge } from '../../../../progress/merge.ts';
import { isRecord, type ProgressRecord } from '../../../../progress/records.ts';
import { anyRecords } from '../any-record.ts';
import { MemoryReplica } from '../memory-replica.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

const mapOf = (records: readonly ProgressRecord[]) =>
  new Map(records.map((record) => [JSON.stringify(record.key), record]));

async function importInto(replica: MemoryReplica, file: string | Blob) {
  const read = await readBackup(file, replica, NOW);
  if ('preview' in read) await applyBackup(read.preview, replica);
  return read;
}

function tick(objective: string, value: boolean, time: number): ProgressRecord {
  return { key: ['a-course', 'completion', objective], value, time, count: 0, device: 'here' };
}

describe('a backup', () => {
  test('imported into empty progress gives the same progress', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords(NOW), async (records) => {
        const replica = new MemoryReplica();
        const text = writeBackup(records, '0.2.0', NOW);
        await importInto(replica, new Blob([text]));
        expect(replica.sorted).toEqual(new MemoryReplica(records).sorted);
        expect(writeBackup(await replica.readAll(), '0.2.0', NOW)).toBe(text);
      }),
    );
  });

  test('imported into other progress gives everything of both, and importing it again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords(NOW), anyRecords(NOW), async (here, there) => {
        const replica = new MemoryReplica(here);
        await importInto(replica, writeBackup(there, '0.2.0', NOW));
        expect(replica.sorted).toEqual(
          new MemoryReplica([...merge(mapOf(here), mapOf(there)).values()]).sorted,
        );
        const again = await readBackup(writeBackup(there, '0.2.0', NOW), replica, NOW);
        expect(again).toMatchObject({ preview: { added: [], newer: [] } });
      }),
    );
  });

  test('first shows what it would change, and changes nothing', async () => {
    const here = [tick('same', true, 5), tick('newer', true, 5), tick('older', true, 5)];
    const there = [
      tick('same', true, 5),
      tick('newer', false, 6),
      tick('older', false, 4),
      tick('new', true, 1),
    ];
    const replica = new MemoryReplica(here);
    const read = await readBackup(writeBackup(there, '0.2.0', NOW), replica, NOW);
    expect(read).toEqual({
      preview: {
        exported: '2026-11-23T12:00:00.000Z',
        app: '0.2.0',
        unknown: new Map(),
        same: [there[0]],
        newer: [{ record: there[1], present: here[1] }],
        older: [{ record: there[2], present: here[2] }],
        added: [there[3]],
      },
    });
    expect(replica.sorted).toEqual(new MemoryReplica(here).sorted);
  });

  test('never replaces what became newer while the preview was shown', async () => {
    const replica = new MemoryReplica([tick('one', true, 1)]);
    const read = await readBackup(writeBackup([tick('one', false, 2)], '0.2.0', NOW), replica, NOW);
    await replica.merge([tick('one', true, 3)]);
    if ('preview' in read) await applyBackup(read.preview, replica);
    expect(replica.sorted).toEqual([tick('one', true, 3)]);
  });

  test('leaves out kinds that this version does not know, and counts them', async () => {
    const replica = new MemoryReplica();
    const unknown = {
      key: ['a-course', 'of-another-version', 'one'],
      value: { words: [[['kept']]] },
      time: 1,
      count: 0,
      device: '',
    };
    const text = writeBackup([unknown as never, tick('one', true, 1)], '9.0.0', NOW);
    const read = await importInto(replica, text);
    expect(read).toMatchObject({ preview: { unknown: new Map([['of-another-version', 1]]) } });
    expect(replica.sorted).toEqual([tick('one', true, 1)]);
  });

  test('with records of 0.1.0 is read', async () => {
    const replica = new MemoryReplica();
    const { count, device, ...old } = tick('one', true, 1);
    await importInto(replica, writeBackup([old as ProgressRecord], '0.1.0', NOW));
    expect(replica.sorted).toEqual([{ ...old, count: 0, device: '' }]);
  });

  test('is named with the day in the reader’s time zone', () => {
    expect(backupName(new Date(2026, 0, 5, 0, 30).getTime())).toBe('waymark-progress-2026-01-05.json');
  });

  test('can be any JSON: it is refused, or everything imported fits its schema', async () => {
    const oddRecord = fc.record(
      {
        key: fc.anything(),
        value: fc.jsonValue(),
        time: fc.anything(),
        count: fc.anything(),
        device: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const oddBackup = fc.record(
      {
        format: fc.oneof({ weight: 9, arbitrary: fc.constant('waymark-progress') }, fc.jsonValue()),
        version: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, fc.jsonValue()),
        exported: fc.constant('2026-11-23T12:00:00.000Z'),
        app: fc.oneof({ weight: 9, arbitrary: fc.constant('0.2.0') }, fc.jsonValue()),
        records: fc.oneof(
          { weight: 5, arbitrary: anyRecords(NOW * 2) },
          fc.array(fc.oneof(oddRecord, fc.jsonValue())),
          fc.jsonValue(),
        ),
      },
      { requiredKeys: [] },
    );
    const texts = fc.oneof(
      oddBackup.map((backup) => JSON.stringify(backup)),
      fc.json(),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(anyRecords(NOW), texts, async (present, text) => {
        const replica = new MemoryReplica(present);
        const read = await importInto(replica, text);
        if ('refusal' in read) expect(replica.sorted).toEqual(new MemoryReplica(present).sorted);
        expect(replica.sorted.every(isRecord)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
