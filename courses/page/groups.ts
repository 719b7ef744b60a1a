import { LONGEST } from '../limits.ts';
import { type Block, type Item, LEVEL } from './blocks.ts';
import { type SectionDraft, textOf, titleOf } from './sections.ts';
import { withoutColon } from './text.ts';

/** The titles above a link within its section, the outermost first. */
export type GroupPath = readonly string[];

/** The texts of the unlinked items above `item`, the outermost first. */
function itemsAbove(item: Item | undefined): string[] {
  const above: string[] = [];
  for (let each = item?.above; each; each = each.above)
    if (each.links.length === 0) above.unshift(textOf(each));
  return above.filter(Boolean);
}

/** The headings that are open at a block, the outermost first. */
interface OpenHeading {
  level: number;
  title: string;
}

/** The titles above a block of `draft`. Its heading is the last of `open` if it is a subheading. */
function pathOf(
  { heading }: Block,
  draft: SectionDraft,
  open: readonly OpenHeading[],
  title: string,
): string[] {
  if (heading === undefined) return draft.heading ? [title] : [];
  if (heading === draft.heading) return [];
  const subheadings = open.map((each) => each.title).filter(Boolean);
  return subheadings.length > 0 ? subheadings : [withoutColon(titleOf({ heading }))];
}

/**
 * Returns the titles above each link of `draft`: its subheadings, or else the nearest title in bold or to unfold, and then the items of
 * a list that have no link.
 * @param title of the page, to which what comes before the first section's heading belongs
 */
export function groupPaths(draft: SectionDraft, title: string): (block: Block, item?: Item) => GroupPath {
  const paths = new Map<Block, string[]>();
  const open: OpenHeading[] = [];
  for (const block of draft.blocks) {
    const { heading } = block;
    if (heading && heading !== draft.heading && heading.level < LEVEL.summary) {
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      open.push({ level: heading.level, title: withoutColon(titleOf(block)) });
    }
    paths.set(block, pathOf(block, draft, open, title));
  }
  return (block, item) => [...(paths.get(block) ?? []), ...itemsAbove(item)];
}

const keyOf = (path: GroupPath) => path.join('\n');
const labelAt = (path: GroupPath, depth: number) => path.slice(-depth).join(': ');

/** Names paths that end alike up to `depth` parts: those that still have the same name get one part more. */
function nameApart(paths: readonly GroupPath[], depth: number, labels: Map<string, string>): void {
  for (const [label, same] of Map.groupBy(paths, (path) => labelAt(path, depth))) {
    if (label.length > LONGEST.text && depth > 1) continue;
    for (const path of same) labels.set(keyOf(path), label);
    if (same.length > 1 && same.some((path) => path.length > depth)) nameApart(same, depth + 1, labels);
  }
}

/**
 * Returns the title of the group of each path: its last part, and of paths that end alike as many of the parts before it as tell them
 * apart (“Dough: Basics” and “Oven: Basics”).
 */
export function groupTitles(paths: readonly GroupPath[]): (path: GroupPath) => string {
  const distinct = new Map(paths.map((path) => [keyOf(path), path]));
  const labels = new Map<string, string>();
  nameApart([...distinct.values()], 1, labels);
  return (path) => labels.get(keyOf(path)) ?? '';
}
