import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { undoAction } from '../state/undo.ts';
import type { StatusMessage } from './ActionStatus.tsx';
import { useUndoable } from './use-undoable.ts';

/** The result of an action: a message, a sentence without details or Undo, or undefined for no message. */
type ActionResult = StatusMessage | string | undefined;

/** The status of a view. Only one part of the view shows it at a time: the one in which the reader acted last. */
export interface Status<Where extends string> {
  /** Returns the message that this part of the view shows now. */
  at(where: Where): StatusMessage | undefined;
  /**
   * Runs an action of the reader. The message of the previous action disappears at once. The result is shown unless the reader has
   * started another action by then; a failure is always shown.
   * @param failed returns the sentence for a failure
   * @returns whether it succeeded
   */
  run(
    where: Where,
    action: () => Promise<ActionResult>,
    failed?: (error: unknown) => string | Promise<string>,
  ): Promise<boolean>;
  /** Undoes an action of the log, and shows the result. */
  undo(where: Where, action: string): Promise<boolean>;
  clear(): void;
}

const failure = (error: unknown) => i18n.t('backup.failed', [String(error)]);

/** Undoes an action. @returns the result as a sentence @throws Fault as `undo` does */
async function undoing(action: string): Promise<string> {
  const { undone, kept } = await undoAction(action);
  if (undone === 0) return i18n.t('history.notUndone');
  return i18n.t(kept.length > 0 ? 'history.undoneInPart' : 'history.undone');
}

/**
 * The status of a view, shared by all its parts and cleared by the next action. A message disappears when its action can't be
 * undone any more, for example because it was undone elsewhere.
 * @param first the message that the view shows when it opens
 */
export function useStatus<Where extends string>(first?: {
  where: Where;
  outcome: StatusMessage;
}): Status<Where> {
  const [said, setSaid] = useState(first);
  const turns = useRef(0);
  useUndoable(said?.outcome.action, (action) =>
    setSaid((last) => (last?.outcome.action === action ? undefined : last)),
  );

  const [run] = useState(
    () =>
      async (...[where, action, failed = failure]: Parameters<Status<Where>['run']>) => {
        const turn = ++turns.current;
        setSaid(undefined);
        try {
          const came = await action();
          const outcome = typeof came === 'string' ? { sentence: came } : came;
          if (turn === turns.current) setSaid(outcome && { where, outcome });
          return true;
        } catch (error) {
          setSaid({ where, outcome: { sentence: await failed(error) } });
          return false;
        }
      },
  );
  return {
    at: (where) => (said?.where === where ? said.outcome : undefined),
    run,
    undo: (where, action) => run(where, () => undoing(action)),
    clear() {
      turns.current++;
      setSaid(undefined);
    },
  };
}
