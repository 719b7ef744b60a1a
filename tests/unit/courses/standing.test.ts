import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import type { Course, Section } from '../../../courses/course.ts';
import {
  audienceOf,
  groupsOf,
  hostElsewhere,
  neighboursOf,
  objectivesBySection,
  stateOf,
  tallyResources,
} from '../../../courses/standing.ts';

const course = builtInCourses.find(({ id }) => id === 'community-learning-pathway') as Course;
const [introduction, strategy, programs, practices, joinUs] = course.sections as [
  Section,
  Section,
  Section,
  Section,
  Section,
];

describe('how the reader stands', () => {
  test('without a choice they are of the first audience, and so after one that the course no longer has', () => {
    expect(audienceOf(course, undefined).id).toBe('team-member');
    expect(audienceOf(course, 'community-member').id).toBe('community-member');
    expect(audienceOf(course, 'nobody').id).toBe('team-member');
  });

  test('the objectives of the shown section come first, none is lost or twice', () => {
    const audience = audienceOf(course, 'community-member');
    const { here, rest } = objectivesBySection(audience, programs);
    expect(here.map(({ id }) => id)).toEqual(['community-programs', 'community-contacts']);
    expect(new Set([...here, ...rest])).toEqual(new Set(audience.objectives));
    expect(here.length + rest.length).toBe(audience.objectives.length);
    expect(objectivesBySection(audience, undefined)).toEqual({ here: [], rest: audience.objectives });
  });

  test('a resource that is gone counts neither as done nor as open', () => {
    expect(tallyResources(programs.resources, new Set())).toEqual({ done: 0, total: 5 });
    expect(
      tallyResources(programs.resources, new Set(['evangelist-program', 'open-source-program'])),
    ).toEqual({
      done: 1,
      total: 5,
    });
  });

  test('a resource is here, gone, visited or not', () => {
    const [first, second] = programs.resources;
    const gone = programs.resources.find((resource) => resource.gone);
    if (!first || !second || !gone) throw new Error('the course has changed');
    expect(stateOf(first, first, new Set([first.id]))).toBe('here');
    expect(stateOf(first, second, new Set([first.id]))).toBe('visited');
    expect(stateOf(second, first, new Set())).toBe('notVisited');
    expect(stateOf(gone, undefined, new Set([gone.id]))).toBe('gone');
  });
});

describe('where to go from here', () => {
  test('previous and next follow the course, across sections and past what is gone', () => {
    const open = strategy.resources.find(({ id }) => id === 'open-core');
    expect(neighboursOf(course, strategy, open).previous).toBeUndefined();
    expect(neighboursOf(course, strategy, open).next?.id).toBe('mrarr');
    const startups = programs.resources.find(({ id }) => id === 'startups-program');
    expect(neighboursOf(course, programs, startups).next?.id).toBe('diversity-scholarship');
  });

  test('in a section without a resource being read they lie around its start', () => {
    expect(neighboursOf(course, introduction, undefined).next?.id).toBe('open-core');
    expect(neighboursOf(course, practices, undefined).previous?.id).toBe('diversity-scholarship');
    expect(neighboursOf(course, joinUs, undefined).next?.id).toBe('operational-guidelines');
  });

  test('the resources keep their order in groups', () => {
    const groups = groupsOf(programs.resources);
    expect(groups.map(({ title }) => title)).toEqual([
      'Free community programs',
      'Meetups and evangelism',
      undefined,
    ]);
    expect(groups.flatMap(({ resources }) => resources)).toEqual(programs.resources);
  });

  test('only a resource on another host than the course names it', () => {
    const hosts = practices.resources.map((resource) => hostElsewhere(course, resource));
    expect(hosts.slice(0, 3)).toEqual(['', '', 'www.kubernetes.dev']);
  });
});
