import { i18n } from '#i18n';
import type { Note } from '../../progress/records.ts';
import { ActionMenu, type MenuItem } from '../ui/ActionMenu.tsx';
import { Link } from '../ui/Link.tsx';
import type { CourseNotes } from './note.ts';
import { Quote } from './Quote.tsx';

interface ItemProps {
  note: Note;
  notes: CourseNotes;
}

/** A note: its quote and where that is from, its text, and a menu of what can be done with it. */
function NoteItem({ note, notes }: ItemProps) {
  const { quote, text, title, evidence } = note;
  const actions = (): MenuItem[] => [
    { text: i18n.t('note.edit'), onChoose: (button) => notes.onEdit(button, note) },
    { text: i18n.t('note.delete'), danger: true, onChoose: () => notes.onDelete(note) },
  ];
  return (
    <li class="note-item">
      <div>
        {quote && <Quote quote={quote} cite={notes.linkOf(note)} />}
        {quote && (
          <p class="quiet source">
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
        {evidence && (
          <p>
            <span class="tag">{i18n.t('note.evidence')}</span>
          </p>
        )}
      </div>
      {notes.writable && (
        <div>
          <ActionMenu title={i18n.t('note.actions')} items={actions} />
        </div>
      )}
    </li>
  );
}

interface Props {
  these: readonly Note[];
  notes: CourseNotes;
}

/** Notes with what can be done with them. */
export function NoteItems({ these, notes }: Props) {
  return (
    <ul class="note-items">
      {these.map((note) => (
        <NoteItem key={note.id} note={note} notes={notes} />
      ))}
    </ul>
  );
}
