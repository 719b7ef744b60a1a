import type { Course, Resource, Section } from '../../courses/course.ts';
import { groupsOf, hostElsewhere } from '../../courses/status.ts';

/*
 * Which resources are shown before the reader asks for more. This is estimated, not measured, because measuring would take a layout
 * before each picture, and what the reader does next, such as a note, must not fold a row.
 */

/** How many resources are shown in any case. */
const LEAST = 5;

/** What the panel's parts take, in CSS pixels, by its stylesheets. A wide letter, such as a Chinese one, counts as two. */
const SIZES = {
  /** Header without its title, footer, the headings and the first objective, and the line of the current resource. */
  rest: 275,
  title: { line: 22, letter: 9.8, margins: 24 },
  group: { line: 17, letter: 7.2, margins: 24, around: 10 },
  row: { line: 20, letter: 7.5, margins: 94, around: 16 },
  quiet: { line: 18, letter: 6.8, margins: 94 },
};

function linesOf(text: string, width: number, { letter, margins }: { letter: number; margins: number }) {
  const letters = [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 0);
  return Math.ceil((letters * letter) / Math.max(letter, width - margins));
}

/** The estimated height of a resource's row. */
function heightOf(course: Course, resource: Resource, width: number): number {
  const { row, quiet } = SIZES;
  const second = resource.gone ? (resource.instead ? 2 : 1) : hostElsewhere(course, resource) ? 1 : 0;
  return row.around + row.line * linesOf(resource.title, width, row) + quiet.line * second;
}

/** The estimated height of all that is to be read in a section. */
function heightOfAll(course: Course, { resources, videos = [] }: Section, width: number): number {
  const { group, row, quiet } = SIZES;
  const headings = groupsOf(resources).map(({ title }, at) =>
    title ? group.around + group.line * linesOf(title, width, group) : at > 0 ? group.around + group.line : 0,
  );
  const rows = resources.map((each) => heightOf(course, each, width));
  const films = videos.map(({ title }) => row.around + row.line * linesOf(title, width, row) + quiet.line);
  return [...headings, ...rows, ...films].reduce((sum, each) => sum + each, 0);
}

/**
 * Returns the resources of a section that are shown first: all, if the reader then sees the section's objectives, too, or else the
 * first five and the current one.
 * @param here the current resource, if any
 * @param size of the panel, in CSS pixels
 */
export function fitting(
  course: Course,
  section: Section,
  here: Resource | undefined,
  { width, height }: { width: number; height: number },
): ReadonlySet<Resource> {
  const { resources } = section;
  const space =
    height - SIZES.rest - SIZES.title.line * Math.min(3, linesOf(section.title, width, SIZES.title));
  if (resources.length <= LEAST || heightOfAll(course, section, width) <= space) return new Set(resources);
  const first = new Set(resources.slice(0, LEAST));
  if (here && resources.includes(here)) first.add(here);
  return first;
}
