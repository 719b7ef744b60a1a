import { openAsBlob } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtInCourses } from '../assets/courses/index.ts';
import moves from '../assets/sites/moves.json' with { type: 'json' };
import pages from '../assets/sites/pages.json' with { type: 'json' };
import titles from '../assets/sites/titles.json' with { type: 'json' };
import type { Course } from '../courses/course.ts';
import { indexCourses } from '../courses/match.ts';
import { type FileRefusal, MOST_BYTES, readPackFile } from '../courses/pack-file.ts';
import type { Address } from '../sites/address.ts';
import { createPageSearch } from '../sites/search-pages.ts';
import { auditPages, type PageReport } from './audit-pages.ts';
import { adviceOn, type Finding, formErrors, idErrors, linkErrors } from './course-findings.ts';

const USAGE = 'Usage: npm run course -- check PACK [--site FOLDER] [--before OLD_PACK]';
/** Why a file isn't a pack, apart from errors in its content. */
const UNREAD: Record<Exclude<FileRefusal['reason'], 'pack'>, string> = {
  tooLarge: `is too large: a pack has ${MOST_BYTES} bytes at most`,
  unreadable: 'cannot be read',
  notText: 'is no text in UTF-8',
  tooDeep: 'is nested too deep',
  notJson: 'is no JSON',
  notOurs: 'is no course pack',
};

/** Reads a pack. @returns the course, or its errors @throws Error if the file isn't a pack at all */
async function packIn(file: string): Promise<Course | Finding[]> {
  const read = await readPackFile(await openAsBlob(file));
  if ('course' in read) return read.course;
  const { refusal } = read;
  if (refusal.reason !== 'pack') throw new Error(`${file} ${UNREAD[refusal.reason]}`);
  return refusal.refusals.map(({ place, reason }) => ({ level: 'error', place, reason }));
}

/** The pages in the folder `site` that `course` links to, with their headings. */
function pagesOf(course: Course, site: string | undefined): Map<Address, PageReport> {
  const known = new Map<Address, PageReport>();
  if (site === undefined) return known;
  for (const page of auditPages(site, pages.origin, indexCourses([course]))) {
    if (page.address) known.set(page.address, page);
  }
  if (known.size === 0) throw new Error(`${site} contains no page of the handbook`);
  return known;
}

/** All findings about a pack. */
export function findingsOf(course: Course, before: Course | undefined, site: string | undefined): Finding[] {
  const knowledge = {
    pages: pagesOf(course, site),
    pageSearch: createPageSearch(pages, titles, moves),
    moves,
    origin: pages.origin,
  };
  return [
    ...formErrors(course, builtInCourses),
    ...(before ? idErrors(before, course) : []),
    ...linkErrors(course, knowledge),
    ...adviceOn(course),
  ];
}

/** Checks a pack and prints the findings, errors before advice. @returns the exit status: 1 if there are errors */
export async function checkCourse(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { site: { type: 'string' }, before: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error(USAGE);
  const old = values.before === undefined ? undefined : await packIn(values.before);
  if (Array.isArray(old))
    throw new Error(`${values.before} isn’t a pack: ${old[0]?.place}: ${old[0]?.reason}`);
  const course = await packIn(file);
  const findings = Array.isArray(course) ? course : findingsOf(course, old, values.site);
  const errors = findings.filter(({ level }) => level === 'error');
  const advice = findings.filter(({ level }) => level === 'advice');
  for (const { level, place, reason } of [...errors, ...advice]) {
    console.log(`${level.padEnd(6)}  ${place || 'the pack'}: ${reason}`);
  }
  console.log(`${file}: ${errors.length} errors, ${advice.length} pieces of advice`);
  return errors.length > 0 ? 1 : 0;
}
