import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StatusMessage } from './ActionStatus.tsx';
import { useUndoable } from './use-undoable.ts';

/** What an action came to; a text is an outcome without Undo, and undefined leaves the status empty. */
type Came = StatusMessage | string | undefined;

/** The one status of a view. It is shown at one place of the view at a time, where the reader acted last. */
export interface Status<Where extends string> {
  /** What is to be said at this place now. */
  at(where: Where): StatusMessage | undefined;
  /**
   * Runs an action of the reader. What was said of the action before is cleared at once; what comes of this one is said unless
   * the reader has begun another by then. Only a failure is said in any case.
   * @param failed gives the sentence for a failure
   * @returns whether it succeeded
   */
  run(
    where: Where,
    action: () => Promise<Came>,
    failed?: (error: unknown) => string | Promise<string>,
  ): Promise<boolean>;
  /** Undoes an action of the log. */
  undo(where: Where, action: string): Promise<boolean>;
  clear(): void;
}

const failure = (error: unknown) => i18n.t('backup.failed', [String(error)]);

/** Undoes an action. @returns what came of it @throws Fault as `undo` does */
async function undoing(action: string): Promise<string> {
  const { undo } = await import('../../progress/undo.ts');
  const { undone, kept } = await undo(action);
  if (undone === 0) return i18n.t('history.notUndone');
  return i18n.t(kept.length > 0 ? 'history.undoneInPart' : 'history.undone');
}

/**
 * The status of a view: one for all its places, cleared by the next action. A message whose Undo was used elsewhere or has
 * become impossible disappears with it.
 * @param first what the view says when it opens
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
