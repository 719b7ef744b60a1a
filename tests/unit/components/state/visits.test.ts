import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShownPage } from '../../../../components/state/shown-page.ts';
import { awaitVisit, awaitVisits, resourcesIn, visitsOf } from '../../../../components/state/visits.ts';
import type { Course, Resource, Section } from '../../../../courses/course.ts';
import type { Match } from '../../../../courses/match.ts';

const tab = { id: 1, url: 'u', complete: true, load: 1, revision: 0 };
const shown = (more: object = {}) => ({ tab, fresh: true, info: { kind: 'content' }, ...more }) as ShownPage;
const match = (more: Partial<Match> = {}): Match => ({
  course: { id: 'c' } as Course,
  section: {} as Section,
  resource: { id: 'r' } as Resource,
  reason: 'page',
  resources: [],
  ...more,
});

const inCourse = (id: string, more: Partial<Match> = {}) => match({ course: { id } as Course, ...more });

describe('a visit', () => {
  test('is of the resource whose page is shown, under its address or a former one', () => {
    expect(visitsOf(shown(), [match()])).toEqual([{ course: 'c', resource: 'r', tab }]);
    expect(visitsOf(shown(), [match({ reason: 'moved' })])).toHaveLength(1);
  });

  test('is one in every course that lists the page, even if the shown course only lists a page above it', () => {
    const others = [
      inCourse('a', { reason: 'heading' }),
      inCourse('b', { resource: { id: 'other' } as Resource }),
    ];
    const expected = [
      { course: 'a', resource: 'r' },
      { course: 'b', resource: 'other' },
    ];
    expect(resourcesIn([match({ reason: 'within' }), ...others])).toEqual(expected);
    expect(resourcesIn([match(), ...others])).toEqual([{ course: 'c', resource: 'r' }, ...expected]);
  });

  test('is none of a page that is missing, removed, below the resource, not described yet, or behind the panel', () => {
    for (const page of [
      undefined,
      shown({ fresh: false }),
      shown({ info: { kind: 'missing' } }),
      shown({ tab: { ...tab, inFront: false } }),
    ])
      expect(visitsOf(page, [match()])).toEqual([]);
    expect(visitsOf(shown(), [])).toEqual([]);
    for (const more of [
      { reason: 'within' as const },
      { resource: undefined },
      { resource: { id: 'r', gone: true } as Resource },
    ])
      expect(visitsOf(shown(), [match(more)])).toEqual([]);
  });
});

describe('the waiting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const visit = (inFront?: boolean) => ({ course: 'c', resource: 'r', tab: { ...tab, inFront } });

  test('ends after five seconds in sight, with one visit', () => {
    vi.stubGlobal('document', { hidden: false });
    const record = vi.fn();
    awaitVisit(visit(), record);
    vi.advanceTimersByTime(4999);
    expect(record).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(record).toHaveBeenCalledOnce();
  });

  test('goes on while nobody sees the panel', () => {
    const document = { hidden: true };
    vi.stubGlobal('document', document);
    const record = vi.fn();
    awaitVisit(visit(), record);
    vi.advanceTimersByTime(20_000);
    expect(record).not.toHaveBeenCalled();
    document.hidden = false;
    vi.advanceTimersByTime(5000);
    expect(record).toHaveBeenCalledOnce();
  });

  test('is given up when another page is shown', () => {
    vi.stubGlobal('document', { hidden: false });
    const record = vi.fn();
    const end = awaitVisit(visit(), record);
    vi.advanceTimersByTime(3000);
    end();
    vi.advanceTimersByTime(20_000);
    expect(record).not.toHaveBeenCalled();
  });

  test('counts in a panel in a tab even if its timers were late', () => {
    vi.stubGlobal('document', { hidden: true });
    const record = vi.fn();
    const end = awaitVisit(visit(true), record);
    vi.setSystemTime(Date.now() + 6000);
    end();
    expect(record).toHaveBeenCalledOnce();
  });

  test('of a page that two courses list ends with one record, also after a heading of one of them was left', () => {
    vi.stubGlobal('document', { hidden: false });
    const record = vi.fn();
    const show = awaitVisits(record);
    const [a, b, otherB] = [
      visit(),
      { ...visit(), course: 'b' },
      { ...visit(), course: 'b', resource: 'other' },
    ];
    show([a, b]);
    vi.advanceTimersByTime(3000);
    show([a, otherB]);
    vi.advanceTimersByTime(2001);
    expect(record.mock.calls).toEqual([[[a]]]);
    vi.advanceTimersByTime(3000);
    expect(record.mock.calls).toEqual([[[a]], [[otherB]]]);
    show([]);
    show([a, b]);
    vi.advanceTimersByTime(5001);
    expect(record.mock.lastCall).toEqual([[a, b]]);
    expect(record).toHaveBeenCalledTimes(3);
  });
});
