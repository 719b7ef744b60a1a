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

describe('a page on either side of a known move', () => {
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

  test('is the resource that its address leads to', () => {
    expect(matching({ [old]: PAGE }, page, old)).toMatchObject({
      reason: 'moved',
      resource: { id: 'page-0' },
    });
    expect(matching({ [old]: PAGE }, heading, `${old}#read`)).toMatchObject({ reason: 'moved' });
    expect(matching({ [old]: PAGE }, movedHere, old)).toMatchObject({ reason: 'moved' });
  });

  test('is the resource whose address leads to it, heading by heading', () => {
    expect(matching({ [PAGE]: old }, page, old)).toMatchObject({
      reason: 'moved',
      resource: { id: 'page-0' },
    });
    const two = courseOf('two', HANDBOOK, [{ address: `${PAGE}#one` }, { address: `${PAGE}#two` }]);
    expect(matching({ [PAGE]: old }, two, `${old}#two`)).toMatchObject({ resource: { id: 'two-1' } });
    expect(matching({ [PAGE]: old }, two, old)).toMatchObject({ reason: 'moved', resource: undefined });
  });

  test('is the course’s own, or within, below the page that a resource became', () => {
    expect(matching({ [old]: PAGE }, coursePage, old)?.reason).toBe('coursePage');
    expect(matching({ [PAGE]: old }, page, `${old}d/`)?.reason).toBe('within');
  });

  test('is by itself what it is, before where it leads', () => {
    expect(matching({ [PAGE]: old }, page, PAGE)?.reason).toBe('page');
  });

  test('is nothing of the page above it or the front page, where the dropped ones lead', () => {
    for (const above of [`${HANDBOOK}a/b/`, `${HANDBOOK}a/`, HANDBOOK]) {
      const course = courseOf('course', `${HANDBOOK}courses/`, [{ address: above }]);
      expect(matching({ [PAGE]: above }, course, PAGE)).toBeUndefined();
      expect(matching({ [PAGE]: above }, page, above)).toBeUndefined();
    }
  });
});
