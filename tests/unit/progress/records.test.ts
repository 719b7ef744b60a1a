import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, isRecord, type ProgressRecord, progressOf } from '../../../progress/records.ts';

const COURSE = 'a-course';

describe('a stored record', () => {
  test.each<ProgressRecord>([
    { key: [COURSE, 'completion', 'an-objective'], value: true, time: 1, count: 0, device: '' },
    { key: [COURSE, 'visit', 'a-resource', '2026-11-23'], value: false, time: 1, count: 0, device: '' },
    { key: [COURSE, 'audience'], value: 'team-member', time: 1, count: 0, device: '' },
  ])('of a known kind fits: %j', (record) => {
    expect(isRecord(record)).toBe(true);
  });

  test.each([
    { key: [COURSE, 'completion'], value: true, time: 1, count: 0, device: '' },
    { key: [COURSE, 'completion', 'an-objective'], value: 'yes', time: 1, count: 0, device: '' },
    { key: [COURSE, 'completion', 'an-objective', 'extra'], value: true, time: 1, count: 0, device: '' },
    { key: [COURSE, 'visit', 'a-resource', 3], value: true, time: 1, count: 0, device: '' },
    { key: [COURSE, 'audience'], value: true, time: 1, count: 0, device: '' },
    { key: [COURSE, 'completion', 'an-objective'], value: true, time: Number.NaN, count: 0, device: '' },
    { key: [COURSE, '__proto__', 'x'], value: true, time: 1, count: 0, device: '' },
    { key: [COURSE, 'completion', 'an-objective'], value: true, time: 1 },
    { key: 'completion', value: true, time: 1, count: 0, device: '' },
  ])('that does not fit is recognised: %j', (stored) => {
    expect(isRecord(stored)).toBe(false);
  });

  test('can be anything without an error', () => {
    fc.assert(fc.property(fc.anything(), (stored) => typeof isRecord(stored) === 'boolean'));
  });
});

describe('progress', () => {
  test('has what is ticked, read and chosen, but not what was undone', () => {
    const progress = progressOf([
      { key: [COURSE, 'completion', 'kept'], value: true, time: 1, count: 0, device: '' },
      { key: [COURSE, 'completion', 'taken-back'], value: false, time: 2, count: 0, device: '' },
      { key: [COURSE, 'visit', 'twice', '2026-11-22'], value: true, time: 3, count: 0, device: '' },
      { key: [COURSE, 'visit', 'twice', '2026-11-23'], value: true, time: 5, count: 0, device: '' },
      { key: [COURSE, 'visit', 'once', '2026-11-23'], value: true, time: 4, count: 0, device: '' },
      { key: [COURSE, 'visit', 'added-later', '2026-11-21'], value: true, time: 8, count: 0, device: '' },
      { key: [COURSE, 'visit', 'unmarked', '2026-11-23'], value: false, time: 9, count: 0, device: '' },
      { key: [COURSE, 'audience'], value: 'community-member', time: 1, count: 0, device: '' },
    ]);
    expect([...progress.completed]).toEqual(['kept']);
    expect([...progress.visited]).toEqual(['twice', 'once', 'added-later']);
    expect(progress.lastVisit).toEqual({ resource: 'twice', time: 5 });
    expect(progress.audience).toBe('community-member');
  });

  test('days are in the reader’s time zone, not in UTC', () => {
    expect(dayOf(new Date(2026, 0, 5, 0, 30).getTime())).toBe('2026-01-05');
    expect(dayOf(new Date(2026, 11, 31, 23, 30).getTime())).toBe('2026-12-31');
  });
});
