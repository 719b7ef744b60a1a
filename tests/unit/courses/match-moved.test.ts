import { describe, expect, test } from 'vitest';
import type { Course } from '../../../courses/course.ts';
import { indexCourses, matchAddress } from '../../../courses/match.ts';
import { createMovedAddressLookup } from '../../../sites/moves.ts';
import { courseOf } from '../../fixtures/courses.ts';

const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const PAGE = `${HANDBOOK}a/b/c/`;
const heading = courseOf('heading', `${HANDBOOK}courses/1/`, [{ address: `${PAGE}#read` }]);
const page = courseOf('page', `${HANDBOOK}courses/2/`, [{ address: PAGE }]);
const movedHere = courseOf('moved', `${HANDBOOK}courses/3/`, [
  { address: `${HANDBOOK}new/`, formerly: [PAGE] },
]);
const coursePage = courseOf('coursePage', PAGE, []);

describe('a page with a known move', () => {
  const old = `${HANDBOOK}old/b/c/`;
  const moved = (moves: Record<string, string>) =>
    createMovedAddressLookup({
      origin: 'https://handbook.gitlab.com',
      learned: [{ source: '', taken: '', moves: Object.fromEntries(Object.entries(moves).map(pathsOf)) }],
    });
  const pathsOf = (pair: [string, string]) => pair.map((address) => new URL(address).pathname);
  const matching = (
    moves: Record<string, string>,
    course: Course,
    address: string,
    outline = [{ id: 'read', level: 2 }],
  ) => matchAddress(indexCourses([course], moved(moves)), address, outline);

  test('matches the resource that its address redirects to', () => {
    expect(matching({ [old]: PAGE }, page, old)).toMatchObject({
      reason: 'moved',
      resource: { id: 'page-0' },
    });
    expect(matching({ [old]: PAGE }, heading, `${old}#read`)).toMatchObject({ reason: 'moved' });
    expect(matching({ [old]: PAGE }, movedHere, old)).toMatchObject({ reason: 'moved' });
  });

  test('matches the resource whose address redirects to it, for each heading', () => {
    expect(matching({ [PAGE]: old }, page, old)).toMatchObject({
      reason: 'moved',
      resource: { id: 'page-0' },
    });
    const two = courseOf('two', HANDBOOK, [{ address: `${PAGE}#one` }, { address: `${PAGE}#two` }]);
    expect(matching({ [PAGE]: old }, two, `${old}#two`)).toMatchObject({ resource: { id: 'two-1' } });
    expect(matching({ [PAGE]: old }, two, old)).toMatchObject({ reason: 'moved', resource: undefined });
  });

  test('matches as the course page, or below the new page of a resource', () => {
    expect(matching({ [old]: PAGE }, coursePage, old)?.reason).toBe('coursePage');
    expect(matching({ [PAGE]: old }, page, `${old}d/`)?.reason).toBe('within');
  });

  test('matches by its own address before its redirect', () => {
    expect(matching({ [PAGE]: old }, page, PAGE)?.reason).toBe('page');
  });

  test('does not match by a redirect to a parent page or the front page', () => {
    for (const above of [`${HANDBOOK}a/b/`, `${HANDBOOK}a/`, HANDBOOK]) {
      const course = courseOf('course', `${HANDBOOK}courses/`, [{ address: above }]);
      expect(matching({ [PAGE]: above }, course, PAGE)).toBeUndefined();
      expect(matching({ [PAGE]: above }, page, above)).toBeUndefined();
    }
  });
});
