import type { Audience, Course, Objective, Resource, Section } from './course.ts';
import { resourcesOf } from './course.ts';

/** How much of something is done. */
export interface Tally {
  done: number;
  total: number;
}

/** The audience with the id `chosen`, else the course's first. */
export function audienceOf(course: Course, chosen: string | undefined): Audience {
  const found = course.audiences.find(({ id }) => id === chosen) ?? course.audiences[0];
  if (!found) throw new RangeError(`the course ${course.id} has no audience`);
  return found;
}

/** The audience's objectives that `section` serves, and the rest, each in the course's order. */
export function objectivesBySection(
  audience: Audience,
  section: Section | undefined,
): { here: Objective[]; rest: Objective[] } {
  const serves = ({ sections }: Objective) => section !== undefined && sections.includes(section.id);
  return {
    here: audience.objectives.filter(serves),
    rest: audience.objectives.filter((objective) => !serves(objective)),
  };
}

/** How many of `objectives` are among the completed ids. */
export function tallyObjectives(objectives: Objective[], completed: ReadonlySet<string>): Tally {
  return { done: objectives.filter(({ id }) => completed.has(id)).length, total: objectives.length };
}

/** How many of `resources` are among the visited ids; one that is gone does not count. */
export function tallyResources(resources: Resource[], visited: ReadonlySet<string>): Tally {
  const living = resources.filter(({ gone }) => !gone);
  return { done: living.filter(({ id }) => visited.has(id)).length, total: living.length };
}

/**
 * The living resources before and after the place of a match, in the course's order: around `resource`, or
 * where there is none around the start of `section`.
 */
export function neighboursOf(
  course: Course,
  section: Section,
  resource: Resource | undefined,
): { previous: Resource | undefined; next: Resource | undefined } {
  const all = resourcesOf(course);
  const start = course.sections
    .slice(0, course.sections.indexOf(section))
    .flatMap(({ resources }) => resources);
  const at = resource ? all.indexOf(resource) : start.length;
  const living = (candidate: Resource) => !candidate.gone;
  return {
    previous: all.slice(0, at).findLast(living),
    next: all.slice(resource ? at + 1 : at).find(living),
  };
}

/** A place to go back to: a title and an address. */
export interface Place {
  title: string;
  address: string;
}

/** How a resource stands; "moved" is said beside it, since a resource that moved can be visited as well. */
export type ResourceState = 'here' | 'visited' | 'notVisited' | 'gone';

/** How `resource` stands for a reader who is at `here` and has visited the resources with the ids `visited`. */
export function stateOf(
  resource: Resource,
  here: Resource | undefined,
  visited: ReadonlySet<string>,
): ResourceState {
  if (resource === here) return 'here';
  if (resource.gone) return 'gone';
  return visited.has(resource.id) ? 'visited' : 'notVisited';
}

/** The resources in the order of `resources`, those that follow each other in one group together. */
export function groupsOf(resources: Resource[]): { title: string | undefined; resources: Resource[] }[] {
  const groups: { title: string | undefined; resources: Resource[] }[] = [];
  for (const resource of resources) {
    const last = groups.at(-1);
    if (last && last.title === resource.group) last.resources.push(resource);
    else groups.push({ title: resource.group, resources: [resource] });
  }
  return groups;
}

const hostOf = (address: string) => address.split('/')[2] ?? '';

/** The host of a resource that is not where its course is, to be said before it is opened; '' otherwise. */
export function hostElsewhere(course: Course, resource: Resource): string {
  const host = hostOf(resource.address);
  return host === hostOf(course.address) ? '' : host;
}
