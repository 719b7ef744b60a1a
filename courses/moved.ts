import { type Address, ancestorsOf, anchorOf, pageOf, withAnchor } from '../sites/address.ts';
import type { Course, Resource } from './course.ts';

/** A page that a resource's link was seen to lead to when it was opened. */
export interface Sighting {
  /** Id of the resource, and the address that the course gave it then. */
  resource: string;
  from: Address;
  to: Address;
  /** How often it was seen. */
  times: number;
  /** Whether the reader took it back. */
  refused: boolean;
  /** When it was last seen, in milliseconds since 1970. */
  time: number;
}

const hostOf = (address: Address) => address.split('/')[2];
const nameOf = (address: Address) => pageOf(address).split('/').at(-2);

/**
 * Whether a link to `from` that landed on the page `to` may have moved there: on another page of the same host that is
 * neither above it nor the front page. There a site sends the readers of what it has dropped, or those who have to log in.
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
 * Where `resource` is by what was seen: at the last page of which that can be believed, since it keeps the name of the
 * old one or was seen twice. Undefined where nothing was seen of its present address.
 */
export function credibleSighting(resource: Resource, sightings: readonly Sighting[]): Sighting | undefined {
  return sightings
    .filter(({ resource: id, from, refused }) => id === resource.id && from === resource.address && !refused)
    .filter(({ from, to, times }) => times > 1 || nameOf(from) === nameOf(to))
    .filter(({ from, to }) => mayHaveMoved(from, to))
    .sort((a, b) => b.time - a.time)[0];
}

/**
 * `course` with the links of its resources where they lead now: by `redirected`, the handbook's own redirects, else by
 * what was seen. An anchor stays; what is gone stays gone. The same object where nothing has moved.
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
