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

/** Splits the audience's objectives into those that `section` serves and the rest, each in the course's order. */
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

/** How many of `resources` are among the visited ids. Removed resources don't count. */
export function tallyResources(resources: Resource[], visited: ReadonlySet<string>): Tally {
  const living = resources.filter(({ gone }) => !gone);
  return { done: living.filter(({ id }) => visited.has(id)).length, total: living.length };
}

/** Whether the objective's sections have resources, and all but the removed ones were visited. */
export function isReady(course: Course, objective: Objective, visited: ReadonlySet<string>): boolean {
  const sections = course.sections.filter(({ id }) => objective.sections.includes(id));
  const { done, total } = tallyResources(resourcesOf({ sections }), visited);
  return total > 0 && done === total;
}

/** The next step in a course: a resource, or a section whose resources are all visited. */
export type NextStep = { resource: Resource } | { section: Section };

/**
 * Returns the next step from a place in the course: the next resource in this section that isn't visited, else the first one in the
 * next section, or that section itself if all of it is visited. In the last section it is the first unvisited resource of the course,
 * or undefined if there is none.
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

/** Returns the last resource before `resource`, or before `section` if there is none, without the removed ones. */
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

/** The state of a resource. A move is shown separately, because a moved resource can be visited as well. */
export type ResourceState = 'here' | 'visited' | 'notVisited' | 'gone';

/** Returns the state of `resource` for a reader who is at `here` and has visited the resources with the ids in `visited`. */
export function stateOf(
  resource: Resource,
  here: Resource | undefined,
  visited: ReadonlySet<string>,
): ResourceState {
  if (resource === here) return 'here';
  if (resource.gone) return 'gone';
  return visited.has(resource.id) ? 'visited' : 'notVisited';
}

/** Groups neighbouring resources with the same group title, in the order of `resources`. */
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

/** The host of a resource that isn't on the course's host, to be shown before it is opened; '' otherwise. */
export function hostElsewhere(course: Course, resource: Resource): string {
  const host = hostOf(resource.address);
  return host === hostOf(course.address) ? '' : host;
}
