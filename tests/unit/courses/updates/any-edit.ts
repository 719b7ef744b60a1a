import * as fc from 'fast-check';
import { type Course, objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import { address, words } from '../any-course.ts';

/** One thing that the author of a page does to it. */
export type Edit = (course: Course) => void;

/** Takes the `at`th of the lists' items out, wherever it stands. */
function takeOut<Thing>(lists: Thing[][], at: number): Thing | undefined {
  const holding = lists.filter((list) => list.length > 0);
  const list = holding[at % (holding.length || 1)];
  return list?.splice(at % list.length, 1)[0];
}

const pick = <Thing>(all: Thing[], at: number): Thing | undefined => all[at % (all.length || 1)];
const objectiveLists = (course: Course) => course.audiences.map(({ objectives }) => objectives);
const resourceLists = (course: Course) => course.sections.map(({ resources }) => resources);

/** Ids of what is new are made of its words, as the reader of pages makes them: they may be those of others. */
function freeId(taken: { id: string }[], like: string): string {
  let id = like;
  for (let count = 0; taken.some((each) => each.id === id); count++) id = `${like}-${count}`;
  return id;
}

const kinds: ((at: number, to: number, text: string, link: string) => Edit)[] = [
  (at, _, text) => (course) => Object.assign(pick(objectivesOf(course), at) ?? {}, { text }),
  (at, _, title) => (course) => Object.assign(pick(resourcesOf(course), at) ?? {}, { title }),
  (at, _, title) => (course) => Object.assign(pick(course.sections, at) ?? {}, { title, anchor: title }),
  (at, to) => (course) => {
    const moved = takeOut(objectiveLists(course), at);
    if (moved) pick(objectiveLists(course), to)?.unshift(moved);
  },
  (at, to) => (course) => {
    const moved = takeOut(resourceLists(course), at);
    if (moved) pick(resourceLists(course), to)?.unshift(moved);
  },
  (at, to) => (course) => {
    const moved = takeOut([course.sections], at);
    if (moved) course.sections.splice(to % (course.sections.length + 1), 0, moved);
  },
  (at) => (course) => takeOut(objectiveLists(course), at),
  (at) => (course) => takeOut(resourceLists(course), at),
  (at) => (course) => {
    if (course.sections.length === 1) return;
    const gone = takeOut([course.sections], at);
    for (const each of objectivesOf(course)) each.sections = each.sections.filter((id) => id !== gone?.id);
  },
  (at, _, text) => (course) => {
    const id = freeId(objectivesOf(course), text.split(' ').at(-1)?.replace(/\W/g, 'x') ?? '');
    pick(course.audiences, at)?.objectives.push({ id, text, sections: [] });
  },
  (at, _, title, link) => (course) => {
    const id = freeId(resourcesOf(course), title.split(' ').at(-1)?.replace(/\W/g, 'x') ?? '');
    pick(course.sections, at)?.resources.push({ id, title, address: link });
  },
  (at, _, title) => (course) => {
    course.sections.splice(at % 3, 0, {
      id: freeId(course.sections, 'oven'),
      title,
      anchor: '',
      resources: [],
    });
  },
  (at, _, __, link) => (course) => {
    const moved = pick(resourcesOf(course), at);
    if (!moved || moved.address === link) return;
    moved.formerly = [...new Set([moved.address, ...(moved.formerly ?? [])])].filter((each) => each !== link);
    moved.address = link;
  },
  (at, _, title) => (course) => Object.assign(pick(course.audiences, at) ?? {}, { title }),
];

/** Any number of edits of a page. */
export const anyEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...kinds), fc.nat(40), fc.nat(40), words, address)
    .map(([kind, at, to, text, link]) => kind(at, to, text, link)),
  { maxLength: 8 },
);

/** The course of the page after `edits`; ids are made anew, as a reader of the page makes them, where `anew`. */
export function edited(course: Course, edits: Edit[], anew = false): Course {
  const { earlier: _, translations: __, ...copy } = structuredClone(course);
  for (const edit of edits) edit(copy);
  if (!anew) return copy;
  const sections = new Map(copy.sections.map(({ id }, at) => [id, `section-${at}`]));
  return {
    ...copy,
    audiences: copy.audiences.map((audience, at) => ({
      ...audience,
      id: `audience-${at}`,
      objectives: audience.objectives.map((each, place) => ({
        ...each,
        id: `${'abc'[place % 3]}-${at}-${place}`,
        sections: each.sections.map((id) => sections.get(id) ?? ''),
      })),
    })),
    sections: copy.sections.map((section, at) => ({
      ...section,
      id: `section-${at}`,
      resources: section.resources.map((each, place) => ({ ...each, id: `r-${at}-${place}` })),
    })),
  };
}
