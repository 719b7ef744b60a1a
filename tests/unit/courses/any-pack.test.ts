import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPackFile } from '../../../courses/pack-file.ts';
import { anyCourse } from './any-course.ts';

/** The places at which a file is refused. */
async function placesIn(file: string): Promise<string[] | undefined> {
  const read = await readPackFile(file);
  if ('course' in read) return undefined;
  return read.refusal.reason === 'pack' ? read.refusal.refusals.map(({ place }) => place) : [];
}

describe('a value of the wrong type anywhere in a pack', () => {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  /** Every place of `value`, as its keys. */
  const placesOf = (value: unknown): string[][] =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => [
          [key],
          ...placesOf(each).map((rest) => [key, ...rest]),
        ])
      : [];

  test('is refused with its place', async () => {
    const wrong = fc.constantFrom<unknown>(null, 0, -1, [[]], { length: 1 }, [null], { '': '' }, '\u202e');
    await fc.assert(
      fc.asyncProperty(anyCourse, fc.nat(), wrong, async (course, at, value) => {
        const places = placesOf(course);
        const place = places[at % places.length] as string[];
        const copy = structuredClone(course) as unknown as Record<string, unknown>;
        const parent = place.slice(0, -1).reduce((of, key) => of[key] as Record<string, unknown>, copy);
        parent[place.at(-1) as string] = value;
        const found = await placesIn(JSON.stringify(copy));
        expect(found?.some((each) => each.startsWith(place.join('.')))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('or anything else instead of a file is refused without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), async (text) => {
        expect(await placesIn(text)).toBeDefined();
      }),
    );
  });
});
