import { ACTION_LOG, ANY, type Start } from './changes.ts';
import { type Kind, type Kinds, kinds } from './kinds.ts';

/*
 * The table of kinds as prefixes of keys. This is a file of its own because the panel's first picture hears of changes, but needs
 * no schema of a record.
 */

/** The prefixes of the kinds for which `includes` is true, in any course. */
export function startsOf(includes: (kind: Kinds[Kind]) => boolean): Start[] {
  return Object.entries(kinds).flatMap(([name, kind]) => (includes(kind) ? [[ANY, name]] : []));
}

/** What actions write and undoing them may change. */
export const UNDOABLE: Start[] = [ACTION_LOG, ...startsOf(({ undoable }) => undoable)];
/** What is synced. */
export const SYNCED: Start[] = startsOf(({ sync }) => sync !== 'never');
