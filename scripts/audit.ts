import { parseArgs } from 'node:util';
import { builtInCourses } from '../assets/courses/index.ts';
import moves from '../assets/sites/moves.json' with { type: 'json' };
import pages from '../assets/sites/pages.json' with { type: 'json' };
import titles from '../assets/sites/titles.json' with { type: 'json' };
import { indexCourses } from '../courses/match.ts';
import type { Address } from '../sites/address.ts';
import { createMovedAddressLookup } from '../sites/moves.ts';
import { createPageSearch } from '../sites/search-pages.ts';
import { auditPages, type PageReport } from './audit-pages.ts';
import { type Report, reportAsJson, reportAsText } from './audit-report.ts';
import { auditResources } from './audit-resources.ts';

/**
 * Audits the courses against a rendered handbook: `npm run audit -- FOLDER [--json]`. The folder is the site's web root or a part of
 * it, such as Hugo's `public`. Links are checked against the pages in the folder, and otherwise against the list of known pages
 * and the table of moves (`npm run pages`, `npm run moves`).
 *
 * Exit status: 0 if every pack is right about its links; 1 if one must be fixed (a link that moved or is gone and the pack doesn't
 * say so, or a missing anchor); 2 if the folder can't be read.
 */
function audit(folder: string): Report {
  const index = indexCourses(builtInCourses, createMovedAddressLookup(moves));
  const reports = [...auditPages(folder, pages.origin, index)];
  if (reports.length === 0) throw new Error(`${folder} contains no HTML file`);
  const knowledge = {
    pages: new Map(
      reports.flatMap((page): [Address, PageReport][] => (page.address ? [[page.address, page]] : [])),
    ),
    pageSearch: createPageSearch(pages, titles, moves),
    moves,
    origin: pages.origin,
  };
  const courses = builtInCourses.map((course) => ({
    course: course.id,
    resources: auditResources(course, knowledge),
  }));
  return { pages: reports, courses };
}

try {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new Error('Usage: npm run audit -- FOLDER [--json]');
  const report = audit(folder);
  console.log(values.json ? reportAsJson(report) : reportAsText(report));
  const mustFix = report.courses.some(({ resources }) => resources.some((resource) => resource.mustFix));
  process.exitCode = mustFix ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
