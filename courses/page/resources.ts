import type { Address } from '../../sites/address.ts';
import { hasInvisible } from '../../text/invisible.ts';
import type { Section } from '../course.ts';
import { LONGEST, MOST } from '../limits.ts';
import { idMaker, namesOf } from './ids.ts';
import { type Target, targetOf } from './links.ts';
import type { PageOfCourse } from './page-of-course.ts';
import { type Part, textOf, titleOf } from './sections.ts';
import { isVague, plain, sentenceAt, withoutColon, wordsOfAddress } from './text.ts';
import { idFrom } from './words.ts';
import { type Frame, type Item, LEVEL, type Link, type Zone } from './zone.ts';

/** The title of the unlinked item that `item` stands below, the nearest. */
function parentOf(item: Item | undefined): string {
  for (let above = item?.above; above; above = above.above)
    if (above.links.length === 0) return textOf(above);
  return '';
}

/** Makes the titles of what stands in the zones of `part`: each its subheading, else the nearest line that is like one. */
function groupsIn(part: Part, title: string): (zone: Zone) => string {
  let subheading = '';
  return (zone) => {
    // What stands before the first section's heading is the page's, not the section's.
    if (zone.heading === undefined) return part.heading ? title : '';
    if (zone.heading === part.heading) return '';
    const own = withoutColon(titleOf(zone));
    if (zone.heading.level < LEVEL.summary) subheading = own;
    return subheading || own;
  };
}

/** What a link is called: by its own words, or where these say nothing, by those around it. */
function titleOfLink(link: Link | Frame, group: string): string {
  if ('frame' in link)
    return isVague(plain(link.title)) || /player/i.test(link.title) ? '' : plain(link.title);
  const own = plain(link.words.said);
  if (!isVague(own)) return wordsOfAddress(own) || own.replace(/(?<=\p{L})[.,;:]$/u, '');
  const around = plain(sentenceAt(link.around?.said ?? '', link.at), 100);
  return isVague(around) ? group || own : around;
}

/** The links of the page that lead somewhere; one of an image or a mark has no words and is not for reading. */
export function followed(zones: Zone[], { address, addressOf }: PageOfCourse): Map<Link | Frame, Target> {
  const targets = new Map<Link | Frame, Target>();
  for (const zone of zones) {
    zone.links = zone.links.filter((link) => {
      const target = targetOf(link.href, address, addressOf);
      const isRead = 'frame' in link ? target?.isVideo : plain(link.words.said) !== '';
      if (target && isRead) targets.set(link, target);
      return target && isRead;
    });
  }
  return targets;
}

/**
 * The part of the page in which each address is a resource, since a visit counts for one: the first that names it, but
 * one that would be left with none keeps its own.
 */
function ownersOf(parts: Part[], targets: Map<Link | Frame, Target>): Map<Address, Part> {
  const owners = new Map<Address, Part>();
  const counts = new Map<Part | undefined, number>();
  for (const part of parts) {
    const links = part.zones.flatMap((zone) => zone.links.map((link) => targets.get(link) as Target));
    const named = [...new Set(links.filter(({ isVideo }) => !isVideo).map(({ address }) => address))];
    const free = named.filter((address) => !owners.has(address));
    const taken = free.length > 0 ? [] : named;
    for (const address of [...free, ...taken]) {
      const owner = owners.get(address);
      if (owner && counts.get(owner) === 1) continue;
      counts.set(owner, (counts.get(owner) ?? 0) - 1);
      counts.set(part, (counts.get(part) ?? 0) + 1);
      owners.set(address, part);
    }
  }
  return owners;
}

/** No link leads to an id that is no proper text, and none that people write to a very long one. */
const isAnchor = (id: string) => id.length <= LONGEST.anchor && id.isWellFormed() && !hasInvisible(id);

/** Makes the sections of `parts`. A resource stands once on the page, a video once in a section. */
export function sectionMaker(
  title: string,
  parts: Part[],
  targets: Map<Link | Frame, Target>,
  page: PageOfCourse,
) {
  const owners = ownersOf(parts, targets);
  const sectionId = idMaker('section');
  const resourceId = idMaker('resource');
  let left = MOST.resourcesInAll;
  return (part: Part, name: string): Section => {
    const anchor = part.heading?.id ?? '';
    const usable = isAnchor(anchor) ? anchor : '';
    const id = sectionId(usable || name, idFrom(usable), idFrom(name));
    const resources: Section['resources'] = [];
    const videos: NonNullable<Section['videos']> = [];
    const seen = new Set<Address>();
    const groupAt = groupsIn(part, title);
    for (const zone of part.zones) {
      const subheading = groupAt(zone);
      for (const link of zone.links) {
        const { address, isVideo } = targets.get(link) as Target;
        const full = isVideo
          ? videos.length >= MOST.videos
          : resources.length >= MOST.resources || left === 0;
        if (full || seen.has(address) || (!isVideo && owners.get(address) !== part)) continue;
        seen.add(address);
        const group = ('item' in link && parentOf(link.item)) || subheading;
        const called = titleOfLink(link, group) || group || name;
        if (isVideo) videos.push({ title: called, address });
        else {
          left--;
          const names = namesOf(address, called, group, page.addressOf(address) !== undefined);
          const rest = group && group !== called ? { group } : {};
          resources.push({ id: resourceId(address, ...names), title: called, address, ...rest });
        }
      }
    }
    return { id, title: name, anchor: usable, ...(videos.length > 0 && { videos }), resources };
  };
}
