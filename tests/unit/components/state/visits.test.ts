import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShownPage } from '../../../../components/state/shown-page.ts';
import { awaitVisit, visitOf } from '../../../../components/state/visits.ts';
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

describe('a visit', () => {
  test('is of the resource whose page is shown, under its address or a former one', () => {
    expect(visitOf(shown(), match())).toEqual({ course: 'c', resource: 'r', tab });
    expect(visitOf(shown(), match({ reason: 'moved' }))).toBeDefined();
  });

  test('is none of a page that is missing, gone, below the resource, not described yet, or behind the panel', () => {
    for (const page of [
      undefined,
      shown({ fresh: false }),
      shown({ info: { kind: 'missing' } }),
      shown({ tab: { ...tab, inFront: false } }),
    ])
      expect(visitOf(page, match())).toBeUndefined();
    expect(visitOf(shown(), undefined)).toBeUndefined();
    expect(visitOf(shown(), match({ reason: 'within' }))).toBeUndefined();
    expect(visitOf(shown(), match({ resource: undefined }))).toBeUndefined();
    expect(visitOf(shown(), match({ resource: { id: 'r', gone: true } as Resource }))).toBeUndefined();
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
});
