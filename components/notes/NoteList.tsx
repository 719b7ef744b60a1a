import { i18n } from '#i18n';
import { notes as courseNotes } from '../state/notes.ts';
import { progress } from '../state/progress.ts';
import { singleKeys } from '../state/shortcuts.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { type CourseNotes, type NoteTarget, targetKey } from './note.ts';

const NoteItems = onDemand(async () => (await import('./NoteItems.tsx')).NoteItems);

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

/** The notes of an objective or a resource, folded. Their count is known before the module of their actions has loaded. */
export function NoteList({ kind, id }: NoteTarget) {
  const notes = courseNotes.value;
  const target = targetKey({ kind, id });
  const these = progress.value.notes.filter(({ about }) => targetKey(about) === target);
  if (these.length === 0) return null;
  return (
    <details class="notes">
      <summary class="tag">{i18n.t('note.count', these.length)}</summary>
      {notes && <NoteItems these={these} notes={notes} />}
    </details>
  );
}
