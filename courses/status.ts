import type { Audience, Course, Objective, Resource, Section } from './course.ts';
import { resourcesOf } from './course.ts';

/** How much of something is done. */
export interface Tally {
  done: number;
  total: number;
}

/** Whether all of something is done. If there is nothing to do, it isn't. */
export const isDone = ({ done, total }: Tally): boolean => total > 0 && done === total;

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
  return isDone(tallyResources(resourcesOf({ sections }), visited));
}

/** The ids of the objectives that are ticked and of the resources that are read. */
export interface Done {
  completed: ReadonlySet<string>;
  visited: ReadonlySet<string>;
}

/** What a reader does next in a course. */
export type NextStep =
  /** Reads a resource of the shown section. `skips`: it isn't simply the next one, or others before it aren't read either. */
  | { to: 'resource'; resource: Resource; skips: boolean }
  /** Ticks the section's objectives; `next` is the section after it, if any. */
  | { to: 'objectives'; next: Section | undefined }
  | { to: 'section'; section: Section }
  /** Ticks what was left in another section. */
  | { to: 'unticked'; section: Section }
  /** Reads what was left unread in an earlier section. */
  | { to: 'earlier'; resource: Resource }
  | { to: 'badge' };

/**
 * Returns the next step of a reader who is in `section`, at `resource` if at one: the next resource of the section that isn't read,
 * else one before it; then the section's objectives; then the next section; then what was left unread or not ticked elsewhere; then the
 * badge. Undefined if only objectives that no section serves are left, or if all is read in a course without objectives.
 */
export function nextStep(
  course: Course,
  section: Section,
  resource: Resource | undefined,
  audience: Audience,
  { completed, visited }: Done,
): NextStep | undefined {
  const isOpen = (each: Resource) => !each.gone && !visited.has(each.id) && each !== resource;
  const at = resource ? section.resources.indexOf(resource) + 1 : 0;
  const [before, after] = [section.resources.slice(0, at), section.resources.slice(at)];
  const next = after.find(isOpen) ?? before.find(isOpen);
  const skips = before.some(isOpen) || next !== after.find(({ gone }) => !gone);
  if (next) return { to: 'resource', resource: next, skips };
  const following = course.sections[course.sections.indexOf(section) + 1];
  const isTicked = ({ id }: Objective) => completed.has(id);
  if (!objectivesBySection(audience, section).here.every(isTicked))
    return { to: 'objectives', next: following };
  if (following) return { to: 'section', section: following };
  const left = resourcesOf(course).find(isOpen);
  if (left) return { to: 'earlier', resource: left };
  if (audience.objectives.every(isTicked))
    return audience.objectives.length > 0 ? { to: 'badge' } : undefined;
  const unticked = course.sections.find((each) => !objectivesBySection(audience, each).here.every(isTicked));
  return unticked && { to: 'unticked', section: unticked };
}

/** How much of a section is done: of its resources, or of its objectives if it has nothing to read. */
export function tallySection(
  section: Section,
  audience: Audience,
  { completed, visited }: Done,
): Tally & { of: 'resources' | 'objectives' } {
  const read = tallyResources(section.resources, visited);
  if (read.total > 0) return { ...read, of: 'resources' };
  return { ...tallyObjectives(objectivesBySection(audience, section).here, completed), of: 'objectives' };
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
  /** The text that was being read there, if that is known. */
  words?: string;
}

/** The state of a resource. A move is shown separately, because a moved resource can be visited as well. */
export type ResourceState = 'here' | 'visited' | 'notVisited' | 'removed';

/** Returns the state of `resource` for a reader who is at `here` and has visited the resources with the ids in `visited`. */
export function stateOf(
  resource: Resource,
  here: Resource | undefined,
  visited: ReadonlySet<string>,
): ResourceState {
  if (resource === here) return 'here';
  if (resource.gone) return 'removed';
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
