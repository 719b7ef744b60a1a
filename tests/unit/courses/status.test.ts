import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import type { Course, Section } from '../../../courses/course.ts';
import {
  audienceOf,
  groupsOf,
  hostElsewhere,
  isReady,
  nextStep,
  objectivesBySection,
  previousOf,
  stateOf,
  tallyResources,
} from '../../../courses/status.ts';

const course = builtInCourses.find(({ id }) => id === 'community-learning-pathway') as Course;
const [introduction, strategy, programs, practices, joinUs] = course.sections as [
  Section,
  Section,
  Section,
  Section,
  Section,
];

describe('the reader’s status', () => {
  test('uses the first audience if none is chosen, or if the chosen one is no longer in the course', () => {
    expect(audienceOf(course, undefined).id).toBe('team-member');
    expect(audienceOf(course, 'community-member').id).toBe('community-member');
    expect(audienceOf(course, 'nobody').id).toBe('team-member');
  });

  test('lists the objectives of the shown section first, each objective once', () => {
    const audience = audienceOf(course, 'community-member');
    const { here, rest } = objectivesBySection(audience, programs);
    expect(here.map(({ id }) => id)).toEqual(['community-programs', 'community-contacts']);
    expect(new Set([...here, ...rest])).toEqual(new Set(audience.objectives));
    expect(here.length + rest.length).toBe(audience.objectives.length);
    expect(objectivesBySection(audience, undefined)).toEqual({ here: [], rest: audience.objectives });
  });

  test('doesn’t count removed resources as done or open', () => {
    expect(tallyResources(programs.resources, new Set())).toEqual({ done: 0, total: 5 });
    expect(
      tallyResources(programs.resources, new Set(['evangelist-program', 'open-source-program'])),
    ).toEqual({
      done: 1,
      total: 5,
    });
  });

  test('shows a resource as here, removed, visited or not', () => {
    const [first, second] = programs.resources;
    const gone = programs.resources.find((resource) => resource.gone);
    if (!first || !second || !gone) throw new Error('the course has changed');
    expect(stateOf(first, first, new Set([first.id]))).toBe('here');
    expect(stateOf(first, second, new Set([first.id]))).toBe('visited');
    expect(stateOf(second, first, new Set())).toBe('notVisited');
    expect(stateOf(gone, undefined, new Set([gone.id]))).toBe('gone');
  });
});

describe('the next and previous step', () => {
  const named = (id: string) =>
    course.sections.flatMap(({ resources }) => resources).find((each) => each.id === id);
  const nothing = new Set<string>();
  const all = new Set(course.sections.flatMap(({ resources }) => resources.map(({ id }) => id)));
  const but = (id: string) => new Set([...all].filter((each) => each !== id));

  test('back follows the course’s order across sections, and skips removed resources', () => {
    expect(previousOf(course, strategy, named('open-core'))).toBeUndefined();
    expect(previousOf(course, strategy, named('mrarr'))?.id).toBe('open-core');
    expect(previousOf(course, programs, named('diversity-scholarship'))?.id).toBe('startups-program');
    expect(previousOf(course, practices, undefined)?.id).toBe('diversity-scholarship');
  });

  test('next is the first resource that isn’t visited, without removed ones', () => {
    expect(nextStep(course, strategy, named('open-core'), nothing)).toEqual({ resource: named('mrarr') });
    expect(nextStep(course, strategy, named('open-core'), new Set(['mrarr']))).not.toEqual({
      resource: named('mrarr'),
    });
    expect(nextStep(course, programs, named('startups-program'), nothing)).toEqual({
      resource: named('diversity-scholarship'),
    });
    expect(nextStep(course, introduction, undefined, nothing)).toEqual({ resource: named('open-core') });
  });

  test('then the next section, even if all of it is visited', () => {
    expect(nextStep(course, programs, named('diversity-scholarship'), nothing)).toEqual({
      resource: practices.resources[0],
    });
    expect(nextStep(course, programs, undefined, all)).toEqual({ section: practices });
  });

  test('at the end of the course the first unvisited resource, or nothing', () => {
    expect(nextStep(course, joinUs, undefined, but('open-core'))).toEqual({ resource: named('open-core') });
    expect(nextStep(course, joinUs, undefined, all)).toBeUndefined();
  });

  test('an objective is ready to be ticked when all available resources of its sections are visited', () => {
    const [first] =
      course.audiences[0]?.objectives.filter(({ sections }) => sections.includes('programs')) ?? [];
    if (!first) throw new Error('no objective is served by the programs');
    expect(isReady(course, first, all)).toBe(true);
    expect(isReady(course, first, but('evangelist-program'))).toBe(true);
    expect(isReady(course, first, but('education-program'))).toBe(false);
    expect(isReady(course, { ...first, sections: ['introduction'] }, all)).toBe(false);
  });

  test('resources keep their order in groups', () => {
    const groups = groupsOf(programs.resources);
    expect(groups.map(({ title }) => title)).toEqual([
      'Free community programs',
      'Meetups and evangelism',
      undefined,
    ]);
    expect(groups.flatMap(({ resources }) => resources)).toEqual(programs.resources);
  });

  test('only a resource on another host than the course shows it', () => {
    const hosts = practices.resources.map((resource) => hostElsewhere(course, resource));
    expect(hosts.slice(0, 3)).toEqual(['', '', 'www.kubernetes.dev']);
  });
});
