import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Link } from '../ui/Link.tsx';
import { type About, isAbout, type Note, type Noting } from './note.ts';

interface Props extends About {
  noting: Noting | undefined;
}

interface ItemProps {
  note: Note;
  noting: Noting;
  onDelete: () => Promise<unknown>;
}

function Item({ note, noting, onDelete }: ItemProps) {
  const { quote, words, title, evidence } = note;
  return (
    <li>
      {quote && (
        <blockquote dir="auto" cite={noting.linkOf(note)}>
          {quote}
        </blockquote>
      )}
      {quote && (
        <p class="quiet">
          <Link href={noting.linkOf(note)} onOpen={(_, where) => noting.onOpen(note, where)}>
            {title}
          </Link>
        </p>
      )}
      {words && (
        <p dir="auto" class="words">
          {words}
        </p>
      )}
      <p class="actions">
        {evidence && <span class="tag">{i18n.t('note.evidence')}</span>}
        {noting.writable && (
          <>
            <button type="button" onClick={({ currentTarget }) => noting.onEdit(currentTarget, note)}>
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

/** The notes of an objective or a resource, folded; and the way back for the one that was just deleted. */
export function NoteList({ kind, id, noting }: Props) {
  const deletedHere = useRef(false);
  if (!noting) return null;
  const notes = noting.notes.filter((note) => isAbout(note, kind, id));
  const deleted = noting.deleted && isAbout(noting.deleted, kind, id);
  return (
    <>
      {notes.length > 0 && (
        <details class="notes">
          <summary class="tag">{i18n.t('note.count', notes.length)}</summary>
          <ul>
            {notes.map((note) => (
              <Item
                key={note.id}
                note={note}
                noting={noting}
                onDelete={() => {
                  deletedHere.current = true;
                  return noting.onDelete(note);
                }}
              />
            ))}
          </ul>
        </details>
      )}
      <div role="status">
        {deleted && (
          <p class="actions">
            <span class="quiet">{i18n.t('note.deleted')}</span>
            <ActionButton
              onButton={(button) => {
                // The button that had the focus is gone with the note.
                if (!button || !deletedHere.current) return;
                deletedHere.current = false;
                button.focus();
              }}
              onAct={noting.onBringBack}
            >
              {i18n.t('history.undo')}
            </ActionButton>
          </p>
        )}
      </div>
    </>
  );
}
