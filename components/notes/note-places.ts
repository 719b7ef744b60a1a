import { type Audience, type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { objectivesBySection } from '../../courses/status.ts';
import type { NotePlace } from './NoteForm.tsx';
import type { About } from './note.ts';

/**
 * What a note can belong to: the audience's objectives and the section's resources, those of the shown section first, all of
 * the course's where no section is shown; and `kept`, what it belongs to already.
 */
export function notePlaces(
  course: Course,
  audience: Audience,
  match: Match | undefined,
  kept: About | undefined,
): { all: NotePlace[]; first: About } {
  const { here, rest } = objectivesBySection(audience, match?.section);
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
  const all = [
    ...[...here, ...rest].map(objective),
    ...(match?.section ? match.section.resources : resourcesOf(course)).map(resource),
  ];
  const isKept = ({ kind, id }: About) => kind === kept?.kind && id === kept.id;
  if (kept && !all.some(isKept)) {
    const everything = [...objectivesOf(course).map(objective), ...resourcesOf(course).map(resource)];
    all.push(everything.find(isKept) ?? { ...kept, title: kept.id });
  }
  const read = match?.reason === 'within' ? undefined : match?.resource;
  const { kind, id }: About = (read ? resource(read) : all[0]) ?? { kind: 'objective', id: '' };
  return { all, first: { kind, id } };
}
