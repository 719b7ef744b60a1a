import { useEffect } from 'preact/hooks';
import { onChange } from '../../progress/changes.ts';
import { UNDOABLE } from '../../progress/kind-prefixes.ts';

/**
 * Calls `forget` when the action with this id can't be undone any more: it was undone (in the history or in another panel), or all
 * its records were written again since.
 * @returns a function that stops this
 */
export function forgetUndone(action: string, forget: (action: string) => void): () => void {
  let ended = false;
  const look = async () => {
    const { canUndo } = await import('../../progress/undo.ts');
    if (!(await canUndo(action)) && !ended) forget(action);
  };
  // If the log can't be read, the Undo stays.
  const quietly = () => void look().catch(() => {});
  quietly();
  const stop = onChange(quietly, UNDOABLE);
  return () => {
    ended = true;
    stop();
  };
}

/** Does the same while a component is mounted. @param action undefined while there is nothing to undo */
export function useUndoable(action: string | undefined, forget: (action: string) => void): void {
  useEffect(() => (action === undefined ? undefined : forgetUndone(action, forget)), [action]);
}
