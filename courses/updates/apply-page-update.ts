import { asInPack, type Course, type Resource } from '../course.ts';
import { LONGEST, MOST } from '../limits.ts';
import { type CourseItems, itemsOf, type Matching, matchCourses } from './matching.ts';
import { translationsOf } from './translations.ts';

/**
 * Returns a function that makes the ids of one kind: the id of the matching stored item, or else the item's own id, with a number if
 * the course uses or used that id for something else.
 */
function idsFor(pairs: ReadonlyMap<object, { id: string }>, stored: string[]) {
  const used = new Set(stored);
  return (each: { id: string }): string => {
    const same = pairs.get(each);
    if (same) return same.id;
    const own = each.id;
    let id = own;
    for (let count = 2; used.has(id); count++) {
      const end = `-${count}`;
      id = own.slice(0, LONGEST.id - end.length) + end;
    }
    used.add(id);
    return id;
  };
}

/** Returns `read` as a new version of the resource `stored`. Known moves are saved, also if the page still has the old link. */
function asUpdateOf(stored: Resource, read: Resource): Resource {
  const former = stored.formerly ?? [];
  const isOld = former.includes(read.address) && !read.formerly?.includes(stored.address);
  const address = isOld ? stored.address : read.address;
  const { group: _, ...same } = asInPack(stored);
  const { program } = same;
  const isMoved = address !== stored.address;
  const all = [...(isMoved ? [stored.address] : []), ...former, ...(read.formerly ?? [])];
  const formerly = [...new Set(all)].filter((each) => !isMoved || each !== address).slice(0, MOST.former);
  return {
    // A resource with a new address is no longer removed.
    ...(!isMoved ? same : program === undefined ? {} : { program }),
    ...asInPack(read),
    id: stored.id,
    address,
    ...(formerly.length > 0 && { formerly }),
  };
}

/**
 * Returns the items of `stored` without a counterpart; if these are too many, without those that have been missing longest. Items with
 * progress are removed last.
 */
function left<Thing>(
  stored: Thing[],
  pairs: Map<Thing, Thing>,
  isPlaced: (each: Thing) => boolean,
  hasProgress: (each: Thing) => boolean,
): Thing[] {
  const found = new Set(pairs.values());
  const lost = stored.filter((each) => !found.has(each));
  const all = [...lost.filter((each) => !isPlaced(each)), ...lost.filter(isPlaced)];
  if (all.length <= MOST.earlier) return all;
  return [...all.filter((each) => !hasProgress(each)), ...all.filter(hasProgress)].slice(-MOST.earlier);
}

function earlierOf(stored: CourseItems, same: Matching, progress: ReadonlySet<string>): Course['earlier'] {
  const objectives = left(
    stored.objectives,
    same.objectives,
    ({ audience }) => audience !== undefined,
    ({ objective }) => progress.has(objective.id),
  );
  const resources = left(
    stored.resources,
    same.resources,
    ({ section }) => section !== undefined,
    ({ thing }) => progress.has(thing.id),
  );
  if (objectives.length + resources.length === 0) return undefined;
  return {
    ...(objectives.length > 0 && {
      objectives: objectives.map(({ objective: { id, text } }) => ({ id, text })),
    }),
    ...(resources.length > 0 && { resources: resources.map(({ thing }) => asInPack(thing)) }),
  };
}

const idOf = ({ id }: { id: string }) => id;

/**
 * Returns the stored course updated with `read`, which was read from its page now. Ids are permanent: an item that matches a stored
 * one gets its id, whatever its title and place, and a new item gets an id that the course never used. Objectives and resources that
 * the page no longer has are saved under `earlier`, and get the same id when they return.
 * @param stored in its own language; if its moved links are resolved, the moves are saved
 * @param isSamePage whether the page is the same, and only read in another way
 * @param progress the ids of the items with which the reader did something
 */
export function applyPageUpdate(
  stored: Course,
  read: Course,
  { isSamePage = false, progress = new Set() }: { isSamePage?: boolean; progress?: ReadonlySet<string> } = {},
): Course {
  const [before, after] = [itemsOf(stored), itemsOf({ ...read, earlier: undefined })];
  const same = matchCourses(before, after, isSamePage);
  const audienceId = idsFor(same.audiences, stored.audiences.map(idOf));
  const sectionId = idsFor(same.sections, stored.sections.map(idOf));
  const objectiveId = idsFor(
    new Map([...same.objectives].map(([now, was]) => [now.objective, was.objective])),
    before.objectives.map(({ objective }) => objective.id),
  );
  const resources = new Map([...same.resources].map(([now, was]) => [now.thing, was.thing]));
  const resourceId = idsFor(
    resources,
    before.resources.map(({ thing }) => thing.id),
  );
  const sections = read.sections.map((section) => ({
    ...section,
    id: sectionId(section),
    resources: section.resources.map((resource) => {
      const was = resources.get(resource);
      return was ? asUpdateOf(was, resource) : { ...asInPack(resource), id: resourceId(resource) };
    }),
  }));
  const newId = new Map(read.sections.map(({ id }, at) => [id, sections[at]?.id ?? id]));
  const audiences = read.audiences.map((audience) => ({
    ...audience,
    id: audienceId(audience),
    objectives: audience.objectives.map((objective) => ({
      ...objective,
      id: objectiveId(objective),
      sections: objective.sections.map((id) => newId.get(id) ?? id),
    })),
  }));
  const { earlier: _, translations: __, ...rest } = stored;
  const { edition, title, address, edit = rest.edit } = read;
  const earlier = earlierOf(before, same, progress);
  const course: Course = {
    ...rest,
    edition,
    title,
    address,
    ...(edit !== undefined && { edit }),
    audiences,
    sections,
    ...(earlier && { earlier }),
  };
  const translations = translationsOf(stored, course);
  return translations ? { ...course, translations } : course;
}
