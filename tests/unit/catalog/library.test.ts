import { describe, expect, test } from 'vitest';
import { libraryOf, placeAfter, recordOf, recordsAfterMove } from '../../../catalog/library.ts';
import type { StoredCourse } from '../../../progress/courses.ts';
import { libraryPack } from '../../fixtures/library-pack.ts';

const builtIn = [
  libraryPack({ id: 'first', title: 'First' }),
  libraryPack({ id: 'second', title: 'Second' }),
];
const stored = (id: string, place: number, more: Partial<StoredCourse> = {}): StoredCourse => ({
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
  test('has the built-in courses first, then those that were added', () => {
    expect(idsOf(libraryOf(builtIn, [stored('build', placeAfter(builtIn, []))], packs))).toEqual([
      'first',
      'second',
      'build',
    ]);
  });

  test('has the reader’s order, for built-in courses as well', () => {
    const records = [stored('build', 0), stored('first', 1, { source: 'built-in', address: '' })];
    expect(idsOf(libraryOf(builtIn, records, packs))).toEqual(['build', 'first', 'second']);
  });

  test('lacks removed courses, but never a built-in one', () => {
    const records = [
      stored('build', 2, { removed: true }),
      // Undoing the archiving of a built-in course leaves this record.
      stored('second', 0, { source: 'followed', removed: true }),
    ];
    expect(idsOf(libraryOf(builtIn, records, packs))).toEqual(['first', 'second']);
  });

  test('has courses without a pack and with an invalid pack', () => {
    const [, , elsewhere, unfit] = libraryOf(
      builtIn,
      [stored('elsewhere', 5, { source: 'followed' }), stored('unfit', 6)],
      new Map([['unfit', undefined]]),
    );
    expect(elsewhere).toMatchObject({ id: 'elsewhere', pack: undefined, packed: false });
    expect(unfit).toMatchObject({ id: 'unfit', pack: undefined, packed: true });
  });
});

describe('moving a course', () => {
  const library = libraryOf(builtIn, [stored('old', 4, { archived: true }), stored('build', 9)], packs);
  const orderWith = (records: readonly StoredCourse[]) =>
    idsOf(libraryOf(builtIn, [stored('old', 4, { archived: true }), stored('build', 9), ...records], packs));

  test('swaps it with its neighbour, and its record comes first', () => {
    const records = recordsAfterMove(library, 'build', -1);
    expect(records[0]?.id).toBe('build');
    expect(orderWith(records)).toEqual(['first', 'build', 'old', 'second']);
  });

  test('skips archived courses, and moving back restores the order', () => {
    const records = recordsAfterMove(library, 'second', 1);
    const there = libraryOf(
      builtIn,
      [stored('old', 4, { archived: true }), stored('build', 9), ...records],
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

  test('does nothing at the end of the list or for an unknown course', () => {
    expect(recordsAfterMove(library, 'first', -1)).toEqual([]);
    expect(recordsAfterMove(library, 'build', 1)).toEqual([]);
    expect(recordsAfterMove(library, 'old', 1)).toEqual([]);
    expect(recordsAfterMove(library, 'unknown', 1)).toEqual([]);
  });
});

describe('a managed course', () => {
  const set = (more: Parameters<typeof libraryPack>[0] = {}) => [
    libraryPack({ id: 'build', title: 'Set', ...more }),
  ];

  test('comes after the built-in ones, and its record doesn’t make it a course of the reader', () => {
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
    // It leaves once the policy no longer sets it.
    expect(idsOf(libraryOf(builtIn, records, new Map()))).toEqual(['first', 'second']);
  });

  test('replaces the built-in course with its id, in the same place', () => {
    const [first] = libraryOf(
      builtIn,
      [],
      new Map(),
      set({ id: 'first', address: 'https://handbook.gitlab.com/handbook/values/' }),
    );
    expect(first).toMatchObject({ id: 'first', title: 'Set', managed: true });
  });

  test('replaces the reader’s course of the same page, whose record stays', () => {
    const records = [stored('build', -1, { archived: true })];
    const [course] = libraryOf(builtIn, records, packs, set());
    expect(course).toMatchObject({ id: 'build', title: 'Set', managed: true, archived: true });
    if (!course) throw new Error('there is no course');
    expect(recordOf(course)).toMatchObject({ source: 'imported', address: records[0]?.address });
  });

  test('is hidden by the reader’s course of another page with its id, until that is removed', () => {
    const other = set({ address: 'https://handbook.gitlab.com/handbook/values/' });
    expect(libraryOf(builtIn, [stored('build', 5)], packs, other).at(-1)).toMatchObject({
      title: 'build',
      managed: false,
    });
    const removed = [stored('build', 5, { removed: true })];
    expect(libraryOf(builtIn, removed, packs, other).at(-1)).toMatchObject({ title: 'Set', managed: true });
  });
});
