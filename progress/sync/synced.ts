import { ANY, type Start } from '../changes.ts';
import { kinds } from '../kinds/index.ts';

/**
 * What is too large for the area. What a course teaches can be had anew from its own page, whose address is synced; a badge goes to
 * another computer as the file that it is for.
 */
export const STAYS: ReadonlySet<string> = new Set(['pack', 'words', 'badge']);

/** What the keys begin with of what is synced. */
export const SYNCED: Start[] = Object.keys(kinds).flatMap((kind) => (STAYS.has(kind) ? [] : [[ANY, kind]]));
