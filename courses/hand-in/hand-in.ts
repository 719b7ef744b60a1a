import { type Address, withAnchor } from '../../sites/address.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import type { Audience, Course, Objective, Resource, Section } from '../course.ts';
import { type Tally, tallyObjectives, tallyResources } from '../status.ts';

/** What the reader has kept with an objective or a resource. */
export interface SavedNote {
  about: { kind: 'objective' | 'resource'; id: string };
  text: string;
  /** A line a block of the page. */
  quote: string;
  /** The page that the quote is from, and what it is called; '' without a quote. */
  address: Address;
  title: string;
  /** Whether it shows that its objective is reached. */
  evidence: boolean;
}

/** What was done in a course, by ids: the days, such as `2026-08-31`, on which an objective was ticked and a resource visited. */
export interface DoneInCourse {
  completed: ReadonlyMap<string, string>;
  visited: ReadonlyMap<string, string>;
  notes: readonly SavedNote[];
  /** The latest badge, if there is one: of which audience, its day, and the signed credential. */
  badge?: { audience: string; day: string; jwt: string } | undefined;
}

/** A note as it is handed in: `link` leads back to its quote. */
export interface HandedNote extends Pick<SavedNote, 'text' | 'quote' | 'title' | 'evidence'> {
  link: string;
}

export interface HandedObjective {
  id: string;
  text: string;
  /** The day on which it was ticked; undefined where it is not. */
  ticked: string | undefined;
  notes: HandedNote[];
}

export interface HandedResource {
  id: string;
  title: string;
  /** '' for one that is gone. */
  address: Address | '';
  /** The day of its visit; undefined for one that is here for its notes alone. */
  visited: string | undefined;
  notes: HandedNote[];
}

/** A section of the course, what belongs to none (without an `id`), or what the course does not have any more (`''`). */
export interface HandedPart {
  id: string | undefined;
  title: string;
  /** '' for what has no place in the course any more. */
  address: Address | '';
  objectives: HandedObjective[];
  /** Those that were visited or have notes, and how many there are to be visited; undefined where none is any more. */
  resources: HandedResource[];
  read: Tally | undefined;
}

/** What is handed in of a course. */
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
  /** What is handed in of it; left out: the whole course. */
  section?: Section | undefined;
  done: DoneInCourse;
  /** Whether quotes and words of the reader are handed in, and the badge, in which there may be some. */
  withNotes: boolean;
  /** What the part is called that holds what the course does not have any more. */
  earlier: string;
  /** Where a quote leads back to. */
  linkTo: (note: SavedNote) => string;
}

/**
 * What is handed in: the audience's objectives, each once, with the first section that serves it, and those that no section
 * serves with the course itself; the resources that were visited; and the notes where they belong, a tick's evidence first.
 * Last, of a whole course, what was done of what it does not have any more.
 * A section in which there is nothing to tick and nothing was done is left out.
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

  const placed = new Set<Objective>();
  const partOf = (section: Section): HandedPart => {
    const served = audience.objectives.filter(
      (each) => each.sections.includes(section.id) && !placed.has(each),
    );
    for (const each of served) placed.add(each);
    return {
      id: section.id,
      title: section.title,
      address: withAnchor(home, section.anchor),
      objectives: served.map(objective),
      resources: section.resources.map(resource).filter(wasRead),
      read: tallyResources(section.resources, visited),
    };
  };
  const sections = (only ? [only] : course.sections).map(partOf);
  const rest: HandedPart = {
    id: undefined,
    title: course.title,
    address: home,
    objectives: only ? [] : audience.objectives.filter((each) => !placed.has(each)).map(objective),
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
    ticked: tallyObjectives(only ? [...placed] : audience.objectives, new Set(done.completed.keys())),
    // There may be quotes in it.
    badge: withNotes && !only && done.badge?.audience === audience.id ? done.badge : undefined,
    parts: [rest, ...sections, earlier].filter((part) => part.objectives.length + part.resources.length > 0),
  };
}
