import { MOST } from '../limits.ts';
import { type Block, type Heading, type Item, LEVEL } from './blocks.ts';
import type { PageLanguage } from './languages/language.ts';
import type { ObjectiveGroup } from './objectives.ts';
import { plain, withoutColon } from './text.ts';
import { likeness } from './words.ts';

/** What becomes a section of the course: the blocks from its heading to the next section's. */
export interface SectionDraft {
  heading: Heading | undefined;
  blocks: Block[];
}

/** Fewer headings of one level make no sections, unless the page has nothing better. */
const ENOUGH = 3;
const LONGEST_OUTLINE = 100;

export const titleOf = ({ heading }: { heading: Heading | undefined }) => plain(heading?.text.value ?? '');
export const textOf = ({ text }: Item) => withoutColon(plain(text.value));
export const levelOf = ({ heading }: Block) => heading?.level ?? 0;
const hasLinks = (blocks: Block[]) => blocks.some(({ links }) => links.length > 0);

/** A block that lists the page's own headings, and the items of that list; undefined if the page has none. */
export function outlineOf(
  blocks: Block[],
  language: PageLanguage,
): { block: Block; items: string[] } | undefined {
  const titles = blocks.map(titleOf).filter(Boolean).slice(0, MOST.sections);
  for (const block of blocks) {
    if (!language.outline.test(titleOf(block))) continue;
    const items = (block.lists[0]?.items ?? []).map(textOf).filter(Boolean).slice(0, LONGEST_OUTLINE);
    const known = items.filter((item) => titles.some((title) => likeness(title, item) > 0));
    if (known.length > 1 && known.length * 2 >= items.length) return { block, items };
  }
  return undefined;
}

/** The shallowest heading level that has at least `enough` blocks. */
function levelWith(blocks: Block[], enough: number): number | undefined {
  const counts = new Map<number, number>();
  for (const block of blocks)
    if (titleOf(block)) counts.set(levelOf(block), (counts.get(levelOf(block)) ?? 0) + 1);
  counts.delete(0);
  return [...counts].filter(([, count]) => count >= enough).sort(([a], [b]) => a - b)[0]?.[0];
}

/**
 * The sections of a page: the blocks under each heading of the shallowest level that has at least three headings. Objectives and the
 * outline are no sections unless they have links. A heading above that level is a section if it has links of its own. So every link
 * is in a section: links before the first section belong to it.
 */
export function sectionsOf(
  blocks: Block[],
  objectives: ObjectiveGroup[],
  outline: Block | undefined,
): SectionDraft[] {
  const named = [...objectives.map((group) => group.blocks), ...(outline ? [[outline]] : [])];
  const heads = new Set(named.filter((group) => !hasLinks(group)).map(([head]) => head));
  const below = new Set(named.flatMap(([, ...rest]) => rest));
  const open = blocks.filter((block) => !below.has(block));
  const candidates = open.filter((block) => !heads.has(block));
  const own =
    levelWith(candidates, ENOUGH) ??
    levelWith(
      candidates.filter((block) => levelOf(block) < LEVEL.summary),
      1,
    );
  // A page with nothing but objectives has their parts for sections.
  const level = own ?? levelWith([...below], ENOUGH) ?? levelWith([...below], 1) ?? 0;
  const starts = new Set(
    (own ? open : blocks).filter((block) => titleOf(block) && levelOf(block) > 0 && levelOf(block) <= level),
  );
  const opening: SectionDraft = { heading: undefined, blocks: [] };
  const drafts: SectionDraft[] = [];
  for (const block of blocks) {
    if (starts.has(block)) drafts.push({ heading: block.heading, blocks: [block] });
    else (drafts.at(-1) ?? opening).blocks.push(block);
  }
  const sections = drafts.filter(
    (draft) => hasLinks(draft.blocks) || (draft.heading?.level === level && !heads.has(draft.blocks[0])),
  );
  const [first, ...others] = sections;
  if (!first) return [{ heading: undefined, blocks }];
  return [{ heading: first.heading, blocks: [...opening.blocks, ...first.blocks] }, ...others];
}

/** For each title, the item of `outline` that means it: each is used once, the most similar first. A title without one stays as it is. */
export function namedByOutline(titles: string[], outline: string[]): string[] {
  const pairs = titles.flatMap((title, at) =>
    outline.map((item, index) => ({ at, index, item, score: likeness(title, item) })),
  );
  const names = [...titles];
  const used = new Set<number>();
  const named = new Set<number>();
  for (const { at, index, item, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score === 0 || used.has(index) || named.has(at)) continue;
    used.add(index);
    named.add(at);
    if (item.length < (titles[at] ?? '').length) names[at] = item;
  }
  return names;
}
