import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { builtInCourses } from '../assets/courses/index.ts';
import { type Course, resourcesOf } from '../courses/course.ts';
import { english } from '../courses/page/languages/en.ts';
import { readCourse } from '../courses/page/read.ts';
import type { Address } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import type { LearnedMoves, MovesTable } from '../sites/moves.ts';
import type { PagesList } from '../sites/page-facts.ts';
import { pageTree } from '../sites/page-tree.ts';
import { type MissingAddress, missingAddresses, missingLinks } from './former-addresses.ts';
import { knownPages, readPageSource } from './known-pages.ts';
import { mergeMoves } from './redirects.ts';
import { documentOf } from './rendered-page.ts';

/** The addresses that resources of the built-in courses had by lists of pages and redirects, and that don't lead to them. */
export function missingByLists(
  files: readonly string[],
  { table, sources, pages }: { table: MovesTable; sources: readonly LearnedMoves[]; pages: PagesList },
): MissingAddress[] {
  const isJson = (text: string) => /^\s*[[{]/.test(text);
  const lists = files.map((file) => readFileSync(file, 'utf8')).filter(isJson);
  const moves = mergeMoves(table, sources, pages);
  // Without a list of pages there are still the redirects.
  const editions = lists.length > 0 ? lists.map((text) => readPageSource(text).paths) : [[]];
  return editions.flatMap((paths) => {
    const history = { moves, pages: pages.pages, former: knownPages(paths, table.origin) };
    return builtInCourses.flatMap((course) => missingAddresses(course, history, table));
  });
}

/** The built-in course whose page has the name of `file`: the name of the file, or of its folder if it is an `index`. */
function courseOf(file: string): Course | undefined {
  const name = basename(file).replace(/\.\w+$/, '');
  const page = name === 'index' || name === '_index' ? basename(dirname(file)) : name;
  return builtInCourses.find(({ address }) => address.endsWith(`/${page}/`));
}

/** The links to pages of the handbook in a course page: all in Markdown, those of resources in a rendered page. */
function linksIn(file: string, course: Course, origin: string): Address[] {
  const text = readFileSync(file, 'utf8');
  const toAddress = (url: string) => addressOf(URL.parse(url, origin)?.href ?? '') ?? [];
  if (file.endsWith('.md'))
    return [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, url = '']) => toAddress(url));
  const page = {
    address: course.address,
    edition: course.edition,
    everyone: '',
    title: course.title,
    language: english,
    addressOf,
  };
  const read = readCourse(pageTree(documentOf(text, course.address))?.tree, page);
  return read ? resourcesOf(read).flatMap(({ address }) => toAddress(address)) : [];
}

/** The links in an older edition of a course's page that lead to none of its resources. @throws Error if it is of no built-in course */
export function missingByPage(
  file: string,
  table: MovesTable,
): (Omit<MissingAddress, 'resource'> & { resource?: string })[] {
  const course = courseOf(file);
  if (!course) throw new Error(`${file} isn’t named like the page of a built-in course`);
  return missingLinks(course, linksIn(file, course, table.origin), table);
}
