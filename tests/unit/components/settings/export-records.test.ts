import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsForExport } from '../../../../components/settings/export-records.ts';
import { writeBackup } from '../../../../progress/export/format.ts';
import { isRecord, type ProgressRecord } from '../../../../progress/records.ts';
import { anyRecord } from '../../progress/any-record.ts';

const stamp = { time: 1, count: 0, device: 'one' };
const DIRTY = 'https://docs.example/a/?token=s3cret&b=1';
const CLEAN = 'https://docs.example/a/?b=1';
const note = {
  about: { kind: 'objective', id: 'x' },
  quote: 'q',
  title: 't',
  evidence: true,
  made: 1,
} as const;
const stored: ProgressRecord[] = [
  { key: ['c', 'note', 'n'], value: { ...note, words: 'token=mine', address: DIRTY }, ...stamp },
  { key: ['c', 'place'], value: { address: DIRTY, title: 't', words: '' }, ...stamp },
  {
    key: ['', 'course', 'c'],
    value: { source: 'followed', address: DIRTY, title: 't', archived: false, removed: false, place: 1 },
    ...stamp,
  },
  {
    key: ['*', 'pack', 'c'],
    value: JSON.stringify({ address: DIRTY, title: 'a', sections: [DIRTY] }),
    ...stamp,
  },
  { key: ['c', 'move', 'r', DIRTY], value: { from: DIRTY, times: 1, refused: false }, ...stamp },
  { key: ['c', 'move', 'r', CLEAN], value: { from: CLEAN, times: 2, refused: false }, ...stamp, time: 2 },
];

test('a backup file has no credential in an address, even if an earlier version stored some', () => {
  const text = writeBackup(recordsForExport(stored), '0.0.0', 0);
  expect(text).not.toContain('s3cret');
  expect(text).toContain('token=mine');
  expect(JSON.parse(text).records).toHaveLength(5);
  for (const record of recordsForExport(stored)) expect(isRecord(record)).toBe(true);
  expect(recordsForExport(stored).find(({ key }) => key[1] === 'move')).toEqual(stored.at(-1));
});

test('records without a credential in an address are exported unchanged', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRecord(1e12), { selector: ({ key }) => JSON.stringify(key) }),
      (records) => {
        fc.pre(!/[=@%]/.test(JSON.stringify(records)));
        const file = (all: readonly ProgressRecord[]) => writeBackup(all, '0.0.0', 0);
        expect(file(recordsForExport(records))).toBe(file(records));
      },
    ),
  );
});
