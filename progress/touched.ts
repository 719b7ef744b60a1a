import { ANY, type Prefix, type Start } from './changes.ts';

/** The log of actions, which has a store of its own: it is announced as if it were records that the first picture never reads. */
export const ACTION_LOG: Prefix = ['*', 'action'];

/** What the keys begin with of what actions write, and can be undone of. */
export const UNDOABLE: Start[] = [
  ACTION_LOG,
  ...['completion', 'visit', 'audience', 'note', 'badge', 'course', 'pack'].map((kind) => [ANY, kind]),
];

/** What is announced of written records: their courses and kinds, so that a message stays short however many there are. */
export function prefixesOf(records: readonly { key: Prefix }[]): Prefix[] {
  const prefixes = records.map(({ key }) => key.slice(0, 2));
  return [...new Map(prefixes.map((prefix) => [JSON.stringify(prefix), prefix])).values()];
}
