import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import type { Note } from '../../progress/records.ts';
import { notes as courseNotes } from '../state/notes.ts';
import { findNotes } from './find-notes.ts';
import { NoteItems } from './NoteItems.tsx';
import { targetKey } from './note.ts';

interface Props {
  course: Course;
  notes: readonly Note[];
}

/** As many notes are shown at first, and more each time the reader asks for them. */
const STEP = 20;

/** The title of everything in `course` that a note can belong to, by its `targetKey`, in the course's order. */
function titlesIn({ earlier, ...course }: Course): Map<string, string> {
  const resources = [...resourcesOf(course), ...(earlier?.resources ?? [])];
  const objectives = [...objectivesOf(course), ...(earlier?.objectives ?? [])];
  return new Map([
    ...objectives.map(({ id, text }) => [targetKey({ kind: 'objective', id }), text] as const),
    ...resources.map(({ id, title }) => [targetKey({ kind: 'resource', id }), title] as const),
  ]);
}

/** All notes of the course, by what they belong to, with a field to search them. */
export function MyNotes({ course, notes }: Props) {
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(STEP);
  const titles = titlesIn(course);
  const found = findNotes(notes, titles, query);
  const groups = Map.groupBy(found.slice(0, most), ({ about }) => targetKey(about));
  const left = found.length - most;
  const actions = courseNotes.value;
  if (!actions) return null;
  return (
    <div class="my-notes">
      {notes.length > 1 && (
        <input
          type="search"
          class="note-search"
          dir="auto"
          aria-label={i18n.t('note.filter')}
          placeholder={i18n.t('note.filter')}
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setMost(STEP);
          }}
        />
      )}
      <p role="status" class="quiet">
        {query.trim() && (found.length > 0 ? i18n.t('note.count', found.length) : i18n.t('note.noneFound'))}
      </p>
      <ul class="others">
        {[...groups].map(([key, these]) => (
          <li key={key}>
            <h3 dir="auto">{titles.get(key) ?? i18n.t('note.ofNothing')}</h3>
            <NoteItems these={these} notes={actions} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="more" onClick={() => setMost(most + STEP)}>
          {i18n.t('resources.more', Math.min(left, STEP))}
        </button>
      )}
    </div>
  );
}
