import { useEffect } from 'preact/hooks';
import { onChange } from '../../progress/changes.ts';
import { UNDOABLE } from '../../progress/kind-prefixes.ts';

/**
 * Calls `forget` once the action with this id can't be undone any more: it was undone (in the history, in another panel), or
 * all that it wrote has been written again. Then an Undo would do nothing.
 * @returns a function that ends this
 */
export function forgetUndone(action: string, forget: (action: string) => void): () => void {
  let ended = false;
  const look = async () => {
    const { canUndo } = await import('../../progress/undo.ts');
    if (!(await canUndo(action)) && !ended) forget(action);
  };
  // What can't be read says nothing about the action.
  const quietly = () => void look().catch(() => {});
  quietly();
  const stop = onChange(quietly, UNDOABLE);
  return () => {
    ended = true;
    stop();
  };
}

/**
 * The same for a view.
 * @param action undefined while nothing offers an Undo
 */
export function useUndoable(action: string | undefined, forget: (action: string) => void): void {
  useEffect(() => (action === undefined ? undefined : forgetUndone(action, forget)), [action]);
}
