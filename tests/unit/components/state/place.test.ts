import { describe, expect, test } from 'vitest';
import { type Catalog, currentCatalog } from '../../../../catalog/course-index.ts';
import { awayIn, type PlaceSources, placeOf } from '../../../../components/state/place.ts';
import type { ShownPage } from '../../../../components/state/shown-page.ts';
import type { Course } from '../../../../courses/course.ts';
import { indexCourses } from '../../../../courses/match.ts';
import type { ShownTab } from '../../../../platform/shown-tab.ts';

const HOST = 'https://handbook.gitlab.com/handbook/';
const courseWith = (id: string, ...paths: string[]): Course => ({
  ...(currentCatalog().courses[0] as Course),
  id,
  address: `${HOST}${id}/`,
  sections: [
    {
      id: 's',
      title: 'S',
      anchor: 's',
      resources: paths.map((path) => ({ id: path, title: path, address: path })),
    },
  ],
});
const BOTH = `${HOST}a/b/both/`;
const ELSEWHERE = 'https://elsewhere.example/guide';
const one = courseWith('one', BOTH, `${HOST}a/b/one/`);
const two = courseWith('two', BOTH, `${HOST}a/b/two/`, ELSEWHERE);
const catalog: Catalog = {
  builtIn: [one, two],
  courses: [one, two],
  index: indexCourses([one, two]),
  isRead: true,
};

const tab: ShownTab = { id: 1, url: undefined, complete: true, load: 1, revision: 0 };
const at = (address: string | undefined) => ({ tab: { ...tab, url: address }, address }) as ShownPage;
const place = (sources: Partial<PlaceSources>) => {
  const { course, match, others, isSettled } = placeOf({
    catalog,
    page: undefined,
    opened: undefined,
    chosen: undefined,
    last: undefined,
    current: undefined,
    ...sources,
  });
  return { course: course.id, match: match?.course.id, others: others.map(({ id }) => id), isSettled };
};

describe('the course of a page', () => {
  test('is the current one of several that list it', () => {
    expect(place({ page: at(BOTH) })).toMatchObject({ course: 'one', others: ['two'] });
    expect(place({ page: at(BOTH), current: 'two' })).toMatchObject({ course: 'two', others: ['one'] });
  });

  test('is its own, whichever is current', () => {
    expect(place({ page: at(`${HOST}a/b/two/`), current: 'one' })).toMatchObject({
      course: 'two',
      others: [],
    });
  });

  test('stays the last one on a page of none, and is the current one before any was shown', () => {
    expect(place({ page: at(`${HOST}x/`), last: 'two', current: 'one' })).toMatchObject({
      course: 'two',
      match: undefined,
    });
    expect(place({ page: at(`${HOST}x/`), current: 'two' }).course).toBe('two');
    expect(place({ page: at(`${HOST}x/`) }).course).toBe('one');
  });

  test('is the one that the reader has chosen, on the page that it was chosen for', () => {
    const chosen = { course: 'two', page: BOTH };
    expect(place({ page: at(BOTH), chosen, current: 'one' })).toMatchObject({ course: 'two', match: 'two' });
    expect(place({ page: at(`${HOST}a/b/one/`), chosen }).course).toBe('one');
    const outside = { course: 'two', page: `${HOST}a/b/one/` };
    expect(place({ page: at(`${HOST}a/b/one/`), chosen: outside })).toMatchObject({
      course: 'two',
      match: undefined,
      others: ['one'],
    });
  });

  test('is the built-in one if the current one is gone', () => {
    expect(place({ page: at(undefined), current: 'gone' }).course).toBe('one');
  });
});

describe('the course is settled', () => {
  const unread = { ...catalog, isRead: false };

  test('on a page of one course at once', () => {
    expect(place({ page: at(`${HOST}a/b/two/`), catalog: unread, current: null }).isSettled).toBe(true);
  });

  test('else when the current one is known and read', () => {
    expect(place({ page: at(BOTH), current: null }).isSettled).toBe(false);
    expect(place({ page: at(BOTH), current: undefined, catalog: unread }).isSettled).toBe(true);
    expect(place({ page: at(BOTH), current: 'two', catalog: unread }).isSettled).toBe(true);
    expect(place({ page: at(BOTH), current: 'imported', catalog: unread }).isSettled).toBe(false);
    expect(place({ page: at(BOTH), current: 'imported' }).isSettled).toBe(true);
  });
});

describe('a page elsewhere that was opened from the panel', () => {
  const opened = { tab: 1, address: ELSEWHERE };

  test('is the place while its tab shows nothing that can be seen', () => {
    expect(place({ page: at(undefined), opened })).toMatchObject({ course: 'two', match: 'two' });
    expect(place({ page: at(BOTH), opened }).match).toBe('one');
    expect(place({ page: { ...at(undefined), tab: { ...tab, id: 2 } }, opened }).match).toBeUndefined();
  });

  test('is forgotten once the tab that showed it shows what can be seen', () => {
    const before = awayIn({ opened, isThere: false }, { ...tab, url: BOTH });
    expect(before).toEqual({ opened, isThere: false });
    const there = awayIn(before, tab);
    expect(there).toEqual({ opened, isThere: true });
    expect(awayIn(there, { ...tab, url: BOTH })).toEqual({ opened: undefined, isThere: false });
  });
});
