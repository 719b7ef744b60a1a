import { asInPack, type Course, type Resource } from '../course.ts';
import { LONGEST, MOST } from '../limits.ts';
import { type CourseItems, itemsOf, type Matching, matchCourses } from './matching.ts';
import { translationsOf } from './translations.ts';

/**
 * Makes the ids of one kind: that of what a thing was, else its own, which is made another where the course has, or had,
 * it for something else.
 */
function idsFor(pairs: ReadonlyMap<object, { id: string }>, kept: string[]) {
  const used = new Set(kept);
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

/** `read` as the resource that was `kept`. What is known of its moves stays known, also if its page still has the old link. */
function asKept(kept: Resource, read: Resource): Resource {
  const former = kept.formerly ?? [];
  const isOld = former.includes(read.address) && !read.formerly?.includes(kept.address);
  const address = isOld ? kept.address : read.address;
  const { group: _, ...same } = asInPack(kept);
  const { program } = same;
  const isMoved = address !== kept.address;
  const all = [...(isMoved ? [kept.address] : []), ...former, ...(read.formerly ?? [])];
  const formerly = [...new Set(all)].filter((each) => !isMoved || each !== address).slice(0, MOST.former);
  return {
    // What is elsewhere now is not gone.
    ...(!isMoved ? same : program === undefined ? {} : { program }),
    ...asInPack(read),
    id: kept.id,
    address,
    ...(formerly.length > 0 && { formerly }),
  };
}

/** What of `kept` has no counterpart, without those that have been without for the longest time where it is too much. */
function left<Thing>(kept: Thing[], pairs: Map<Thing, Thing>, isPlaced: (each: Thing) => boolean): Thing[] {
  const found = new Set(pairs.values());
  const lost = kept.filter((each) => !found.has(each));
  return [...lost.filter((each) => !isPlaced(each)), ...lost.filter(isPlaced)].slice(-MOST.earlier);
}

function earlierOf(kept: CourseItems, same: Matching): Course['earlier'] {
  const objectives = left(kept.objectives, same.objectives, ({ audience }) => audience !== undefined);
  const resources = left(kept.resources, same.resources, ({ section }) => section !== undefined);
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
 * The course `kept` as its page has it now, which was read as `read`. Ids are permanent: what is the same keeps its own,
 * however it is called and wherever it stands now, and what is new gets one that the course has for nothing else. An
 * objective or resource that the page has no more is kept under `earlier`, and comes back from there with its id.
 * @param kept as it is stored, in its own language; its links may be settled, then their moves become known to it.
 */
export function applyPageUpdate(kept: Course, read: Course): Course {
  const [before, after] = [itemsOf(kept), itemsOf({ ...read, earlier: undefined })];
  const same = matchCourses(before, after);
  const audienceId = idsFor(same.audiences, kept.audiences.map(idOf));
  const sectionId = idsFor(same.sections, kept.sections.map(idOf));
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
      return was ? asKept(was, resource) : { ...asInPack(resource), id: resourceId(resource) };
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
  const { earlier: _, translations: __, ...rest } = kept;
  const { edition, title, address, edit = rest.edit } = read;
  const earlier = earlierOf(before, same);
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
  const translations = translationsOf(kept, course);
  return translations ? { ...course, translations } : course;
}
