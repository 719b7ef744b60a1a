import type { Address } from '../../sites/address.ts';
import { hasInvisible } from '../../text/invisible.ts';
import type { Section } from '../course.ts';
import { LONGEST, MOST } from '../limits.ts';
import type { Block, Frame, Link } from './blocks.ts';
import { groupPaths, groupTitles } from './groups.ts';
import { idMaker, namesOf } from './ids.ts';
import { type Target, targetOf } from './links.ts';
import type { PageOfCourse } from './read.ts';
import type { SectionDraft } from './sections.ts';
import { plain } from './text.ts';
import { distinctTitles, firstLinks, type LinkContext, numbered, titleOfLink } from './titles.ts';
import { idFrom } from './words.ts';

/** Returns the targets of the links to follow, and removes all others from `blocks`, such as links without text (images, icons). */
export function followed(blocks: Block[], { address, addressOf }: PageOfCourse): Map<Link | Frame, Target> {
  const targets = new Map<Link | Frame, Target>();
  for (const block of blocks) {
    block.links = block.links.filter((link) => {
      const target = targetOf(link.href, address, addressOf);
      const isRead = 'frame' in link ? target?.isVideo || target?.isSlides : plain(link.text.value) !== '';
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

/** A link that becomes a resource or a video of a section. */
interface Found extends Target {
  title: string;
  context: LinkContext;
}

/** The resources and videos of `draft` with their titles. @param isLeftOut whether a target isn't one of this draft */
function foundIn(
  draft: SectionDraft,
  { title, name, page }: { title: string; name: string; page: PageOfCourse },
  targets: Map<Link | Frame, Target>,
  isLeftOut: (target: Target) => boolean,
): Found[] {
  const pathOf = groupPaths(draft, title);
  const links = draft.blocks.flatMap((block) =>
    block.links.map((link) => ({ link, path: pathOf(block, 'item' in link ? link.item : undefined) })),
  );
  const groupOf = groupTitles(links.map(({ path }) => path));
  const firstAt = firstLinks(links.map(({ link }) => link));
  const found: Found[] = [];
  for (const { link, path } of links) {
    const target = targets.get(link) as Target;
    if (isLeftOut(target)) continue;
    const context = { link, group: groupOf(path), section: name, firstAt };
    found.push({ ...target, title: titleOfLink(context, page.language) || context.group || name, context });
  }
  const [videos, resources] = [found.filter((each) => each.isVideo), found.filter((each) => !each.isVideo)];
  const titled = (some: Found[], titles: string[]) =>
    some.map((each, at) => ({ ...each, title: titles[at] ?? each.title }));
  return [
    // A number would change with the order, and that of a resource would be announced as another title.
    ...titled(resources, distinctTitles(resources, page.language)),
    ...titled(videos, numbered(distinctTitles(videos, page.language))),
  ];
}

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
    const seen = new Set<Address>();
    const counts = { resources: 0, videos: 0 };
    const isLeftOut = ({ address, isVideo }: Target): boolean => {
      const isFull = isVideo
        ? counts.videos >= MOST.videos
        : counts.resources >= MOST.resources || left === 0 || owners.get(address) !== draft;
      if (seen.has(address) || isFull) return true;
      seen.add(address);
      counts[isVideo ? 'videos' : 'resources']++;
      if (!isVideo) left--;
      return false;
    };
    const found = foundIn(draft, { title, name, page }, targets, isLeftOut);
    const videos = found
      .filter(({ isVideo }) => isVideo)
      .map((each) => ({ title: each.title, address: each.address }));
    const resources = found
      .filter(({ isVideo }) => !isVideo)
      .map(({ address, title: called, context: { group } }) => {
        const names = namesOf(address, called, group, page.addressOf(address) !== undefined);
        const rest = group && group !== called ? { group } : {};
        return { id: resourceId(address, ...names), title: called, address, ...rest };
      });
    return { id, title: name, anchor: usable, ...(videos.length > 0 && { videos }), resources };
  };
}
