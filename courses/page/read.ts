import type { Course, Section } from '../course.ts';
import { MOST } from '../limits.ts';
import { audiencesOf } from './audiences.ts';
import { zonesOf } from './blocks.ts';
import { courseIdOf } from './ids.ts';
import type { Target } from './links.ts';
import type { PageOfCourse } from './page-of-course.ts';
import { followed, sectionMaker } from './resources.ts';
import {
  namedByOutline,
  objectiveRegions,
  outlineOf,
  type Part,
  type Region,
  sectionsOf,
  titleOf,
} from './sections.ts';
import { plain } from './text.ts';
import { likeness } from './words.ts';
import type { Frame, Item, Link, Zone } from './zone.ts';

/**
 * Makes the search for the sections that serve an objective in a zone: the one that it stands in, else those named
 * as the title above it. That all objectives stand under one heading does not make that their section.
 */
function serviceOf(
  parts: Part[],
  sections: Section[],
  regions: Region[],
  targets: Map<Link | Frame, Target>,
) {
  const places = new Map(
    parts.flatMap((part, at) => part.zones.map((zone) => [zone, sections[at]] as const)),
  );
  const titles = new Set(regions.map(({ zones: [head] }) => head?.heading));
  const heads = new Set(sections.filter((_, at) => parts[at]?.heading && titles.has(parts[at].heading)));
  const named = new Map<Zone, string[]>();
  return (zone: Zone | undefined, item: Item): string[] => {
    if (!zone) return [];
    const own = places.get(zone);
    if (own && (!heads.has(own) || item.links.some((link) => targets.has(link)))) return [own.id];
    const like = () => sections.filter(({ title }) => likeness(title, titleOf(zone)) > 0).map(({ id }) => id);
    const ids = named.get(zone) ?? like();
    named.set(zone, ids);
    return ids;
  };
}

function read(document: Document, page: PageOfCourse): Course | undefined {
  const content = page.contentOf(document);
  if (!content) return undefined;
  const zones = zonesOf(content);
  const top = zones.find(({ heading }) => heading?.level === 1);
  const title = (top && titleOf(top)) || plain(document.title) || page.address;
  // The page's own title is no section's.
  if (top) top.heading = undefined;
  const targets = followed(zones, page);
  const regions = objectiveRegions(zones, title);
  const outline = outlineOf(zones);
  const parts = sectionsOf(zones, regions, outline?.zone).slice(0, MOST.sections);
  const names = namedByOutline(parts.map(titleOf), outline?.items ?? []);
  const toSection = sectionMaker(title, parts, targets, page);
  const sections = parts.map((part, at) => toSection(part, names[at] || title));
  const audiences = audiencesOf(zones, regions, page.everyone, serviceOf(parts, sections, regions, targets));
  const { address, edition } = page;
  return { id: courseIdOf(address), edition, title, address, audiences, sections };
}

/**
 * The course that a rendered page says: its objectives, its sections and their links, in the form of a pack. Undefined
 * where the page has nothing to follow. Never throws.
 */
export function readCourse(document: Document, page: PageOfCourse): Course | undefined {
  try {
    const course = read(document, page);
    const has =
      course?.audiences.some(({ objectives }) => objectives.length > 0) ||
      course?.sections.some(({ resources, videos }) => resources.length > 0 || videos);
    return has ? course : undefined;
  } catch {
    // A page can put its own things in the place of the document's methods: then there is nothing to read.
    return undefined;
  }
}
