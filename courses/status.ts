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

/** Whether every living resource of the objective's sections was visited, of which there is at least one. */
export function isReady(course: Course, objective: Objective, visited: ReadonlySet<string>): boolean {
  const sections = course.sections.filter(({ id }) => objective.sections.includes(id));
  const { done, total } = tallyResources(resourcesOf({ sections }), visited);
  return total > 0 && done === total;
}

/** Where a course goes on: at a resource, or at a section whose resources are all visited. */
export type NextStep = { resource: Resource } | { section: Section };

/**
 * Where to go from a place in the course: to the next resource that is not visited, in its section or a later one, before
 * that to the next section if nothing in it is left to visit; at the course's end to the first resource left behind. Undefined
 * where all is visited, in the last section.
 */
export function nextStep(
  course: Course,
  section: Section,
  resource: Resource | undefined,
  visited: ReadonlySet<string>,
): NextStep | undefined {
  const open = (candidate: Resource) =>
    !candidate.gone && !visited.has(candidate.id) && candidate !== resource;
  const at = resource ? section.resources.indexOf(resource) + 1 : 0;
  const here = section.resources.slice(at).find(open);
  if (here) return { resource: here };
  const following = course.sections[course.sections.indexOf(section) + 1];
  if (following) {
    const next = following.resources.find(open);
    return next ? { resource: next } : { section: following };
  }
  const left = resourcesOf(course).find(open);
  return left && { resource: left };
}

/**
 * The living resource before the place of a match, in the course's order: before `resource`, or where there is none before
 * the start of `section`.
 */
export function previousOf(
  course: Course,
  section: Section,
  resource: Resource | undefined,
): Resource | undefined {
  const all = resourcesOf(course);
  const start = resourcesOf({ sections: course.sections.slice(0, course.sections.indexOf(section)) }).length;
  return all.slice(0, resource ? all.indexOf(resource) : start).findLast(({ gone }) => !gone);
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
