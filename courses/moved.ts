import { type Address, ancestorsOf, anchorOf, pageOf, withAnchor } from '../sites/address.ts';
import type { Course, Resource } from './course.ts';

/** A redirect that was seen when a resource's link was opened. */
export interface Sighting {
  /** Id of the resource, and its address in the course at that time. */
  resource: string;
  from: Address;
  to: Address;
  /** How often it was seen. */
  times: number;
  /** Whether the reader chose to use the original link. */
  refused: boolean;
  /** When it was last seen, in milliseconds since 1970. */
  time: number;
}

const hostOf = (address: Address) => address.split('/')[2];
const nameOf = (address: Address) => pageOf(address).split('/').at(-2);

/**
 * Whether a link to `from` that ended on the page `to` may have moved there: to another page of the same host that is
 * neither a parent page nor the front page. Sites redirect there from removed pages, or to ask for a login.
 */
export function mayHaveMoved(from: Address, to: Address): boolean {
  return (
    pageOf(to) !== pageOf(from) &&
    hostOf(to) === hostOf(from) &&
    ancestorsOf(to).length > 0 &&
    !ancestorsOf(from).includes(pageOf(to))
  );
}

/**
 * Returns the latest redirect seen for the present address of `resource` that is credible: the new page has the name of the
 * old one, or the redirect was seen twice. Undefined if there is none.
 */
export function credibleSighting(resource: Resource, sightings: readonly Sighting[]): Sighting | undefined {
  return sightings
    .filter(({ resource: id, from, refused }) => id === resource.id && from === resource.address && !refused)
    .filter(({ from, to, times }) => times > 1 || nameOf(from) === nameOf(to))
    .filter(({ from, to }) => mayHaveMoved(from, to))
    .sort((a, b) => b.time - a.time)[0];
}

/**
 * Returns `course` with the current addresses of its resources: from `redirected`, the handbook's own redirects, or else from the
 * redirects seen. Anchors stay; removed resources stay removed. Returns the same object if nothing has moved.
 */
export function resolveMovedLinks(
  course: Course,
  redirected: (address: Address) => Address | undefined,
  sightings: readonly Sighting[],
): Course {
  let changed = false;
  const settled = (resource: Resource): Resource => {
    if (resource.gone) return resource;
    const redirect = redirected(resource.address);
    const seen = redirect === undefined ? credibleSighting(resource, sightings) : undefined;
    const address = redirect ?? (seen && withAnchor(seen.to, anchorOf(resource.address)));
    if (address === undefined) return resource;
    changed = true;
    const movedBy = redirect === undefined ? 'opened' : 'redirect';
    return { ...resource, address, formerly: [resource.address, ...(resource.formerly ?? [])], movedBy };
  };
  const sections = course.sections.map((section) => ({
    ...section,
    resources: section.resources.map(settled),
  }));
  const { resources } = course.earlier ?? {};
  const earlier = resources && { earlier: { ...course.earlier, resources: resources.map(settled) } };
  return changed ? { ...course, sections, ...earlier } : course;
}
