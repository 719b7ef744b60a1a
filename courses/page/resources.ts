import type { Address } from '../../sites/address.ts';
import { hasInvisible } from '../../text/invisible.ts';
import type { Section } from '../course.ts';
import { LONGEST, MOST } from '../limits.ts';
import { type Block, type Frame, type Item, LEVEL, type Link } from './blocks.ts';
import { idMaker, namesOf } from './ids.ts';
import type { PageLanguage } from './languages/language.ts';
import { type Target, targetOf } from './links.ts';
import type { PageOfCourse } from './read.ts';
import { type SectionDraft, textOf, titleOf } from './sections.ts';
import { isVague, plain, sentenceAt, withoutColon, wordsOfAddress } from './text.ts';
import { idFrom } from './words.ts';

/** The text of the nearest unlinked item above `item`, or ''. */
function parentOf(item: Item | undefined): string {
  for (let above = item?.above; above; above = above.above)
    if (above.links.length === 0) return textOf(above);
  return '';
}

/** Returns a function that gives each block of `draft` its group's title: the last subheading, or else the nearest title. */
function groupsIn(draft: SectionDraft, title: string): (block: Block) => string {
  let subheading = '';
  return (block) => {
    // What comes before the first section's heading belongs to the page, not to the section.
    if (block.heading === undefined) return draft.heading ? title : '';
    if (block.heading === draft.heading) return '';
    const own = withoutColon(titleOf(block));
    if (block.heading.level < LEVEL.summary) subheading = own;
    return subheading || own;
  };
}

/** The title of a link: its own text, or the text around it if its own says nothing. */
function titleOfLink(link: Link | Frame, group: string, language: PageLanguage): string {
  if ('frame' in link)
    return isVague(plain(link.title), language) || /player/i.test(link.title) ? '' : plain(link.title);
  const own = plain(link.text.value);
  if (!isVague(own, language)) return wordsOfAddress(own) || own.replace(/(?<=\p{L})[.,;:]$/u, '');
  const around = plain(sentenceAt(link.around?.value ?? '', link.at), 100);
  return isVague(around, language) ? group || own : around;
}

/** Returns the targets of the links to follow, and removes all others from `blocks`, such as links without text (images, icons). */
export function followed(blocks: Block[], { address, addressOf }: PageOfCourse): Map<Link | Frame, Target> {
  const targets = new Map<Link | Frame, Target>();
  for (const block of blocks) {
    block.links = block.links.filter((link) => {
      const target = targetOf(link.href, address, addressOf);
      const isRead = 'frame' in link ? target?.isVideo : plain(link.text.value) !== '';
      if (target && isRead) targets.set(link, target);
      return target && isRead;
    });
  }
  return targets;
}

/**
 * Returns the draft that gets the resource of each address. An address is one resource, because a visit counts once: it belongs
 * to the first draft that links it, unless a later draft would otherwise be left with no resources.
 */
function ownersOf(drafts: SectionDraft[], targets: Map<Link | Frame, Target>): Map<Address, SectionDraft> {
  const owners = new Map<Address, SectionDraft>();
  const counts = new Map<SectionDraft | undefined, number>();
  for (const draft of drafts) {
    const links = draft.blocks.flatMap((block) => block.links.map((link) => targets.get(link) as Target));
    const named = [...new Set(links.filter(({ isVideo }) => !isVideo).map(({ address }) => address))];
    const free = named.filter((address) => !owners.has(address));
    const taken = free.length > 0 ? [] : named;
    for (const address of [...free, ...taken]) {
      const owner = owners.get(address);
      if (owner && counts.get(owner) === 1) continue;
      counts.set(owner, (counts.get(owner) ?? 0) - 1);
      counts.set(draft, (counts.get(draft) ?? 0) + 1);
      owners.set(address, draft);
    }
  }
  return owners;
}

/** Whether `id` can be linked to: valid text, and not as long as no author would write it. */
const isAnchor = (id: string) => id.length <= LONGEST.anchor && id.isWellFormed() && !hasInvisible(id);

/** Returns a function that makes the section of a draft. A resource appears once on the page, a video once in a section. */
export function sectionMaker(
  title: string,
  drafts: SectionDraft[],
  targets: Map<Link | Frame, Target>,
  page: PageOfCourse,
) {
  const owners = ownersOf(drafts, targets);
  const sectionId = idMaker('section');
  const resourceId = idMaker('resource');
  let left = MOST.resourcesInAll;
  return (draft: SectionDraft, name: string): Section => {
    const anchor = draft.heading?.id ?? '';
    const usable = isAnchor(anchor) ? anchor : '';
    const id = sectionId(usable || name, idFrom(usable), idFrom(name));
    const resources: Section['resources'] = [];
    const videos: NonNullable<Section['videos']> = [];
    const seen = new Set<Address>();
    const groupAt = groupsIn(draft, title);
    const isLeftOut = ({ address, isVideo }: Target): boolean => {
      if (seen.has(address)) return true;
      if (isVideo) return videos.length >= MOST.videos;
      return resources.length >= MOST.resources || left === 0 || owners.get(address) !== draft;
    };
    const add = (link: Link | Frame, { address, isVideo }: Target, subheading: string) => {
      seen.add(address);
      const group = ('item' in link && parentOf(link.item)) || subheading;
      const called = titleOfLink(link, group, page.language) || group || name;
      if (isVideo) {
        videos.push({ title: called, address });
        return;
      }
      left--;
      const names = namesOf(address, called, group, page.addressOf(address) !== undefined);
      const rest = group && group !== called ? { group } : {};
      resources.push({ id: resourceId(address, ...names), title: called, address, ...rest });
    };
    for (const block of draft.blocks) {
      const subheading = groupAt(block);
      for (const link of block.links) {
        const target = targets.get(link) as Target;
        if (!isLeftOut(target)) add(link, target, subheading);
      }
    }
    return { id, title: name, anchor: usable, ...(videos.length > 0 && { videos }), resources };
  };
}
