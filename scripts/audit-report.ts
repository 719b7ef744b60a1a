import type { Match } from '../courses/match.ts';
import type { PageReport } from './audit-pages.ts';
import type { ResourceReport } from './audit-resources.ts';

/** A course with the state of each of its resources. */
export interface CourseReport {
  course: string;
  resources: ResourceReport[];
}

/** The result of an audit. */
export interface Report {
  pages: PageReport[];
  courses: CourseReport[];
}

/** Counts how often each key is in `keys`. */
function tally(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** The counts of a report: pages by kind and by the reason of their first match, resources by state. */
export function countsOf({ pages, courses }: Report) {
  return {
    pages: pages.length,
    kinds: tally(pages.map(({ kind }) => kind)),
    reasons: tally(pages.map(({ matches }) => matches[0]?.reason ?? 'none')),
    resources: tally(courses.flatMap(({ resources }) => resources.map(({ state }) => state))),
    toFix: courses.flatMap(({ resources }) => resources.filter(({ mustFix }) => mustFix)).length,
  };
}

function matchAsJson({ course, section, resource, reason }: Match) {
  return { course: course.id, section: section?.id ?? null, resource: resource?.id ?? null, reason };
}

/** The report as JSON. Missing values are `null`; courses, sections and resources are given by their ids. */
export function reportAsJson(report: Report): string {
  const pages = report.pages.map(({ file, kind, address = null, movedTo = null, matches }) => {
    const [match = null, ...others] = matches.map(matchAsJson);
    return { file, kind, address, movedTo, match, others };
  });
  return JSON.stringify({ pages, courses: report.courses, counts: countsOf(report) }, null, 2);
}

function matchAsText({ course, section, resource, reason }: Match): string {
  const place = [course.id, section?.id, resource?.id].filter(Boolean).join(' › ');
  return `${reason}: ${place}`;
}

function resourceAsText({
  id,
  address,
  state,
  by,
  to,
  formerly = [],
  candidates = [],
  mustFix,
}: ResourceReport): string {
  const lines = [
    `  ${mustFix ? '!' : ' '} ${state.padEnd(14)} ${id}  ${address}`,
    ...(to && to !== address ? [`      now ${to}`] : []),
    ...formerly.map((former) => `      was ${former}`),
    ...candidates.map((candidate) => `      perhaps ${candidate}`),
  ];
  return `${lines[0]}  (${by})${lines
    .slice(1)
    .map((line) => `\n${line}`)
    .join('')}`;
}

/** The report as text: the pages, each course's resources, and the counts. */
export function reportAsText(report: Report): string {
  const pages = report.pages.map(({ file, kind, address, movedTo, matches }) => {
    const found = matches.length > 0 ? matches.map(matchAsText).join('; ') : 'none';
    return `${kind.padEnd(8)} ${address ?? file}  ${movedTo ? `leads to ${movedTo}  ` : ''}${found}`;
  });
  const courses = report.courses.map(({ course, resources }) =>
    [`\n${course}`, ...resources.map(resourceAsText)].join('\n'),
  );
  const inWords = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([key, count]) => `${count} ${key}`)
      .join(', ');
  const { kinds, reasons, resources, toFix, pages: all } = countsOf(report);
  return [
    ...pages,
    ...courses,
    `\n${all} pages: ${inWords(kinds)}`,
    `In a course: ${inWords(reasons)}`,
    `Resources: ${inWords(resources)}; ${toFix} to fix in the packs`,
  ].join('\n');
}
