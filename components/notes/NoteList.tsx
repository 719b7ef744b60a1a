import { i18n } from '#i18n';
import type { Note } from '../../progress/records.ts';
import { notes as courseNotes } from '../state/notes.ts';
import { progress } from '../state/progress.ts';
import { singleKeys } from '../state/shortcuts.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Link } from '../ui/Link.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { type CourseNotes, type NoteTarget, targetKey } from './note.ts';

interface ButtonProps extends NoteTarget {
  title: string;
  notes: CourseNotes | undefined;
}

/** The button next to an objective or a resource that opens a new note for it. */
export function NoteButton({ kind, id, title, notes }: ButtonProps) {
  if (!notes?.writable) return null;
  return (
    <ToolButton
      title={i18n.t('note.keepWith', [title])}
      sign="M3 13l.8-3.2 6.8-6.8 2.4 2.4-6.8 6.8z"
      opens
      shortcut={singleKeys.value === false ? undefined : 'n'}
      onClick={(button) => notes.onAdd(button, { kind, id })}
    />
  );
}

interface ItemProps {
  note: Note;
  notes: CourseNotes;
  onDelete: () => Promise<unknown>;
}

function Item({ note, notes, onDelete }: ItemProps) {
  const { quote, text, title, evidence } = note;
  return (
    <li>
      {quote && (
        <blockquote dir="auto" class="clamped" cite={notes.linkOf(note)}>
          {quote}
        </blockquote>
      )}
      {quote && (
        <p class="quiet">
          <Link href={notes.linkOf(note)} onOpen={(_, where) => notes.onOpen(note, where)}>
            <bdi>{title}</bdi>
          </Link>
        </p>
      )}
      {text && (
        <p dir="auto" class="words">
          {text}
        </p>
      )}
      <p class="actions">
        {evidence && <span class="tag">{i18n.t('note.evidence')}</span>}
        {notes.writable && (
          <>
            <button type="button" onClick={({ currentTarget }) => notes.onEdit(currentTarget, note)}>
              {i18n.t('note.edit')}
            </button>
            <ActionButton class="danger" onAct={onDelete}>
              {i18n.t('note.delete')}
            </ActionButton>
          </>
        )}
      </p>
    </li>
  );
}

/** The notes of an objective or a resource, folded. Their count is known before the module of their actions has loaded. */
export function NoteList({ kind, id }: NoteTarget) {
  const notes = courseNotes.value;
  const target = targetKey({ kind, id });
  const these = progress.value.notes.filter(({ about }) => targetKey(about) === target);
  if (these.length === 0) return null;
  return (
    <details class="notes">
      <summary class="tag">{i18n.t('note.count', these.length)}</summary>
      <ul>
        {notes &&
          these.map((note) => (
            <Item key={note.id} note={note} notes={notes} onDelete={() => notes.onDelete(note)} />
          ))}
      </ul>
    </details>
  );
}
