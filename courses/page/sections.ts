import { MOST } from '../limits.ts';
import { plain, withoutColon } from './text.ts';
import { likeness } from './words.ts';
import { type Heading, type Item, LEVEL, type List, type Zone } from './zone.ts';

/** What of a page is about one thing: the zones from its heading to the next section's. */
export interface Part {
  heading: Heading | undefined;
  zones: Zone[];
}

/** What stands under a heading that names it. */
export interface Region {
  zones: Zone[];
  lists: List[];
}

const OBJECTIVES = /(?<!\bnon[-‐‑ ]?)\b(?:objectives?|goals?|outcomes?)\b/i;
const OUTLINE = /\b(?:outline|syllabus|curriculum|agenda|contents)\b/i;
/** Fewer headings of one level are no sections, unless there is nothing better. */
const ENOUGH = 3;
const LONGEST_OUTLINE = 100;

export const titleOf = ({ heading }: { heading: Heading | undefined }) => plain(heading?.words.said ?? '');
export const textOf = ({ words }: Item) => withoutColon(plain(words.said));
const levelOf = ({ heading }: Zone) => heading?.level ?? 0;
const hasLinks = (zones: Zone[]) => zones.some(({ links }) => links.length > 0);

/** Whether a list only lists links: what can be done at the end is no link. */
function isOfLinks({ items }: List): boolean {
  const linked = items.filter(
    ({ words, links: [link] }) => link && plain(link.words.said) === plain(words.said),
  );
  return linked.length * 2 > items.length;
}

const saysObjectives = ({ lists, links }: Zone) =>
  !lists.some(isOfLinks) && links.every((link) => 'item' in link && link.item);

function regionAt(zones: Zone[], at: number): Region {
  const end = zones.findIndex((zone, index) => index > at && levelOf(zone) <= levelOf(zones[at] as Zone));
  const all = zones.slice(at, end < 0 ? undefined : end);
  // Below a heading such as “Goals and material” other things stand as well: those are not objectives.
  const own = all.slice(1).every(saysObjectives) ? all : all.slice(0, 1);
  return { zones: own, lists: own.flatMap(({ lists }) => lists).filter((list) => !isOfLinks(list)) };
}

/** The parts of a page that list objectives: under headings that say so, else all of a page whose title does. */
export function objectiveRegions(zones: Zone[], title: string): Region[] {
  const regions: Region[] = [];
  const seen = new Set<Zone>();
  for (const [at, zone] of zones.entries()) {
    if (seen.has(zone) || !OBJECTIVES.test(titleOf(zone))) continue;
    const region = regionAt(zones, at);
    if (!region.lists.some(({ items }) => items.length > 0)) continue;
    regions.push(region);
    for (const each of region.zones) seen.add(each);
  }
  if (regions.length > 0 || !OBJECTIVES.test(title)) return regions;
  const lists = zones.flatMap((zone) => zone.lists).filter((list) => !isOfLinks(list));
  return lists.length > 0 ? [{ zones, lists }] : [];
}

/** A zone that lists the page's own headings, and the items of the list. Undefined where there is none. */
export function outlineOf(zones: Zone[]): { zone: Zone; items: string[] } | undefined {
  const titles = zones.map(titleOf).filter(Boolean).slice(0, MOST.sections);
  for (const zone of zones) {
    if (!OUTLINE.test(titleOf(zone))) continue;
    const items = (zone.lists[0]?.items ?? []).map(textOf).filter(Boolean).slice(0, LONGEST_OUTLINE);
    const known = items.filter((item) => titles.some((title) => likeness(title, item) > 0));
    if (known.length > 1 && known.length * 2 >= items.length) return { zone, items };
  }
  return undefined;
}

/** The shallowest level of which there are `enough` zones. */
function levelWith(zones: Zone[], enough: number): number | undefined {
  const counts = new Map<number, number>();
  for (const zone of zones)
    if (titleOf(zone)) counts.set(levelOf(zone), (counts.get(levelOf(zone)) ?? 0) + 1);
  counts.delete(0);
  return [...counts].filter(([, count]) => count >= enough).sort(([a], [b]) => a - b)[0]?.[0];
}

/**
 * The sections of a page: what stands under the headings of the shallowest level that has at least three of them.
 * Objectives and the outline are none, unless they have links; a heading above that level is one where it has links of
 * its own. So every link is in a section: what stands before the first one, in the first.
 */
export function sectionsOf(zones: Zone[], objectives: Region[], outline: Zone | undefined): Part[] {
  const told = [...objectives.map((region) => region.zones), ...(outline ? [[outline]] : [])];
  const heads = new Set(told.filter((region) => !hasLinks(region)).map(([head]) => head));
  const below = new Set(told.flatMap(([, ...rest]) => rest));
  const open = zones.filter((zone) => !below.has(zone));
  const candidates = open.filter((zone) => !heads.has(zone));
  const own =
    levelWith(candidates, ENOUGH) ??
    levelWith(
      candidates.filter((zone) => levelOf(zone) < LEVEL.summary),
      1,
    );
  // A page of nothing but objectives has the parts of these for sections.
  const level = own ?? levelWith([...below], ENOUGH) ?? levelWith([...below], 1) ?? 0;
  const starts = new Set(
    (own ? open : zones).filter((zone) => titleOf(zone) && levelOf(zone) > 0 && levelOf(zone) <= level),
  );
  const opening: Part = { heading: undefined, zones: [] };
  const parts: Part[] = [];
  for (const zone of zones) {
    if (starts.has(zone)) parts.push({ heading: zone.heading, zones: [zone] });
    else (parts.at(-1) ?? opening).zones.push(zone);
  }
  const sections = parts.filter(
    (part) => hasLinks(part.zones) || (part.heading?.level === level && !heads.has(part.zones[0])),
  );
  const [first, ...others] = sections;
  if (!first) return [{ heading: undefined, zones }];
  return [{ heading: first.heading, zones: [...opening.zones, ...first.zones] }, ...others];
}

/** For each title the item of `outline` that means it, each once, the likest first; the heading's words where none does. */
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
