import { i18n } from '#i18n';
import { type Audience, type Course, objectivesOf, resourcesOf, type Section } from '../../courses/course.ts';
import { Region } from '../ui/Region.tsx';
import { NoteList } from './NoteList.tsx';
import type { About, Noting } from './note.ts';

interface Props {
  course: Course;
  audience: Audience;
  /** The shown section. */
  section: Section | undefined;
  noting: Noting;
}

const nameOf = ({ kind, id }: About) => `${kind} ${id}`;
const namesOf = (kind: About['kind'], all: readonly { id: string }[] = []) =>
  all.map(({ id }) => nameOf({ kind, id }));

/** What the course calls what a note can belong to. */
function titlesIn(course: Course): Map<string, string> {
  return new Map([
    ...objectivesOf(course).map(({ id, text }) => [nameOf({ kind: 'objective', id }), text] as const),
    ...resourcesOf(course).map(({ id, title }) => [nameOf({ kind: 'resource', id }), title] as const),
  ]);
}

/** The notes that stand nowhere else in the panel: with objectives of another audience, or what another section or no course has. */
export function OtherNotes({ course, audience, section, noting }: Props) {
  const shown = new Set([
    ...namesOf('objective', audience.objectives),
    ...namesOf('objective', course.earlier?.objectives),
    ...namesOf('resource', section?.resources),
    ...namesOf('resource', course.earlier?.resources),
    ...namesOf(
      'resource',
      resourcesOf(course).filter(({ program }) => program),
    ),
  ]);
  const { notes, deleted } = noting;
  const isOther = ({ about }: { about: About }) => !shown.has(nameOf(about));
  const others = [...notes, ...(deleted ? [deleted] : [])].filter(isOther);
  if (others.length === 0) return null;
  const titles = titlesIn(course);
  const abouts = new Map(others.map(({ about }) => [nameOf(about), about]));
  return (
    <Region title={i18n.t('note.others')}>
      <p class="quiet">{i18n.t('note.othersExplained')}</p>
      <ul class="others">
        {[...abouts].map(([name, { kind, id }]) => (
          <li key={name}>
            <p dir="auto">{titles.get(name) ?? i18n.t('note.ofNothing')}</p>
            <NoteList kind={kind} id={id} noting={noting} />
          </li>
        ))}
      </ul>
    </Region>
  );
}
