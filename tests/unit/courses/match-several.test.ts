import { describe, expect, test } from 'vitest';
import type { Course, Resource } from '../../../courses/course.ts';
import { indexCourses, matchAddress, matchesOf, type Reason } from '../../../courses/match.ts';
import { courseOf } from '../../fixtures/courses.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';

const PAGE = `${HANDBOOK}a/b/c/`;
const heading = courseOf('heading', `${HANDBOOK}courses/1/`, [{ address: `${PAGE}#read` }]);
const page = courseOf('page', `${HANDBOOK}courses/2/`, [{ address: PAGE }]);
const moved = courseOf('moved', `${HANDBOOK}courses/3/`, [{ address: `${HANDBOOK}new/`, formerly: [PAGE] }]);
const coursePage = courseOf('coursePage', PAGE, []);
const within = courseOf('within', `${HANDBOOK}courses/5/`, [{ address: `${HANDBOOK}x/y/z/` }]);
const fiveCourses = [within, coursePage, moved, page, heading];

const reasonsOf = (courses: Course[], address: string, current?: string): [string, Reason][] =>
  matchesOf(indexCourses(courses), address, [], current).map(({ course, reason }) => [course.id, reason]);

describe('a page in several courses', () => {
  test('matches all of them, the most certain reason first', () => {
    expect(reasonsOf(fiveCourses, `${PAGE}#read`)).toEqual([
      ['heading', 'heading'],
      ['page', 'page'],
      ['moved', 'moved'],
      ['coursePage', 'coursePage'],
    ]);
    expect(
      reasonsOf(
        [...fiveCourses, courseOf('too', PAGE, [{ address: `${HANDBOOK}x/y/z/` }])],
        `${HANDBOOK}x/y/z/w/`,
      ),
    ).toEqual([
      ['within', 'within'],
      ['too', 'within'],
    ]);
  });

  test('matches the reader’s course first, however weak its reason', () => {
    expect(reasonsOf(fiveCourses, `${PAGE}#read`, 'moved').map(([id]) => id)).toEqual([
      'moved',
      'heading',
      'page',
      'coursePage',
    ]);
    const index = indexCourses(fiveCourses);
    expect(matchAddress(index, PAGE, [], 'coursePage')?.course.id).toBe('coursePage');
    expect(matchAddress(index, PAGE, [], 'within')?.course.id).toBe('page');
  });

  test('keeps the order of the courses for the same reason', () => {
    const [one, two] = ['one', 'two'].map((id) => courseOf(id, `${HANDBOOK}${id}/`, [{ address: PAGE }]));
    if (!one || !two) throw new Error('two courses');
    expect(reasonsOf([one, two], PAGE).map(([id]) => id)).toEqual(['one', 'two']);
    expect(reasonsOf([two, one], PAGE).map(([id]) => id)).toEqual(['two', 'one']);
  });

  test('matches each once, by its most certain reason', () => {
    const both = courseOf('both', PAGE, [
      { address: `${HANDBOOK}new/`, formerly: [PAGE] },
      { address: PAGE },
    ]);
    expect(reasonsOf([both], PAGE)).toEqual([['both', 'page']]);
  });
});

test('of two resources with the same address the first is being read, and both are shown', () => {
  const index = indexCourses([courseOf('twice', PAGE, [{ address: `${PAGE}#x` }, { address: `${PAGE}#x` }])]);
  const match = matchAddress(index, `${PAGE}#x`);
  expect(match).toMatchObject({ reason: 'heading', resource: { id: 'twice-0' } });
  expect(match?.resources).toHaveLength(2);
});

test('a heading elsewhere is found with any escaping of its address', () => {
  const elsewhere = ['#heading=h.1', '#heading=h.2', '#t%3D3'].map((anchor) => ({
    address: `https://docs.example.org/edit${anchor}`,
  }));
  const index = indexCourses([courseOf('course', PAGE, elsewhere)]);
  for (const [at, { address }] of elsewhere.entries()) {
    expect(matchAddress(index, address)).toMatchObject({
      reason: 'heading',
      resource: { id: `course-${at}` },
    });
  }
});

describe('a page speaks for its subpages', () => {
  const resource = (address: string, more: Partial<Resource> = {}) =>
    indexCourses([courseOf('course', `${HANDBOOK}deep/deep/deep/course/`, [{ address, ...more }])]);

  test('if it is a resource’s, three folders or more below the handbook', () => {
    for (const [folders, reason] of [
      ['a/b/c/', 'within'],
      ['a/b/c/d/', 'within'],
      ['a/b/', undefined],
      ['a/', undefined],
      ['', undefined],
    ]) {
      const index = resource(`${HANDBOOK}${folders}`);
      expect(matchAddress(index, `${HANDBOOK}${folders}below/`)?.reason, folders).toBe(reason);
      expect(matchAddress(index, `${HANDBOOK}${folders}far/below/#x`)?.reason, folders).toBe(reason);
    }
    expect(matchAddress(resource(PAGE), `${HANDBOOK}a/b/cd/`)).toBeUndefined();
    expect(matchAddress(resource(PAGE), `${HANDBOOK}a/b/`)).toBeUndefined();
  });

  test('but not if the resource is one of its headings, or a list by tag', () => {
    expect(matchAddress(resource(`${PAGE}#heading`), `${PAGE}below/`)).toBeUndefined();
    expect(
      matchAddress(
        resource('https://handbook.gitlab.com/tags/a/b/c/'),
        'https://handbook.gitlab.com/tags/a/b/c/d/',
      ),
    ).toBeUndefined();
  });

  test('in a handbook elsewhere, three folders or more below its host', () => {
    const other = 'https://guild.example/guide/';
    expect(matchAddress(resource(`${other}a/b/`), `${other}a/b/c/`)?.reason).toBe('within');
    expect(matchAddress(resource(`${other}a/`), `${other}a/b/`)).toBeUndefined();
  });

  test('but not if it is the course page', () => {
    expect(matchAddress(resource(PAGE), `${HANDBOOK}deep/deep/deep/course/below/`)).toBeUndefined();
  });

  test('if it was a resource’s before', () => {
    const index = resource(`${HANDBOOK}new/`, { formerly: [PAGE] });
    expect(matchAddress(index, `${PAGE}below/`)?.reason).toBe('within');
    expect(matchAddress(index, `${HANDBOOK}new/below/`)).toBeUndefined();
  });

  test('and the nearest one comes first', () => {
    const index = indexCourses([courseOf('course', HANDBOOK, [{ address: PAGE }, { address: `${PAGE}d/` }])]);
    expect(matchAddress(index, `${PAGE}d/e/`)).toMatchObject({
      reason: 'within',
      resource: { id: 'course-1' },
    });
  });
});
