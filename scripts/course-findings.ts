import { type Course, objectivesOf, type Resource, resourcesOf } from '../courses/course.ts';
import { pageOf } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { auditResources, type Knowledge, type ResourceReport } from './audit-resources.ts';

/** An error in a pack, or advice; `place` is the id of what it is about. */
export interface Finding {
  level: 'error' | 'advice';
  place: string;
  reason: string;
}

const error = (place: string, reason: string): Finding => ({ level: 'error', place, reason });
const advice = (place: string, reason: string): Finding => ({ level: 'advice', place, reason });

/** Returns the things whose key an earlier thing has, each with that earlier one. */
function twice<Thing>(things: Thing[], key: (thing: Thing) => string): [Thing, Thing][] {
  const first = new Map<string, Thing>();
  return things.flatMap((thing) => {
    const known = first.get(key(thing));
    if (known !== undefined) return [[known, thing] as [Thing, Thing]];
    first.set(key(thing), thing);
    return [];
  });
}

function addressErrors(course: Course, { id, address, formerly = [], instead }: Resource): Finding[] {
  const all = [address, ...formerly, ...(instead ? [instead.address] : [])];
  const wrong = all.filter((each) => (addressOf(each) ?? each) !== each);
  return [
    ...wrong.map((each) => error(id, `${each} is written ${addressOf(each)}`)),
    ...(pageOf(address) === course.address ? [error(id, 'leads to the course’s own page')] : []),
    ...(formerly.includes(address) ? [error(id, `${address} is where it is and where it was`)] : []),
    ...(instead && !course.audiences.some((audience) => audience.id === instead.audience)
      ? [error(id, `there is no audience ${instead.audience}`)]
      : []),
  ];
}

/** Resources that are each other's former address: a reader would be sent in a circle. */
function circles(course: Course): Finding[] {
  const at = new Map(resourcesOf(course).map((resource) => [resource.address, resource]));
  return resourcesOf(course).flatMap(({ id, address, formerly = [] }) =>
    formerly
      .map((former) => at.get(former))
      .filter((other) => other !== undefined && other.id !== id && other.formerly?.includes(address))
      .map((other) => error(id, `was where ${other?.id} is, which was where it is`)),
  );
}

/** Errors that the schema can't find: addresses that aren't canonical or are there twice, and ids of other courses. */
export function formErrors(course: Course, builtIn: readonly Course[]): Finding[] {
  const other = builtIn.find(({ id, address }) => id === course.id && address !== course.address);
  const canonical = addressOf(course.address) ?? course.address;
  return [
    ...(other ? [error(course.id, `the built-in course “${other.title}” has this id`)] : []),
    ...(canonical === course.address ? [] : [error(course.id, `${course.address} is written ${canonical}`)]),
    ...resourcesOf(course).flatMap((resource) => addressErrors(course, resource)),
    ...circles(course),
    ...twice(resourcesOf(course), ({ address }) => address).map(([first, { id, address }]) =>
      error(id, `${address} stands at ${first.id} already; a visit counts for one resource`),
    ),
  ];
}

/** The kinds of things whose ids are part of the keys of a reader's progress. */
const WITH_PROGRESS = ['objective', 'resource'];

/** A thing with an id, and its texts and addresses by which it is recognised under another id. */
interface Marked {
  id: string;
  marks: string[];
}

/** All things in a course by their kind, including those that it lists under `earlier`. */
function kindsOf(course: Course): [string, Marked[]][] {
  const { objectives = [], resources = [] } = course.earlier ?? {};
  return [
    ['audience', course.audiences.map(({ id, title }) => ({ id, marks: [title] }))],
    ['objective', [...objectivesOf(course), ...objectives].map(({ id, text }) => ({ id, marks: [text] }))],
    [
      'section',
      course.sections.map(({ id, anchor, title }) => ({
        id,
        marks: [title, ...(anchor ? [`#${anchor}`] : [])],
      })),
    ],
    [
      'resource',
      [...resourcesOf(course), ...resources].map(({ id, title, address, formerly = [] }) => ({
        id,
        marks: [title, address, ...formerly],
      })),
    ],
  ];
}

/** Errors in the id of one thing of the earlier course, compared with all things of its kind before (`oldItems`) and now (`newItems`). */
function idErrorsOf(kind: string, { id, marks }: Marked, oldItems: Marked[], newItems: Marked[]): Finding[] {
  const same = newItems.find((each) => each.id === id);
  const renamed = newItems.find((each) => each.id !== id && each.marks.some((mark) => marks.includes(mark)));
  if (!same) {
    const now =
      renamed && !oldItems.some((old) => old.id === renamed.id) ? `, which is now ${renamed.id}` : '';
    const gone = `the ${kind} is gone${now}`;
    return WITH_PROGRESS.includes(kind)
      ? [error(id, `${gone}; what readers did is kept under its id: keep it under “earlier”`)]
      : [advice(id, gone)];
  }
  const known = same.marks.some((mark) => marks.includes(mark));
  if (!known && renamed) return [error(id, `means another ${kind} than before, which is now ${renamed.id}`)];
  return known || kind === 'objective'
    ? []
    : [advice(id, `all that the ${kind} was known by has changed: is it the same?`)];
}

/** The ids of `before` that `course` no longer has, has changed, or uses for something else. */
export function idErrors(before: Course, course: Course): Finding[] {
  const kinds = new Map(kindsOf(course));
  const found = kindsOf(before).flatMap(([kind, oldItems]) => {
    const newItems = kinds.get(kind) ?? [];
    return oldItems.flatMap((old) => idErrorsOf(kind, old, oldItems, newItems));
  });
  const renamed = before.id === course.id ? [] : [error(course.id, `the course had the id ${before.id}`)];
  return [...renamed, ...found];
}

const REASONS: Partial<Record<ResourceReport['state'], (report: ResourceReport) => string>> = {
  moved: ({ to }) => `has moved to ${to}`,
  gone: ({ candidates = [] }) =>
    `is gone${candidates.length > 0 ? `; perhaps ${candidates.slice(0, 3).join(', ')}` : ''}`,
  'anchor missing': () => 'has no such heading',
  alive: () => 'is alive, and the pack says that it is gone',
};

/** Dead and moved links, and sections whose heading isn't on the course page. */
export function linkErrors(course: Course, knowledge: Knowledge): Finding[] {
  const page = knowledge.pages.get(course.address);
  // The address of the course page is checked like any link.
  const own: Course = {
    ...course,
    sections: [
      {
        id: course.id,
        title: '',
        anchor: '',
        resources: [{ id: course.id, title: '', address: course.address }],
      },
    ],
  };
  const reports = [...auditResources(own, knowledge), ...auditResources(course, knowledge)];
  return [
    ...reports
      .filter(({ mustFix }) => mustFix)
      .map((report) =>
        error(report.id, `${report.address} ${REASONS[report.state]?.(report) ?? report.state}`),
      ),
    ...course.sections
      .filter(({ anchor }) => page?.kind === 'content' && anchor && !page.headings.includes(anchor))
      .map(({ id, anchor }) => error(id, `the course’s page has no heading #${anchor}`)),
  ];
}

/** What could be better for readers, though nothing is wrong. */
export function adviceOn(course: Course): Finding[] {
  return [
    ...objectivesOf(course)
      .filter(({ sections }) => sections.length === 0)
      .map(({ id }) => advice(id, 'no section serves the objective')),
    ...course.sections
      .filter(({ resources, videos = [] }) => resources.length + videos.length === 0)
      .map(({ id }) => advice(id, 'the section has no resource')),
    ...course.audiences
      .filter(({ objectives }) => objectives.length === 0)
      .map(({ id }) => advice(id, 'the audience has no objective')),
    ...(course.edit === undefined ? [advice(course.id, 'says not where its page is edited')] : []),
  ];
}
