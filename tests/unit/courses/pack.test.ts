import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import moves from '../../../assets/sites/moves.json' with { type: 'json' };
import pages from '../../../assets/sites/pages.json' with { type: 'json' };
import titles from '../../../assets/sites/titles.json' with { type: 'json' };
import { type Course, objectivesOf, resourcesOf } from '../../../courses/course.ts';
import { CourseSchema } from '../../../courses/pack.ts';
import { addressOf } from '../../../sites/index.ts';
import { createPageSearch } from '../../../sites/search-pages.ts';

const courseWith = (id: string) => builtInCourses.find((course) => course.id === id) as Course;
const pathway = courseWith('community-learning-pathway');
const csmOnboarding = courseWith('csm-onboarding');

describe('every built-in course', () => {
  test.each(builtInCourses.map((course) => [course.id, course] as const))(
    '%s fits the schema',
    (_, course) => {
      expect(v.parse(CourseSchema, course)).toEqual(course);
    },
  );

  test.each(builtInCourses.map((course) => [course.id, course] as const))(
    '%s names handbook pages by their canonical addresses',
    (_, course) => {
      const all = resourcesOf(course).flatMap(({ address, formerly = [] }) => [address, ...formerly]);
      for (const address of [course.address, ...all]) expect(addressOf(address) ?? address).toBe(address);
    },
  );

  test.each(builtInCourses.map((course) => [course.id, course] as const))(
    '%s names no address twice, since a visit counts for one resource, and not its own page',
    (_, course) => {
      const addresses = [course.address, ...resourcesOf(course).map(({ address }) => address)];
      expect(new Set(addresses).size).toBe(addresses.length);
    },
  );

  test.each(builtInCourses.map((course) => [course.id, course] as const))(
    '%s names pages that the handbook has, but for those that it says are gone',
    (_, course) => {
      const pageSearch = createPageSearch(pages, titles, moves);
      for (const { id, address, gone = false } of resourcesOf(course)) {
        if (address.startsWith(`${pages.origin}/`)) expect(pageSearch.knows(address), id).toBe(!gone);
      }
    },
  );

  test('has a unique id', () => {
    expect(new Set(builtInCourses.map(({ id }) => id)).size).toBe(builtInCourses.length);
  });
});

describe('the address where a course page is edited', () => {
  test.each(builtInCourses.map((course) => [course.id, course] as const))(
    '%s leads to the form for its own page',
    (_, { address, edit }) => {
      const form =
        'https://gitlab.com/gitlab-com/content-sites/handbook/-/edit/main/content' +
        new URL(address).pathname.replace(/\/$/, '');
      expect([`${form}.md`, `${form}/_index.md`]).toContain(edit);
    },
  );

  test('is optional, and an https link', () => {
    const { edit: _, ...without } = pathway;
    expect(v.parse(CourseSchema, without)).toEqual(without);
    for (const edit of ['http://gitlab.com/', 'javascript:alert(1)', '', 'edit/']) {
      expect(() => v.parse(CourseSchema, { ...pathway, edit }), edit).toThrow();
    }
  });
});

describe('the Community Learning Pathway', () => {
  test('has two audiences with four and five objectives, each served by a section', () => {
    expect(pathway.audiences.map(({ objectives }) => objectives.length)).toEqual([4, 5]);
    expect(objectivesOf(pathway).every(({ sections }) => sections.length > 0)).toBe(true);
  });

  test('has five sections with two videos', () => {
    expect(pathway.sections).toHaveLength(5);
    expect(pathway.sections.flatMap(({ videos = [] }) => videos)).toHaveLength(2);
  });

  test('has 25 resources, 17 of them in the handbook, 6 of them programs', () => {
    const resources = resourcesOf(pathway);
    expect(resources).toHaveLength(25);
    expect(resources.filter(({ address }) => addressOf(address))).toHaveLength(17);
    expect(resources.filter(({ program }) => program)).toHaveLength(6);
  });

  test('lists removed links, and the former addresses of the others', () => {
    const resources = resourcesOf(pathway);
    expect(resources.filter(({ gone }) => gone).map(({ id }) => id)).toEqual([
      'dual-flywheel',
      'evangelist-program',
    ]);
    expect(resources.find(({ id }) => id === 'education-program')?.formerly).toHaveLength(2);
  });
});

describe('the CSM onboarding', () => {
  test('has three audiences, and each section serves one of them', () => {
    expect(csmOnboarding.audiences.map(({ objectives }) => objectives.length)).toEqual([11, 3, 3]);
    const served = new Set(objectivesOf(csmOnboarding).flatMap(({ sections }) => sections));
    expect(served).toEqual(new Set(csmOnboarding.sections.map(({ id }) => id)));
  });

  test('has 19 sections with one video and 52 resources, 26 of them in the handbook, none a program', () => {
    const resources = resourcesOf(csmOnboarding);
    expect(csmOnboarding.sections).toHaveLength(19);
    expect(csmOnboarding.sections.flatMap(({ videos = [] }) => videos)).toHaveLength(1);
    expect(resources).toHaveLength(52);
    expect(resources.filter(({ address }) => addressOf(address))).toHaveLength(26);
    expect(resources.filter(({ program }) => program)).toEqual([]);
  });
});

describe('a pack is refused', () => {
  const broken = (change: (course: Course) => void) => {
    const course = structuredClone(pathway);
    change(course);
    return () => v.parse(CourseSchema, course);
  };
  const first = <T>(list: T[]) => list[0] as T;

  test('if a link isn’t https', () => {
    for (const address of ['javascript:alert(1)', 'http://example.org/', 'data:text/html,x', '/handbook/']) {
      expect(broken((course) => (first(resourcesOf(course)).address = address))).toThrow();
    }
  });

  test('if two items of a kind have the same id', () => {
    expect(broken(({ sections }) => sections.push(first(sections)))).toThrow(
      'two sections have the same id: introduction',
    );
    expect(
      broken(({ audiences }) => first(audiences).objectives.push(first(first(audiences).objectives))),
    ).toThrow('two objectives have the same id: team-value');
  });

  test('if an objective names an unknown section', () => {
    expect(broken((course) => first(objectivesOf(course)).sections.push('nowhere'))).toThrow(
      'names an unknown section: nowhere',
    );
  });

  test('if it has an unknown key, no title, or an invalid id', () => {
    expect(broken((course) => Object.assign(course, { script: 'x' }))).toThrow();
    expect(broken((course) => (course.title = ' '))).toThrow();
    expect(broken((course) => (course.id = '__proto__'))).toThrow();
  });
});
