import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import type { Note } from '../../progress/records.ts';
import { fold } from '../../text/fold.ts';
import { NoteList } from './NoteList.tsx';
import { targetKey } from './note.ts';

interface Props {
  course: Course;
  notes: readonly Note[];
}

/** With more notes than these there is a field to filter them. */
const MANY = 10;

/** The title of everything in `course` that a note can belong to, by its `targetKey`, in the course's order. */
function titlesIn(course: Course): Map<string, string> {
  return new Map([
    ...resourcesOf(course).map(({ id, title }) => [targetKey({ kind: 'resource', id }), title] as const),
    ...objectivesOf(course).map(({ id, text }) => [targetKey({ kind: 'objective', id }), text] as const),
  ]);
}

/** All notes of the course, by what they belong to. */
export function MyNotes({ course, notes }: Props) {
  const [words, setWords] = useState('');
  const titles = titlesIn(course);
  const titleOf = (key: string) => titles.get(key) ?? i18n.t('note.ofNothing');
  const wanted = fold(words);
  const found = notes.filter(({ about, quote = '', text = '' }) =>
    fold(`${titleOf(targetKey(about))} ${quote} ${text}`).includes(wanted),
  );
  const order = [...titles.keys()];
  const targets = new Map(found.map(({ about }) => [targetKey(about), about]));
  const sorted = [...targets].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <>
      {notes.length > MANY && (
        <input
          type="search"
          class="filter"
          aria-label={i18n.t('note.filter')}
          placeholder={i18n.t('note.filter')}
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      <ul class="others">
        {sorted.map(([key, { kind, id }]) => (
          <li key={key}>
            <p dir="auto">{titleOf(key)}</p>
            <NoteList kind={kind} id={id} />
          </li>
        ))}
      </ul>
    </>
  );
}
