import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtInCourses } from '../assets/courses/index.ts';
import moves from '../assets/sites/moves.json' with { type: 'json' };
import pages from '../assets/sites/pages.json' with { type: 'json' };
import type { Course } from '../courses/course.ts';
import { indexCourses } from '../courses/match.ts';
import { readPack } from '../courses/read-pack.ts';
import type { Address } from '../sites/address.ts';
import { pageFinder } from '../sites/find-pages.ts';
import { auditPages, type PageReport } from './audit-pages.ts';
import { adviceOn, type Finding, formErrors, idErrors, linkErrors } from './course-findings.ts';

const USAGE = 'Usage: npm run course -- check PACK [--site FOLDER] [--before OLD_PACK]';
/** The largest pack known has 20 kB. */
const LARGEST = 5_000_000;

function dataOf(file: string): unknown {
  const { size } = statSync(file);
  if (size > LARGEST) throw new Error(`${file} has ${size} bytes; a pack has ${LARGEST} at most`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? new Error(`${file} is no JSON: ${error.message}`) : error;
  }
}

/** The pages of the folder `site` that `course` names, with their headings. */
function pagesOf(course: Course, site: string | undefined): Map<Address, PageReport> {
  const known = new Map<Address, PageReport>();
  if (site === undefined) return known;
  for (const page of auditPages(site, pages.origin, indexCourses([course]))) {
    if (page.address) known.set(page.address, page);
  }
  if (known.size === 0) throw new Error(`${site} holds no page of the handbook`);
  return known;
}

/** All that is to be said of a pack; of one that has not the form, that. */
export function findingsOf(data: unknown, before: Course | undefined, site: string | undefined): Finding[] {
  const read = readPack(data);
  if ('refusals' in read) return read.refusals.map((refusal) => ({ level: 'error', ...refusal }));
  const { course } = read;
  const knowledge = {
    pages: pagesOf(course, site),
    finder: pageFinder(pages, moves),
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

/** Checks a pack and says what is wrong, errors before advice. The answer is the exit status. */
export function checkCourse(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    options: { site: { type: 'string' }, before: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error(USAGE);
  const old = values.before === undefined ? undefined : readPack(dataOf(values.before));
  if (old && 'refusals' in old) throw new Error(`${values.before} is no pack: ${old.refusals[0]?.reason}`);
  const findings = findingsOf(dataOf(file), old?.course, values.site);
  const errors = findings.filter(({ level }) => level === 'error');
  const advice = findings.filter(({ level }) => level === 'advice');
  for (const { level, place, reason } of [...errors, ...advice]) {
    console.log(`${level.padEnd(6)}  ${place || 'the pack'}: ${reason}`);
  }
  console.log(`${file}: ${errors.length} errors, ${advice.length} pieces of advice`);
  return errors.length > 0 ? 1 : 0;
}
