import { i18n } from '#i18n';
import type { Outcome } from '../../../components/library/Told.tsx';
import { undo } from '../../../progress/undo.ts';

/** Takes back what was done in the library, and says what came of it. @throws Fault as `undo` does */
export async function undoing(action: string): Promise<Outcome> {
  const { undone, kept } = await undo(action);
  if (undone === 0) return { sentence: i18n.t('history.notUndone') };
  return { sentence: i18n.t(kept.length > 0 ? 'history.undoneInPart' : 'history.undone') };
}
