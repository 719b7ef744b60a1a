import { i18n } from '#i18n';
import { type Audience, type Course, objectivesOf, resourcesOf, type Section } from '../../courses/course.ts';
import { Region } from '../ui/Region.tsx';
import { NoteList } from './NoteList.tsx';
import { type CourseNotes, type NoteTarget, targetKey } from './note.ts';

interface Props {
  course: Course;
  audience: Audience;
  /** The shown section. */
  section: Section | undefined;
  notes: CourseNotes;
}

const keysOf = (kind: NoteTarget['kind'], all: readonly { id: string }[] = []) =>
  all.map(({ id }) => targetKey({ kind, id }));

/** The title of everything in `course` that a note can belong to, by its `targetKey`. */
function titlesIn(course: Course): Map<string, string> {
  return new Map([
    ...objectivesOf(course).map(({ id, text }) => [targetKey({ kind: 'objective', id }), text] as const),
    ...resourcesOf(course).map(({ id, title }) => [targetKey({ kind: 'resource', id }), title] as const),
  ]);
}

/** The notes that no other list of the panel shows: on another audience's objectives, another section's resources, or removed items. */
export function OtherNotes({ course, audience, section, notes }: Props) {
  const shown = new Set([
    ...keysOf('objective', audience.objectives),
    ...keysOf('objective', course.earlier?.objectives),
    ...keysOf('resource', section?.resources),
    ...keysOf('resource', course.earlier?.resources),
    ...keysOf(
      'resource',
      resourcesOf(course).filter(({ program }) => program),
    ),
  ]);
  const { all, deleted } = notes;
  const others = [...all, ...(deleted ? [deleted] : [])].filter(({ about }) => !shown.has(targetKey(about)));
  if (others.length === 0) return null;
  const titles = titlesIn(course);
  const targets = new Map(others.map(({ about }) => [targetKey(about), about]));
  return (
    <Region title={i18n.t('note.others')}>
      <p class="quiet">{i18n.t('note.othersExplained')}</p>
      <ul class="others">
        {[...targets].map(([key, { kind, id }]) => (
          <li key={key}>
            <p dir="auto">{titles.get(key) ?? i18n.t('note.ofNothing')}</p>
            <NoteList kind={kind} id={id} notes={notes} />
          </li>
        ))}
      </ul>
    </Region>
  );
}
