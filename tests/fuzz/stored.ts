import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { decodeSnapshot, encodeSnapshot } from '../../progress/backups/snapshot.ts';
import { kinds } from '../../progress/kinds.ts';
import { idOf } from '../../progress/merge.ts';
import { isRecord, progressOf } from '../../progress/records.ts';
import { MAX_TIME } from '../../progress/stamp.ts';
import { decodeShard, encodeShard, hashOf } from '../../progress/sync/shard.ts';
import { anyRecord, anyRecords } from '../unit/progress/any-record.ts';
import { mutatedData } from './mutated-data.ts';
import { mutatedText } from './mutated-text.ts';
import { fuzzTarget } from './target.ts';

/** Contents of the database or the fallback store: records are told from other data, and can be shown. */
export const storedRecords = fuzzTarget({
  name: 'stored records',
  any: fc.array(mutatedData(anyRecord(8.64e15)), { maxLength: 8 }),
  accepts(stored) {
    const records = stored.filter(isRecord);
    for (const record of records) {
      const kind = kinds[record.key[1]];
      assert.ok(v.is(kind.schema, record));
      assert.equal(typeof idOf(record), 'string');
    }
    const { completed, visited, notes } = progressOf(records);
    for (const id of [...completed, ...visited, ...notes.map((note) => note.id)])
      assert.equal(typeof id, 'string');
    return records.length === stored.length;
  },
});

async function* once<Page>(page: Page) {
  yield page;
}

/** A snapshot in extension storage: a damaged one gives records and nothing else. */
export const snapshots = fuzzTarget({
  name: 'snapshots',
  any: fc.tuple(
    anyRecords(MAX_TIME),
    fc.func(fc.double({ min: 0, max: 1, noNaN: true })),
    mutatedData(fc.constant({ format: 1, time: 5, count: 2, records: '' })),
    fc.nat(3),
  ),
  async accepts([records, share, odd, damages]) {
    const snapshot = await encodeSnapshot(once<unknown[]>(records));
    let text = snapshot.records;
    for (let damage = 0; damage < damages; damage++) {
      const at = Math.floor(share(damage) * text.length);
      text = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1 + damage);
    }
    assert.deepEqual(await decodeSnapshot(odd).then((read) => read.records), []);
    const read = await decodeSnapshot({ ...snapshot, records: text });
    assert.ok(read.records.every(isRecord));
    if (damages === 0) assert.deepEqual(read, { records: JSON.parse(JSON.stringify(records)), whole: true });
    return read.whole;
  },
});

const sealed = (text: string) => ({ version: 1, sum: hashOf(text).toString(36), text });
const records = anyRecords(MAX_TIME);
// Data that expands to much: few lines, referenced again and again.
const bomb = fc
  .tuple(
    fc.integer({ min: 1, max: 2500 }),
    fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 1200 })),
    fc.integer({ min: 1, max: 500 }),
  )
  .map(([letters, parts, count]) =>
    sealed(`${Array(parts).fill('0').join('.')}${',0.1.1'.repeat(count)}\n${'x'.repeat(letters)}\nd`),
  );

/** An item of the synced area: its records can be written again, and are not much larger than the area allows. */
export const syncedShards = fuzzTarget({
  name: 'synced shards',
  any: fc.oneof(
    mutatedText(records.map((each) => encodeShard(each).text)).map(sealed),
    mutatedData(records.map(encodeShard)),
    bomb,
  ),
  accepts(stored) {
    const entries = decodeShard(stored);
    if (!entries) return false;
    let letters = 0;
    for (const { key, time } of entries) {
      assert.ok(key.length >= 2 && time >= 0 && time <= MAX_TIME);
      for (const part of key) letters += part.length;
    }
    assert.ok(letters < 10_000_000, `${letters} letters of keys`);
    const ids = new Map(entries.map((entry) => [idOf(entry as never), entry]));
    const again = encodeShard([...ids.values()]);
    if (again.text.length <= 8192) assert.equal(decodeShard(again)?.length, ids.size);
    return true;
  },
});
