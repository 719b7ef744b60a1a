import type { Address } from '../../sites/address.ts';
import type { PageTree } from '../../sites/page-tree.ts';
import type { Course, Section } from '../course.ts';
import { MOST } from '../limits.ts';
import { audiencesOf } from './audiences.ts';
import { type Block, blocksOf, type Frame, type Item, type Link } from './blocks.ts';
import { courseIdOf } from './ids.ts';
import type { PageLanguage } from './languages/language.ts';
import type { AddressOf, Target } from './links.ts';
import { type ObjectiveGroup, objectiveGroups } from './objectives.ts';
import { followed, sectionMaker } from './resources.ts';
import { namedByOutline, outlineOf, type SectionDraft, sectionsOf, titleOf } from './sections.ts';
import { plain } from './text.ts';
import { likeness } from './words.ts';

/** What the caller knows of the page that its text does not say. */
export interface PageOfCourse {
  /** The page's own address. */
  address: Address;
  /** Month of the page, such as `2026-08`. */
  edition: string;
  /** Title of the audience if the page names none. */
  everyone: string;
  /** The words of its language (`languageOf` in `languages/index.ts`). */
  language: PageLanguage;
  /** The title of the document, for a page without a heading of level 1. */
  title?: string;
  /** Returns the canonical address of a URL if it is a page of a handbook (`addressOf` in `sites/index.ts`). */
  addressOf: AddressOf;
}

/**
 * Returns a function that finds the ids of the sections that serve an objective: the section of its block, or else those named
 * like the title above it. A heading with all objectives of the page below it is not their section.
 */
function servingSections(
  drafts: SectionDraft[],
  sections: Section[],
  groups: ObjectiveGroup[],
  targets: Map<Link | Frame, Target>,
) {
  const places = new Map(
    drafts.flatMap((draft, at) => draft.blocks.map((block) => [block, sections[at]] as const)),
  );
  const titles = new Set(groups.map(({ blocks: [head] }) => head?.heading));
  const heads = new Set(sections.filter((_, at) => drafts[at]?.heading && titles.has(drafts[at].heading)));
  const named = new Map<Block, string[]>();
  return (block: Block | undefined, item: Item): string[] => {
    if (!block) return [];
    const own = places.get(block);
    const isTitle = item.text === block.heading?.text;
    const links = isTitle ? block.links : item.links;
    if (own && (!heads.has(own) || links.some((link) => targets.has(link)))) return [own.id];
    const like = () =>
      sections.filter(({ title }) => likeness(title, titleOf(block)) > 0).map(({ id }) => id);
    const ids = named.get(block) ?? like();
    named.set(block, ids);
    return ids;
  };
}

function read(content: PageTree, page: PageOfCourse): Course {
  const blocks = blocksOf(content, page.language);
  const top = blocks.find(({ heading }) => heading?.level === 1);
  const title = (top && titleOf(top)) || plain(page.title ?? '') || page.address;
  // The page's own title names no section.
  if (top) top.heading = undefined;
  const targets = followed(blocks, page);
  const groups = objectiveGroups(blocks, title, page.language);
  const outline = outlineOf(blocks, page.language);
  const drafts = sectionsOf(blocks, groups, outline?.block).slice(0, MOST.sections);
  const names = namedByOutline(drafts.map(titleOf), outline?.items ?? []);
  const toSection = sectionMaker(title, drafts, targets, page);
  const sections = drafts.map((draft, at) => toSection(draft, names[at] || title));
  const audiences = audiencesOf(
    blocks,
    groups,
    page.everyone,
    page.language,
    servingSections(drafts, sections, groups, targets),
  );
  const { address, edition } = page;
  return { id: courseIdOf(address), edition, title, address, audiences, sections };
}

/**
 * Reads a course from a page: its objectives, its sections and their links, in the form of a pack. Never throws.
 * @param content the content of the page (`pageTree` in `sites/page-tree.ts`)
 * @returns undefined if the page has nothing to follow
 */
export function readCourse(content: PageTree | undefined, page: PageOfCourse): Course | undefined {
  try {
    if (!content) return undefined;
    const course = read(content, page);
    const has =
      course.audiences.some(({ objectives }) => objectives.length > 0) ||
      course.sections.some(({ resources, videos }) => resources.length > 0 || videos);
    return has ? course : undefined;
  } catch {
    // The tree comes from a page and may be anything.
    return undefined;
  }
}
