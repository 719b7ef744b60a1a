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
    expect(stateOf(gone, undefined, new Set([gone.id]))).toBe('removed');
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

  const audience = audienceOf(course, 'team-member');
  const ticked = new Set(audience.objectives.map(({ id }) => id));
  const next = (
    section: Section,
    resource: string | undefined,
    visited: ReadonlySet<string>,
    completed: ReadonlySet<string> = ticked,
  ) =>
    nextStep(course, section, resource === undefined ? undefined : named(resource), audience, {
      completed,
      visited,
    });

  test('next is the first unread resource of the section, without removed ones', () => {
    expect(next(strategy, 'open-core', nothing)).toEqual({
      to: 'resource',
      resource: named('mrarr'),
      skips: false,
    });
    expect(next(programs, 'startups-program', but('diversity-scholarship'))).toEqual({
      to: 'resource',
      resource: named('diversity-scholarship'),
      skips: false,
    });
  });

  test('it says so if unread ones lie before it, and comes back to them', () => {
    expect(next(programs, 'startups-program', nothing)).toMatchObject({
      resource: named('diversity-scholarship'),
      skips: true,
    });
    expect(next(programs, 'diversity-scholarship', but('education-program'))).toMatchObject({
      to: 'resource',
      resource: named('education-program'),
      skips: true,
    });
  });

  test('and if it skips some that are read', () => {
    expect(next(programs, 'open-source-program', but('startups-program'))).toMatchObject({
      resource: named('startups-program'),
      skips: true,
    });
    expect(next(programs, undefined, but('open-source-program'))).toMatchObject({ skips: false });
  });

  test('then the objectives of the section, if one isn’t ticked, with the section after it', () => {
    expect(next(programs, undefined, all, nothing)).toEqual({ to: 'objectives', next: practices });
    expect(next(introduction, undefined, nothing, nothing)).toMatchObject({ to: 'objectives' });
  });

  test('then the next section, even if all of it is read', () => {
    expect(next(programs, undefined, all)).toEqual({ to: 'section', section: practices });
  });

  test('at the end of the course what was left unread, then the badge', () => {
    expect(next(joinUs, undefined, but('open-core'))).toEqual({
      to: 'earlier',
      resource: named('open-core'),
    });
    expect(next(joinUs, undefined, all)).toEqual({ to: 'badge' });
    const [first = ''] = ticked;
    const butOne = new Set([...ticked].filter((id) => id !== first));
    expect(next(joinUs, undefined, all, butOne)).toEqual({ to: 'unticked', section: introduction });
  });

  test('nothing at the end of a course without objectives, which has no badge', () => {
    const nobody = { id: 'all', title: 'Readers', objectives: [] };
    expect(nextStep(course, joinUs, undefined, nobody, { completed: nothing, visited: all })).toBeUndefined();
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
