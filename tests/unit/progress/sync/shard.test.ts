import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TIME } from '../../../../progress/stamp.ts';
import { bytesOf, itemBytes, shardNames, shardOf } from '../../../../progress/sync/area.ts';
import { decodeShard, type Entry, encodeShard, hashOf } from '../../../../progress/sync/shard.ts';
import { effortOf } from '../../../effort.ts';
import { anyRecords } from '../any-record.ts';

const sorted = (entries: readonly Entry[]) => entries.map((entry) => JSON.stringify(entry)).sort();
const asEntries = (entries: readonly Entry[]) =>
  entries.map(({ key, value, time, count, device }) => ({ key, value, time, count, device }));
const shardWith = (text: string) => ({ version: 1, sum: hashOf(text).toString(36), text });

describe('a shard', () => {
  test('gives back its entries, in whatever order they were', () => {
    fc.assert(
      fc.property(anyRecords(MAX_TIME), (records) => {
        const shard = encodeShard(records);
        expect(sorted(decodeShard(JSON.parse(JSON.stringify(shard))) ?? [])).toEqual(
          sorted(asEntries(records)),
        );
        expect(encodeShard(records.toReversed())).toEqual(shard);
      }),
    );
  });

  test('gives back kinds that only another version knows', () => {
    const entry = {
      key: ['c', 'of-another-version', ''],
      value: { '<"\n': [null, 'é\ud800'] },
      time: 0,
      count: 0,
      device: '',
    };
    expect(decodeShard(encodeShard([entry]))).toEqual([entry]);
    expect(decodeShard(encodeShard([]))).toEqual([]);
  });

  test.each([
    ['of another version', { ...encodeShard([]), version: 2 }],
    ['without its checksum', { ...encodeShard([]), sum: undefined }],
    ['whose text was changed', { ...encodeShard([]), text: '0,1' }],
    ['that speaks of a line it lacks', shardWith('0.1,2.5.3\nc')],
    ['with a line that is no text', shardWith('0.1,2.5.3\nc\nnote\n"\n')],
    ['with no time', shardWith('0.1,1\nc\nnote')],
    ['with a time after the year 9999', shardWith('0.1,1.zzzzzzzzzz.0\nc\nnote')],
    ['with a day that no calendar has', shardWith('0.1,-zzzzzzzzzz.0.0\nc\nnote')],
    ['larger than an item can be', shardWith(' '.repeat(9000))],
    ['that is something else', [1, 2]],
  ])('%s is not read', (_, stored) => {
    expect(decodeShard(stored)).toBeUndefined();
  });

  test.each([
    ['many parts', `${Array(2000).fill('0').join('.')}${',0.1.1'.repeat(300)}\n${'x'.repeat(2000)}\nd`],
    ['long parts', `0.0.0${',0.1.1'.repeat(300)}\n${'x'.repeat(5000)}\nd`],
  ])('that would expand to a huge amount is not read: %s', async (_, text) => {
    const effort = await effortOf(() => expect(decodeShard(shardWith(text))).toBeUndefined());
    expect(effort).toBeLessThan(500);
  });

  test('can be any text without an error', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-c.,;-]*(\n[a-z0-9]*)*$/));
    fc.assert(
      fc.property(text, (text) => {
        for (const { key, time } of decodeShard(shardWith(text)) ?? []) {
          expect(key.length).toBeGreaterThan(1);
          expect(time).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('of a record is always the same, and every record has one', () => {
    fc.assert(fc.property(fc.array(fc.string()), (key) => shardNames.includes(shardOf(key))));
    // If a record moves to another shard, the version of the form must change.
    expect(shardOf(['community-learning-pathway', 'completion', 'team-value'])).toBe('progress.v');
  });

  test('is counted as the browsers do', () => {
    expect(bytesOf('é<')).toBe(8);
    expect(itemBytes('ab', 'c')).toBe(2 + 3 + 4);
  });
});
