import { describe, expect, test } from 'vitest';
import { libraryOf, placeAfter, recordOf, recordsAfterMove } from '../../../catalog/library.ts';
import type { StoredCourse } from '../../../progress/courses.ts';
import { libraryPack } from '../../fixtures/library-pack.ts';

const builtIn = [
  libraryPack({ id: 'first', title: 'First' }),
  libraryPack({ id: 'second', title: 'Second' }),
];
const kept = (id: string, place: number, more: Partial<StoredCourse> = {}): StoredCourse => ({
  id,
  source: 'imported',
  address: 'https://handbook.gitlab.com/handbook/people-group/',
  title: id,
  archived: false,
  removed: false,
  place,
  ...more,
});
const packs = new Map([['build', libraryPack({ id: 'build' })]]);
const idsOf = (courses: { id: string }[]) => courses.map(({ id }) => id);

describe('the library', () => {
  test('has the built-in courses, then those that were kept after them', () => {
    expect(idsOf(libraryOf(builtIn, [kept('build', placeAfter(builtIn, []))], packs))).toEqual([
      'first',
      'second',
      'build',
    ]);
  });

  test('has them in the places that the reader gave them, built-in ones as well', () => {
    const records = [kept('build', 0), kept('first', 1, { source: 'built-in', address: '' })];
    expect(idsOf(libraryOf(builtIn, records, packs))).toEqual(['build', 'first', 'second']);
  });

  test('lacks what was removed, but never a built-in course', () => {
    const records = [
      kept('build', 2, { removed: true }),
      // What undoing leaves of a built-in course that was archived.
      kept('second', 0, { source: 'followed', removed: true }),
    ];
    expect(idsOf(libraryOf(builtIn, records, packs))).toEqual(['first', 'second']);
  });

  test('knows a course without its pack, and one whose pack does not fit', () => {
    const [, , elsewhere, unfit] = libraryOf(
      builtIn,
      [kept('elsewhere', 5, { source: 'followed' }), kept('unfit', 6)],
      new Map([['unfit', undefined]]),
    );
    expect(elsewhere).toMatchObject({ id: 'elsewhere', pack: undefined, packed: false });
    expect(unfit).toMatchObject({ id: 'unfit', pack: undefined, packed: true });
  });
});

describe('moving a course', () => {
  const library = libraryOf(builtIn, [kept('old', 4, { archived: true }), kept('build', 9)], packs);
  const orderWith = (records: readonly StoredCourse[]) =>
    idsOf(libraryOf(builtIn, [kept('old', 4, { archived: true }), kept('build', 9), ...records], packs));

  test('exchanges it with its neighbour, and is told as its own', () => {
    const records = recordsAfterMove(library, 'build', -1);
    expect(records[0]?.id).toBe('build');
    expect(orderWith(records)).toEqual(['first', 'build', 'old', 'second']);
  });

  test('passes over what is archived, and back leads to the order before', () => {
    const records = recordsAfterMove(library, 'second', 1);
    const there = libraryOf(
      builtIn,
      [kept('old', 4, { archived: true }), kept('build', 9), ...records],
      packs,
    );
    expect(idsOf(there)).toEqual(['first', 'build', 'old', 'second']);
    expect(orderWith([...records, ...recordsAfterMove(there, 'second', -1)])).toEqual([
      'first',
      'second',
      'old',
      'build',
    ]);
  });

  test('ends at the ends of its list', () => {
    expect(recordsAfterMove(library, 'first', -1)).toEqual([]);
    expect(recordsAfterMove(library, 'build', 1)).toEqual([]);
    expect(recordsAfterMove(library, 'old', 1)).toEqual([]);
    expect(recordsAfterMove(library, 'unknown', 1)).toEqual([]);
  });
});

describe('a course that the organisation has set', () => {
  const set = (more: Parameters<typeof libraryPack>[0] = {}) => [
    libraryPack({ id: 'build', title: 'Set', ...more }),
  ];

  test('comes after the built-in ones, is no record, and is kept as one that is no reader’s own', () => {
    const library = libraryOf(builtIn, [], new Map(), set());
    expect(idsOf(library)).toEqual(['first', 'second', 'build']);
    const [, , course] = library;
    expect(course).toMatchObject({ managed: true, packed: true, title: 'Set' });
    const [record] = recordsAfterMove(library, 'build', -1);
    expect(record).toEqual({
      id: 'build',
      source: 'built-in',
      address: '',
      title: 'Set',
      archived: false,
      removed: false,
      place: 1,
    });
    const records = recordsAfterMove(library, 'build', -1);
    expect(idsOf(libraryOf(builtIn, records, new Map(), set()))).toEqual(['first', 'build', 'second']);
    // Set no more, it leaves.
    expect(idsOf(libraryOf(builtIn, records, new Map()))).toEqual(['first', 'second']);
  });

  test('stands in for the built-in one with its id, in its place', () => {
    const [first] = libraryOf(
      builtIn,
      [],
      new Map(),
      set({ id: 'first', address: 'https://handbook.gitlab.com/handbook/values/' }),
    );
    expect(first).toMatchObject({ id: 'first', title: 'Set', managed: true });
  });

  test('stands in for the reader’s own of the same page, whose record stays theirs', () => {
    const records = [kept('build', -1, { archived: true })];
    const [course] = libraryOf(builtIn, records, packs, set());
    expect(course).toMatchObject({ id: 'build', title: 'Set', managed: true, archived: true });
    if (!course) throw new Error('there is no course');
    expect(recordOf(course)).toMatchObject({ source: 'imported', address: records[0]?.address });
  });

  test('gives way to the reader’s own of another page, and shows where that was removed', () => {
    const other = set({ address: 'https://handbook.gitlab.com/handbook/values/' });
    expect(libraryOf(builtIn, [kept('build', 5)], packs, other).at(-1)).toMatchObject({
      title: 'build',
      managed: false,
    });
    const removed = [kept('build', 5, { removed: true })];
    expect(libraryOf(builtIn, removed, packs, other).at(-1)).toMatchObject({ title: 'Set', managed: true });
  });
});
