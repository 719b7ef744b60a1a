import { audience } from './audience.ts';
import { badge } from './badge.ts';
import { completion } from './completion.ts';
import { course } from './course.ts';
import { move } from './move.ts';
import { note } from './note.ts';
import { pack } from './pack.ts';
import { place } from './place.ts';
import { setting } from './setting.ts';
import { visit } from './visit.ts';
import { words } from './words.ts';

/**
 * The kinds of records: one file a kind. A new one is another file and a line here, and takes part in storing, merging,
 * backup and, unless `sync/plan.ts` names it as too large for that, sync.
 */
export const kinds = { completion, visit, audience, move, note, place, setting, course, pack, words, badge };
