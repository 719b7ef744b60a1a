import { type Address, withAnchor } from '../../sites/address.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import type { Audience, Course, Objective, Resource, Section } from '../course.ts';
import { type Tally, tallyObjectives, tallyResources } from '../status.ts';

/** A note that the reader saved with an objective or a resource. */
export interface SavedNote {
  about: { kind: 'objective' | 'resource'; id: string };
  text: string;
  /** One line for each block of the page. */
  quote: string;
  /** The page of the quote, and its title; '' without a quote. */
  address: Address;
  title: string;
  /** Whether the reader uses it as evidence for its objective. */
  evidence: boolean;
}

/** What a reader did in a course: maps from ids to days such as `2026-08-31`, when an objective was ticked or a resource visited. */
export interface DoneInCourse {
  completed: ReadonlyMap<string, string>;
  visited: ReadonlyMap<string, string>;
  notes: readonly SavedNote[];
  /** The latest badge, if any: its audience's id, its day, and the signed credential. */
  badge?: { audience: string; day: string; jwt: string } | undefined;
}

/** A note in the hand-in. `link` opens its quote. */
export interface HandedNote extends Pick<SavedNote, 'text' | 'quote' | 'title' | 'evidence'> {
  link: string;
}

export interface HandedObjective {
  id: string;
  text: string;
  /** The day on which it was ticked; undefined if it isn't ticked. */
  ticked: string | undefined;
  notes: HandedNote[];
}

export interface HandedResource {
  id: string;
  title: string;
  /** '' if it was removed. */
  address: Address | '';
  /** The day of its visit; undefined if it is listed only because of its notes. */
  visited: string | undefined;
  notes: HandedNote[];
}

/** A section of the course, items of no section (`id` is undefined), or items that are no longer in the course (`id` is ''). */
export interface HandedPart {
  id: string | undefined;
  title: string;
  /** '' for items that are no longer in the course. */
  address: Address | '';
  objectives: HandedObjective[];
  /** Resources that were visited or have notes. `read` counts the visits; undefined for items that are no longer in the course. */
  resources: HandedResource[];
  read: Tally | undefined;
}

/** The part of a reader's progress in a course that is handed in. */
export interface HandIn {
  title: string;
  address: Address;
  edition: string;
  audience: string;
  ticked: Tally;
  parts: HandedPart[];
  /** The badge of the whole course: its day, and the signed credential. */
  badge: { day: string; jwt: string } | undefined;
}

export interface HandInChoice {
  course: Course;
  audience: Audience;
  /** The only section that is handed in; undefined for the whole course. */
  section?: Section | undefined;
  done: DoneInCourse;
  /** Whether notes and quotes are handed in, and the badge, which may contain quotes. */
  withNotes: boolean;
  /** The title of the part with items that are no longer in the course. */
  earlier: string;
  /** Returns the address that opens a note's quote. */
  linkTo: (note: SavedNote) => string;
}

/**
 * Finds the section under which each objective is handed in: of its sections the one that serves the fewest objectives of the audience,
 * which is about this one the most; then the one with the most to read; then the first.
 * @returns the ids of the sections, by objective; an objective that no section serves has none
 */
function bestSections(course: Course, { objectives }: Audience): ReadonlyMap<Objective, string | undefined> {
  const served = (section: Section) =>
    objectives.filter(({ sections }) => sections.includes(section.id)).length;
  const toRead = (section: Section) => tallyResources(section.resources, new Set()).total;
  const sorted = course.sections.toSorted((a, b) => served(a) - served(b) || toRead(b) - toRead(a));
  return new Map(
    objectives.map((each) => [each, sorted.find(({ id }) => each.sections.includes(id))?.id] as const),
  );
}

/**
 * Collects what is handed in, in parts: first the audience's objectives that no section serves, then each section with its objectives
 * and the resources that were visited, and last, for a whole course, what was done for items that are no longer in it. An objective
 * of several sections is in the one that serves it best. Notes are with their objective or resource, evidence first. Empty parts are
 * omitted.
 */
export function handInOf(choice: HandInChoice): HandIn {
  const { course, audience, section: only, done, withNotes, linkTo } = choice;
  const home = withoutSecrets(course.address);
  const notesOf = (kind: SavedNote['about']['kind'], id: string): HandedNote[] =>
    done.notes
      .filter(({ about }) => withNotes && about.kind === kind && about.id === id)
      .sort((a, b) => Number(b.evidence) - Number(a.evidence))
      .map((note) => {
        const { text, quote, title, evidence } = note;
        const link = linkTo({ ...note, address: withoutSecrets(note.address) });
        return { text, quote, title, evidence: evidence && kind === 'objective', link };
      });
  const objective = ({ id, text }: Pick<Objective, 'id' | 'text'>): HandedObjective => ({
    id,
    text,
    ticked: done.completed.get(id),
    notes: notesOf('objective', id),
  });
  const resource = ({ id, title, address, gone }: Resource): HandedResource => ({
    id,
    title,
    address: gone ? '' : withoutSecrets(address),
    visited: done.visited.get(id),
    notes: notesOf('resource', id),
  });
  const wasRead = (each: HandedResource) => each.visited !== undefined || each.notes.length > 0;
  const visited = new Set(done.visited.keys());

  const best = bestSections(course, audience);
  const objectivesIn = ({ id }: Section) =>
    audience.objectives.filter((each) => (only ? each.sections.includes(id) : best.get(each) === id));
  const partOf = (section: Section): HandedPart => ({
    id: section.id,
    title: section.title,
    address: withAnchor(home, section.anchor),
    objectives: objectivesIn(section).map(objective),
    resources: section.resources.map(resource).filter(wasRead),
    read: tallyResources(section.resources, visited),
  });
  const sections = (only ? [only] : course.sections).map(partOf);
  const rest: HandedPart = {
    id: undefined,
    title: course.title,
    address: home,
    objectives: only ? [] : audience.objectives.filter((each) => !best.get(each)).map(objective),
    resources: [],
    read: { done: 0, total: 0 },
  };
  const { objectives = [], resources = [] } = (only ? undefined : course.earlier) ?? {};
  const earlier: HandedPart = {
    id: '',
    title: choice.earlier,
    address: '',
    objectives: objectives.map(objective).filter((each) => each.ticked || each.notes.length > 0),
    resources: resources.map(resource).filter(wasRead),
    read: undefined,
  };
  return {
    title: course.title,
    address: home,
    edition: course.edition,
    audience: audience.title,
    ticked: tallyObjectives(only ? objectivesIn(only) : audience.objectives, new Set(done.completed.keys())),
    // The badge may contain quotes.
    badge: withNotes && !only && done.badge?.audience === audience.id ? done.badge : undefined,
    parts: [rest, ...sections, earlier].filter((part) => part.objectives.length + part.resources.length > 0),
  };
}
