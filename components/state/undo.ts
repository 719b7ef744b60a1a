import { effect, signal, untracked } from '@preact/signals';
import type { UndoResult } from '../../progress/undo.ts';
import { pageAddress } from './current.ts';

/**
 * Undoes an action. Courses that come back get the visits of their pages.
 * @throws Fault if it can't be written
 */
export async function undoAction(action: string): Promise<UndoResult> {
  const { undo } = await import('../../progress/undo.ts');
  return undo(action, async (courses) =>
    (await import('../../catalog/earlier-visits.ts')).visitsOnReturn(courses),
  );
}

/** What the reader has just done, and can undo. */
export interface Done {
  sentence: string;
  /** Id of the action. */
  action: string;
}

/** The last action of the reader, until the next action, another page, or until it is dismissed or undone. */
export const done = signal<Done>();

const stopWatching = signal<() => void>();

/** Offers to undo an action; nothing if `action` is undefined, because it wrote nothing. */
export function offerUndo(sentence: string, action: string | undefined): void {
  stopWatching.peek()?.();
  done.value = action === undefined ? undefined : { sentence, action };
  if (action === undefined) return;
  void import('../ui/use-undoable.ts').then(({ forgetUndone }) => {
    if (done.peek()?.action !== action) return;
    stopWatching.value = forgetUndone(action, () => dismissUndo(action));
  });
}

/** Withdraws the offer, if it is about this action. */
export function dismissUndo(action = done.peek()?.action): void {
  if (done.peek()?.action === action) done.value = undefined;
}

/** Undoes what is offered. @throws Fault if it can't be written */
export async function undoLast(): Promise<void> {
  const { action } = done.peek() ?? {};
  if (action === undefined) return;
  await undoAction(action);
  dismissUndo(action);
}

/** Begins to withdraw the offer when another page is shown. To be called once. */
export function followUndo(): void {
  effect(() => {
    void pageAddress.value;
    untracked(() => dismissUndo());
  });
}
