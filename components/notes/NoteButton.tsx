import { i18n } from '#i18n';
import { ToolButton } from '../ui/ToolButton.tsx';
import type { About, Noting } from './note.ts';

interface Props extends About {
  title: string;
  noting: Noting | undefined;
}

/** The button beside an objective or a resource that keeps a note with it. */
export function NoteButton({ kind, id, title, noting }: Props) {
  if (!noting?.writable) return null;
  return (
    <ToolButton
      title={i18n.t('note.keepWith', [title])}
      sign="M3 13l.8-3.2 6.8-6.8 2.4 2.4-6.8 6.8z"
      opens
      // The key n keeps a note with what has the focus: a list has no second stop in every line.
      shortcut="n"
      onClick={(button) => noting.onKeep(button, { kind, id })}
    />
  );
}
