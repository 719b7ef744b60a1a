import { type Audience, type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import { type Match, resourceRead } from '../../courses/match.ts';
import { objectivesBySection } from '../../courses/status.ts';
import { type NoteTarget, targetKey } from './note.ts';

/** Something that a note can belong to. */
export interface NotePlace extends NoteTarget {
  title: string;
}

const objective = ({ id, text }: { id: string; text: string }): NotePlace => ({
  kind: 'objective',
  id,
  title: text,
});
const resource = ({ id, title }: { id: string; title: string }): NotePlace => ({
  kind: 'resource',
  id,
  title,
});

/**
 * Lists what a note can belong to: the audience's objectives, those of the shown section first, and the section's resources (all
 * resources of the course where no section is shown). `current`, what the note belongs to now, is always in the list.
 * @returns the list, and the entry to start with
 */
export function notePlaces(
  course: Course,
  audience: Audience,
  match: Match | undefined,
  current: NoteTarget | undefined,
): { all: NotePlace[]; first: NoteTarget } {
  const { here, rest } = objectivesBySection(audience, match?.section);
  const all = [
    ...[...here, ...rest].map(objective),
    ...(match?.section ? match.section.resources : resourcesOf(course)).map(resource),
  ];
  const isCurrent = (place: NoteTarget) => current !== undefined && targetKey(place) === targetKey(current);
  if (current && !all.some(isCurrent)) {
    const everything = [...objectivesOf(course).map(objective), ...resourcesOf(course).map(resource)];
    all.push(everything.find(isCurrent) ?? { ...current, title: current.id });
  }
  const read = resourceRead(match);
  const { kind, id }: NoteTarget = (read ? resource(read) : all[0]) ?? { kind: 'objective', id: '' };
  return { all, first: { kind, id } };
}
