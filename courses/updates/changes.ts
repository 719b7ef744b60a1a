import type { Course } from '../course.ts';
import { itemsOf, matchCourses, type PlacedObjective } from './matching.ts';

interface Changed {
  what: 'objective' | 'section' | 'resource' | 'video';
  /** The id that it keeps; of what is new, the one it was read with. A video has its address. */
  id: string;
  /** What it is called now, or was called where it is gone. */
  title: string;
}

/** One thing that the page of a course has otherwise than the course. All texts are plain text. */
export type CourseChange = Changed &
  (
    | { how: 'new' | 'gone' }
    /** `before` is what it was called. */
    | { how: 'reworded'; before: string }
    /** From where to where: titles of sections or audiences, or the addresses of a resource; '' for none. */
    | { how: 'moved'; to: 'section' | 'audience' | 'address'; before: string; after: string }
  );

interface Seen {
  id: string;
  title: string;
  /** The section or audience that it stands in. */
  place?: { title: string } | undefined;
  address?: string;
  formerly?: string[] | undefined;
}

/** Whether a resource has another address now. That its page still has an address from before a known move is no change. */
function hasMoved(was: Seen, now: Seen): boolean {
  if (now.address === was.address) return false;
  const isOld = now.address !== undefined && was.formerly?.includes(now.address);
  return !isOld || now.formerly?.includes(was.address ?? '') === true;
}

/** What the changes of one kind are made of. */
interface Kind {
  what: Changed['what'];
  /** What things of this kind are moved between. */
  to: 'section' | 'audience';
  /** The places of the new version with those of the stored one. */
  places: ReadonlyMap<object, object>;
}

/** How one thing has changed since it was stored. @param was undefined where it wasn't stored */
function changesOfOne({ what, to, places }: Kind, was: Seen | undefined, now: Seen): CourseChange[] {
  if (!was) return [{ what, how: 'new', id: now.id, title: now.title }];
  const of = { what, id: was.id, title: now.title };
  // What comes back is new to those who see the course.
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
  kept: readonly Thing[],
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
  const removed = kept
    .filter((each) => !found.has(each))
    .map(seen)
    .filter(({ place }) => what === 'section' || place)
    .map(({ id, title }): CourseChange => ({ what, how: 'gone', id, title }));
  return [...changes, ...removed];
}

/**
 * What `read`, a course as its page has it now, has otherwise than `kept`, the same course as it was: what is new, moved,
 * reworded or gone, objectives first. What only stands in another order, or under another subheading, is no change to tell
 * of; `applyPageUpdate` takes it over all the same.
 * @param find how the same is found: for a page as `applyPageUpdate` does; for a later pack of the course by `matchByIds`
 */
export function changesOf(
  kept: Course,
  read: Course,
  find: typeof matchCourses = matchCourses,
): CourseChange[] {
  const [before, after] = [itemsOf(kept), itemsOf({ ...read, earlier: undefined })];
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
      kept.sections,
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
