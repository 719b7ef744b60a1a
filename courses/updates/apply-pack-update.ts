import { asInPack, type Course, objectivesOf, resourcesOf } from '../course.ts';
import { MOST } from '../limits.ts';

/** What of `kept` is not in `all`. */
function without<Thing extends { id: string }>(kept: Thing[], all: { id: string }[]): Thing[] {
  const there = new Set(all.map(({ id }) => id));
  return kept.filter(({ id }) => !there.has(id));
}

/**
 * The course `kept` as `pack`, a later pack of it, has it. Its author keeps ids: what has the same is the same. What
 * the pack has no more is kept under `earlier`.
 */
export function applyPackUpdate(kept: Course, pack: Course): Course {
  const { objectives = [], resources = [] } = pack.earlier ?? {};
  const lost = {
    objectives: without(
      [...(kept.earlier?.objectives ?? []), ...objectivesOf(kept)],
      [...objectivesOf(pack), ...objectives],
    ),
    resources: without(
      [...(kept.earlier?.resources ?? []), ...resourcesOf(kept)],
      [...resourcesOf(pack), ...resources],
    ),
  };
  const earlier = {
    objectives: [...objectives, ...lost.objectives.map(({ id, text }) => ({ id, text }))].slice(
      -MOST.earlier,
    ),
    resources: [...resources, ...lost.resources.map(asInPack)].slice(-MOST.earlier),
  };
  const { earlier: _, ...rest } = pack;
  if (earlier.objectives.length + earlier.resources.length === 0) return rest;
  return {
    ...rest,
    earlier: {
      ...(earlier.objectives.length > 0 && { objectives: earlier.objectives }),
      ...(earlier.resources.length > 0 && { resources: earlier.resources }),
    },
  };
}

/** What a pack is beside the courses that there are. */
export type ImportConflict =
  | { is: 'new' }
  /** The same page's course, in the library already: the pack can be taken as its update, with `applyPackUpdate`. */
  | { is: 'update'; of: Course }
  /** It comes with the extension, and is kept true there. */
  | { is: 'builtIn'; of: Course }
  /** The course of another page has its id: what a reader did in the one would show in the other. */
  | { is: 'taken'; of: Course };

/** Tells what `pack` is beside the courses `builtIn` and `others`, by its id and the page that it is the course of. */
export function findImportConflict(
  pack: Course,
  builtIn: readonly Course[],
  others: readonly Course[],
): ImportConflict {
  const isSame = ({ id }: Course) => id === pack.id;
  const own = builtIn.find(isSame);
  if (own) return { is: own.address === pack.address ? 'builtIn' : 'taken', of: own };
  const other = others.find(isSame);
  if (other) return { is: other.address === pack.address ? 'update' : 'taken', of: other };
  return { is: 'new' };
}
