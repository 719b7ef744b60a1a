import { asInPack, type Course, objectivesOf, resourcesOf } from '../course.ts';
import { MOST } from '../limits.ts';

/** Returns the items of `stored` that are not in `all`, by id. */
function without<Thing extends { id: string }>(stored: Thing[], all: { id: string }[]): Thing[] {
  const there = new Set(all.map(({ id }) => id));
  return stored.filter(({ id }) => !there.has(id));
}

/**
 * Returns the stored course updated with `pack`, a later version. Items are matched by id, because authors of packs keep ids.
 * Items that the pack no longer has are saved under `earlier`.
 */
export function applyPackUpdate(stored: Course, pack: Course): Course {
  const { objectives = [], resources = [] } = pack.earlier ?? {};
  const lost = {
    objectives: without(
      [...(stored.earlier?.objectives ?? []), ...objectivesOf(stored)],
      [...objectivesOf(pack), ...objectives],
    ),
    resources: without(
      [...(stored.earlier?.resources ?? []), ...resourcesOf(stored)],
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

/** How a pack to be imported relates to the existing courses. */
export type ImportConflict =
  | { is: 'new' }
  /** Its page's course is in the library. The pack can be imported as an update (`applyPackUpdate`). */
  | { is: 'update'; of: Course }
  /** The course is built in, and updated with the extension. */
  | { is: 'builtIn'; of: Course }
  /** A course of another page has its id, so their progress would be mixed up. */
  | { is: 'taken'; of: Course };

/** Compares `pack` with the courses in `builtIn` and `others`, by id and address. */
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
