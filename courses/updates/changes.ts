import type { Course } from '../course.ts';
import { itemsOf, matchCourses, type PlacedObjective } from './matching.ts';

interface Changed {
  what: 'objective' | 'section' | 'resource' | 'video';
  /** The stored id; for a new item, the id it was read with; for a video, its address. */
  id: string;
  /** The current title, or the last one if it was removed. */
  title: string;
}

/** A difference between a course and its page. All texts are plain text. */
export type CourseChange = Changed &
  (
    | { how: 'new' | 'removed' }
    /** `before` is the former title. */
    | { how: 'reworded'; before: string }
    /** The old and new place: titles of sections or audiences, or addresses of a resource; '' for none. */
    | { how: 'moved'; to: 'section' | 'audience' | 'address'; before: string; after: string }
  );

interface Seen {
  id: string;
  title: string;
  /** The section or audience it is in. */
  place?: { title: string } | undefined;
  address?: string;
  formerly?: string[] | undefined;
}

/** Whether a resource has a new address. A page that still links to the address before a known move has not changed. */
function hasMoved(was: Seen, now: Seen): boolean {
  if (now.address === was.address) return false;
  const isOld = now.address !== undefined && was.formerly?.includes(now.address);
  return !isOld || now.formerly?.includes(was.address ?? '') === true;
}

/** The kind of items that are compared. */
interface Kind {
  what: Changed['what'];
  /** What items of this kind move between. */
  to: 'section' | 'audience';
  /** The places of the new version with those of the stored one. */
  places: ReadonlyMap<object, object>;
}

/** Returns the changes of one item. `was` is undefined for a new item. */
function changesOfOne({ what, to, places }: Kind, was: Seen | undefined, now: Seen): CourseChange[] {
  if (!was) return [{ what, how: 'new', id: now.id, title: now.title }];
  const of = { what, id: was.id, title: now.title };
  // An item that returns is new to those who see the course.
  if (what !== 'section' && !was.place) return [{ ...of, how: 'new' }];
  const all: CourseChange[] = [];
  if (now.place && places.get(now.place) !== was.place) {
    all.push({ ...of, how: 'moved', to, before: was.place?.title ?? '', after: now.place.title });
  }
  if (hasMoved(was, now)) {
    all.push({ ...of, how: 'moved', to: 'address', before: was.address ?? '', after: now.address ?? '' });
  }
  if (now.title !== was.title) all.push({ ...of, how: 'reworded', before: was.title });
  return all;
}

/** The changes of one kind: what is new, moved or reworded in the order of the new version, then what was removed. */
function changesIn<Thing>(
  kind: Kind,
  stored: readonly Thing[],
  read: readonly Thing[],
  pairs: Map<Thing, Thing>,
  seen: (thing: Thing) => Seen,
): CourseChange[] {
  const { what } = kind;
  const found = new Set(pairs.values());
  const changes = read.flatMap((each) => {
    const same = pairs.get(each);
    return changesOfOne(kind, same && seen(same), seen(each));
  });
  const removed = stored
    .filter((each) => !found.has(each))
    .map(seen)
    .filter(({ place }) => what === 'section' || place)
    .map(({ id, title }): CourseChange => ({ what, how: 'removed', id, title }));
  return [...changes, ...removed];
}

/**
 * Returns the changes between the stored course and `read`, the course as its page has it now: what is new, moved, reworded or
 * removed, objectives first. A different order or subheading isn't a change, although `applyPageUpdate` applies it, too.
 * @param find how items are matched: as `applyPageUpdate` does for a page, or with `matchByIds` for a later pack
 */
export function changesOf(
  stored: Course,
  read: Course,
  find: typeof matchCourses = matchCourses,
): CourseChange[] {
  const [before, after] = [itemsOf(stored), itemsOf({ ...read, earlier: undefined })];
  const same = find(before, after);
  const objective = ({ objective, audience }: PlacedObjective): Seen => ({
    id: objective.id,
    title: objective.text,
    place: audience,
  });
  return [
    ...changesIn(
      { what: 'objective', to: 'audience', places: same.audiences },
      before.objectives,
      after.objectives,
      same.objectives,
      objective,
    ),
    ...changesIn(
      { what: 'section', to: 'section', places: same.sections },
      stored.sections,
      read.sections,
      same.sections,
      ({ id, title }) => ({ id, title }),
    ),
    ...changesIn(
      { what: 'resource', to: 'section', places: same.sections },
      before.resources,
      after.resources,
      same.resources,
      ({ thing: { id, title, address, formerly }, section }) => ({
        id,
        title,
        place: section,
        address,
        formerly,
      }),
    ),
    ...changesIn(
      { what: 'video', to: 'section', places: same.sections },
      before.videos,
      after.videos,
      same.videos,
      ({ thing: { title, address }, section }) => ({ id: address, title, place: section }),
    ),
  ];
}
