import { describe, expect, test } from 'vitest';
import { writeBackup } from '../../../../progress/export/format.ts';
import { applyBackup, readBackup } from '../../../../progress/export/import.ts';
import { type Contents, MOST_BYTES, parseBackup } from '../../../../progress/export/parse.ts';
import type { ProgressRecord } from '../../../../progress/records.ts';
import { MemoryReplica } from '../memory-replica.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const KEPT: ProgressRecord = {
  key: ['a-course', 'completion', 'one'],
  value: true,
  time: 5,
  count: 0,
  device: 'here',
};
const GOOD = writeBackup([{ ...KEPT, time: 6, value: false }], '0.2.0', NOW);

/** A backup with `entries` inserted as text, so that it can have what no record can. */
const backupWith = (...entries: string[]) =>
  GOOD.replace(/"records":\[[\s\S]*\]/, () => `"records":[${entries.join(',')}]`);
const entry = (changes: object) => JSON.stringify({ ...KEPT, ...changes });

/** Imports a file that must be refused, and checks that nothing changed. */
async function refusalOf(file: string | Blob) {
  const replica = new MemoryReplica([KEPT]);
  const read = await readBackup(file, replica, NOW);
  if ('preview' in read) await applyBackup(read.preview, replica);
  expect(replica.merges).toBe(0);
  expect(replica.sorted).toEqual([KEPT]);
  return 'refusal' in read ? read.refusal : undefined;
}

describe('a file is refused, and nothing changes, that', () => {
  test('is too large: by its size, without reading it', async () => {
    const size = 50_000_000;
    const file = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('was read')) });
    Object.defineProperty(file, 'size', { value: size });
    expect(await refusalOf(file)).toEqual({ reason: 'tooLarge', bytes: size, most: MOST_BYTES });
    expect(await refusalOf(' '.repeat(size))).toEqual({ reason: 'tooLarge', bytes: size, most: MOST_BYTES });
  });

  test('cannot be read', async () => {
    const gone = Object.assign(new Blob(['{']), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await refusalOf(gone)).toEqual({ reason: 'unreadable' });
  });

  test('is nested 100,000 levels deep, wherever', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const refusal = { reason: 'tooDeep', most: 16 };
    expect(await refusalOf(deep)).toEqual(refusal);
    expect(await refusalOf(deep.replaceAll('[', '{"a":').replaceAll(']', '}'))).toEqual(refusal);
    expect(await refusalOf(backupWith(`{"key":["c","note","one"],"value":${deep}}`))).toEqual(refusal);
  });

  test.each([
    ['nothing', ''],
    ['prose', 'Dear reader'],
    ['half a JSON', '{"a": ['],
    ['binary', '\0\u0001\u0002'],
  ])('is no JSON: %s', async (_, text) => {
    expect(await refusalOf(text)).toEqual({ reason: 'notJson', ours: false });
  });

  test('was cut off', async () => {
    for (const length of [30, 60, GOOD.length - 4])
      expect(await refusalOf(GOOD.slice(0, length))).toEqual({ reason: 'notJson', ours: true });
  });

  test('is not in UTF-8', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(Buffer.from(GOOD)).buffer)]);
    expect(await refusalOf(new Blob([utf16]))).toEqual({ reason: 'notText' });
    // A lone surrogate, encoded as if it were a character.
    expect(await refusalOf(new Blob([backupWith('"'), new Uint8Array([0xed, 0xa0, 0x80])]))).toEqual({
      reason: 'notText',
    });
  });

  test.each([
    'null',
    '7',
    '"text"',
    '[]',
    '{}',
    '{"format":["waymark-progress"]}',
    '{"bookmarks":[],"version":1}',
  ])('is another product’s: %s', async (text) => {
    expect(await refusalOf(text)).toEqual({ reason: 'notOurs' });
  });

  test('has a newer format', async () => {
    const newer = GOOD.replace('"version":1', '"version":2');
    expect(await refusalOf(newer)).toEqual({ reason: 'newer', version: 2, app: '0.2.0' });
    expect(await refusalOf('{"format":"waymark-progress","version":3,"app":{}}')).toEqual({
      reason: 'newer',
      version: 3,
      app: undefined,
    });
  });

  test.each([
    ['version', GOOD.replace('"version":1', '"version":"1"')],
    ['version', GOOD.replace('"version":1', '"version":0')],
    ['exported', GOOD.replace('2026-11-23T', 'one day ')],
    ['app', GOOD.replace('"0.2.0"', '7')],
    ['records', GOOD.replace(/"records":[\s\S]*/, '"records":{}}')],
    ['records', '{"format":"waymark-progress","version":1,"exported":"2026-11-23T12:00:00.000Z","app":""}'],
  ])('is ours but for its %s', async (field, text) => {
    expect(await refusalOf(text)).toEqual({ reason: 'header', field });
  });

  test.each([
    ['key', 'null'],
    ['key', entry({ key: ['a-course'] })],
    ['key.1', entry({ key: ['a-course', 7] })],
    ['key.3', entry({ key: [...KEPT.key, 'more'] })],
    ['value', entry({ value: 'perhaps' })],
    ['time', entry({ time: -1 })],
    ['time', entry({ time: 1.5 })],
    ['time', entry({}).replace('"time":5', '"time":1e999')],
    ['count', entry({ count: Number.MAX_SAFE_INTEGER })],
    ['device', entry({ device: 'x'.repeat(41) })],
  ])('has an entry whose %s does not fit: which and how is told', async (field, second) => {
    const refusal = await refusalOf(
      backupWith(entry({ key: ['a-course', 'audience'], value: 'team' }), second),
    );
    expect(refusal).toMatchObject({ reason: 'entry', entry: 2, field: second === 'null' ? '' : field });
    expect(refusal).toHaveProperty('how', expect.stringMatching(/^Invalid /));
  });

  test('has two entries with one id', async () => {
    const [a, b] = [
      entry({ key: ['c', 'of-another-version', 'x'] }),
      entry({ key: ['c', 'completion', 'x'] }),
    ];
    expect(await refusalOf(backupWith(a, b, b))).toEqual({ reason: 'duplicate', entry: 3, first: 2 });
    expect(await refusalOf(backupWith(a, b, a))).toEqual({ reason: 'duplicate', entry: 3, first: 1 });
  });

  test('has times in the year 9999, or two days from now', async () => {
    for (const time of [Date.UTC(9999, 11, 31), 8.64e15, NOW + 48 * 3600_000])
      expect(await refusalOf(backupWith(entry({ time })))).toEqual({ reason: 'future', entry: 1, time });
  });
});

test.each([
  ['a version', `{"format":"waymark-progress","version":2,"app":"\\u202e${'x'.repeat(100_000)}"}`],
  ['a value', backupWith(entry({ value: `\u202e${'x'.repeat(100_000)}` }))],
  [
    'a name',
    backupWith(entry({ key: ['*', 'words', 'c'], value: { [`\u202e${'x'.repeat(100_000)}`]: '' } })),
  ],
])('a refusal says little of a file that says much, and nothing unseen: %s', async (_, text) => {
  const refusal = JSON.stringify(await refusalOf(text));
  expect(refusal).toContain('\ufffd');
  expect(refusal).not.toContain('\u202e');
  expect(refusal.length).toBeLessThan(1000);
});

describe('a file is read', () => {
  const contentsOf = async (file: string | Blob) => (await parseBackup(file, NOW)) as Contents;

  test('with `__proto__` in it, which changes no prototype', async () => {
    const evil = '"__proto__":{"polluted":true,"value":false}';
    const text = backupWith(
      entry({}).replace('{', `{${evil},`),
      entry({ key: ['__proto__', 'completion', '__proto__'] }),
    )
      .replace('{', `{${evil},`)
      .replace('"a-course"', '"__proto__"');
    const { records } = await contentsOf(text);
    expect(records.map(({ key, value }) => [key, value])).toEqual([
      [['__proto__', 'completion', 'one'], true],
      [['__proto__', 'completion', '__proto__'], true],
    ]);
    expect(records.every((record) => Object.getPrototypeOf(record) === Object.prototype)).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('with lone surrogates, and they are preserved', async () => {
    const { records } = await contentsOf(
      new Blob([backupWith(entry({ key: ['c', 'completion', '\ud83d'] }))]),
    );
    expect(records[0]?.key[2]).toBe('\ud83d');
  });

  test('with a byte order mark, as file and as text', async () => {
    expect((await contentsOf(new Blob(['\ufeff', GOOD]))).records).toHaveLength(1);
    expect((await contentsOf(`\ufeff${GOOD}`)).records).toHaveLength(1);
  });

  test('with times by a clock some hours ahead', async () => {
    expect((await contentsOf(backupWith(entry({ time: NOW + 3600_000 })))).records).toHaveLength(1);
  });
});
