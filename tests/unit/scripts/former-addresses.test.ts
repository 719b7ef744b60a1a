import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import titles from '../../../assets/sites/titles.json' with { type: 'json' };
import { missingAddresses, missingLinks } from '../../../scripts/former-addresses.ts';
import { courseOf } from '../../fixtures/courses.ts';

const ORIGIN = 'https://handbook.gitlab.com';
const HANDBOOK = `${ORIGIN}/handbook/`;
const tableOf = (moves: Record<string, string>) => ({
  origin: ORIGIN,
  learned: [{ source: '', taken: '2026-08', moves }],
});

describe('the former addresses of a resource', () => {
  const NEW = `${HANDBOOK}new/program/`;
  const course = courseOf('course', `${HANDBOOK}course/`, [{ address: NEW }]);
  const missing = (former: string[], moves: Record<string, string> = {}, resources = course) =>
    missingAddresses(
      resources,
      { moves: tableOf(moves), pages: ['/handbook/new/program/', '/handbook/other/program/'], former },
      tableOf({}),
    ).map(({ address, reason }) => [address.replace(HANDBOOK, ''), reason]);

  test('include all that redirects lead through, to it and away from an address that it had', () => {
    const chain = { '/handbook/a/': '/handbook/b/', '/handbook/b/': '/handbook/new/program/' };
    expect(missing([], chain)).toEqual([
      ['a/', 'redirect'],
      ['b/', 'redirect'],
    ]);
    const had = courseOf('course', `${HANDBOOK}course/`, [{ address: NEW, formerly: [`${HANDBOOK}a/`] }]);
    const away = { '/handbook/a/': '/handbook/b/', '/handbook/b/': '/handbook/c/' };
    expect(missing([], away, had)).toEqual([
      ['b/', 'redirect'],
      ['c/', 'redirect'],
    ]);
    expect(missing(['/handbook/f/x/'], { '/handbook/f/*': '/handbook/new/program/' })).toEqual([
      ['f/x/', 'redirect'],
    ]);
  });

  test('don’t include dropped pages below it, whose redirects lead to their parent page', () => {
    expect(missing([], { '/handbook/new/program/x/': '/handbook/new/program/' })).toEqual([]);
  });

  test('include a removed page of the same name, and where its redirect leads if nothing is there', () => {
    const old = '/handbook/old/program/';
    expect(missing([old])).toEqual([['old/program/', 'same name']]);
    expect(missing([old], { '/handbook/old/*': '/handbook/mid/:splat' })).toEqual([
      ['old/program/', 'same name'],
      ['mid/program/', 'same name'],
    ]);
    expect(missing([old], { [old]: '/handbook/other/program/' })).toEqual([]);
    expect(missing([old, '/handbook/new/program/'])).toEqual([]);
  });

  test('include those that an older edition of the course page has', () => {
    const links = [NEW, `${HANDBOOK}old/`, `${NEW}#part`];
    expect(missingLinks(course, links, tableOf({})).map(({ address }) => address)).toEqual([
      `${HANDBOOK}old/`,
    ]);
  });
});

test.each(builtInCourses.map((course) => [course.id, course] as const))(
  'each address that a resource of %s had since the pages with titles leads to it',
  (_, course) => {
    const history = { moves, pages: pages.pages, former: Object.keys(titles.titles) };
    expect(history.former.some((path) => !pages.pages.includes(path))).toBe(true);
    expect(missingAddresses(course, history, moves)).toEqual([]);
    // Without what the pack says, there are some.
    const sections = course.sections.map((section) => ({
      ...section,
      resources: section.resources.map(({ formerly: _, ...resource }) => resource),
    }));
    const ids = missingAddresses({ ...course, sections }, history, moves).map(({ resource }) => resource);
    if (course.id === 'community-learning-pathway') expect(ids).toContain('startups-program');
  },
);
