import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, isTooDeep, parseJson, readText } from '../../../text/read-file.ts';

const unreadable = (size: number) => {
  const file = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('was read')) });
  Object.defineProperty(file, 'size', { value: size });
  return file;
};

describe('a file', () => {
  test('is read as text without a byte order mark', async () => {
    expect(await readText('\ufeffÄ', 10)).toEqual({ text: 'Ä' });
    expect(await readText(new Blob(['\ufeffÄ']), 10)).toEqual({ text: 'Ä' });
    expect(await readText(new Blob(), 0)).toEqual({ text: '' });
  });

  test('that is too large is rejected without being read', async () => {
    const failure = { reason: 'tooLarge', bytes: 11, most: 10 };
    expect(await readText(unreadable(11), 10)).toEqual({ failure });
    expect(await readText(' '.repeat(11), 10)).toEqual({ failure });
  });

  test('that can’t be read or isn’t in UTF-8 is rejected', async () => {
    expect(await readText(unreadable(1), 10)).toEqual({ failure: { reason: 'unreadable' } });
    const half = new Blob([new Uint8Array([0xed, 0xa0, 0x80])]);
    expect(await readText(half, 10)).toEqual({ failure: { reason: 'notText' } });
  });

  test('can keep its byte order mark', () => {
    const bytes = new TextEncoder().encode('\ufeffa');
    expect(decodeUtf8(bytes)).toBe('a');
    expect(decodeUtf8(bytes, true)).toBe('\ufeffa');
  });
});

describe('JSON', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map((each) => depthOf(each)))
      : 0;

  test('is as deep as its innermost list or object', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat({ max: 8 }), (value, most) => {
        // JSON writes -0 as 0, which has no depth either.
        expect(isTooDeep(JSON.stringify(value), most)).toBe(depthOf(value) > most);
      }),
    );
  });

  test('can be nested millions of times, or be unfinished', () => {
    expect(isTooDeep('['.repeat(5_000_000), 16)).toBe(true);
    expect(isTooDeep('"'.padEnd(5_000_000, '['), 16)).toBe(false);
    expect(isTooDeep('"\\"[[[[', 2)).toBe(false);
    expect(isTooDeep('"\\', 2)).toBe(false);
  });

  test('is parsed, and other text is rejected', () => {
    expect(parseJson('null')).toEqual({ value: null });
    expect(parseJson('{')).toBeUndefined();
  });
});
