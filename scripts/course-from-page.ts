import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import moves from '../assets/sites/moves.json' with { type: 'json' };
import pages from '../assets/sites/pages.json' with { type: 'json' };
import titles from '../assets/sites/titles.json' with { type: 'json' };
import { type Course, objectivesOf, resourcesOf } from '../courses/course.ts';
import { resolveMovedLinks } from '../courses/moved.ts';
import { writePack } from '../courses/pack-file.ts';
import { languageOf } from '../courses/page/languages/index.ts';
import type { PageLanguage } from '../courses/page/languages/language.ts';
import { readCourse } from '../courses/page/read.ts';
import { readsAsCourse } from '../courses/page/reads-as-course.ts';
import { type Address, pageOf } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { movedTo } from '../sites/moves.ts';
import { pageTree } from '../sites/page-tree.ts';
import { readPage } from '../sites/read-page.ts';
import { createPageSearch } from '../sites/search-pages.ts';
import { pagesIn, renderedPage } from './rendered-page.ts';

const USAGE =
  'Usage: npm run course -- from-page FILE|FOLDER [--out FOLDER] [--taken YYYY-MM] [--address URL] [--audience TITLE]';

const pageSearch = createPageSearch(pages, titles, moves);

interface Options {
  /** Month of the pages. */
  taken: string;
  /** The page's address, if it doesn't say it itself. */
  address: string | undefined;
  /** The title of the audience, if the page names none. */
  audience: string;
}

/** The page's address: as given on the command line, as the page says, or by its path in the folder. */
function addressIn(document: Document, told: string | undefined): Address | undefined {
  const said = document.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? '';
  const address =
    addressOf(told ?? said) ?? (told === undefined ? addressOf(document.location.href) : undefined);
  return address && pageOf(address);
}

/** The address where the page's source is edited, from the link below its text. */
function editOf(document: Document): string | undefined {
  for (const link of document.querySelectorAll('a[href^="https://gitlab.com/"]')) {
    const [, project, file] =
      /^https:\/\/gitlab\.com\/-\/ide\/project\/([\w./-]+)\/edit\/main\/-\/(content\/[\w./-]+\.md)$/.exec(
        link.getAttribute('href') ?? '',
      ) ?? [];
    if (project && file) return `https://gitlab.com/${project}/-/edit/main/${file}`;
  }
  return undefined;
}

/** `course` with the current addresses of links that the table of moves has. No address gets two links. */
function withMovesFollowed(course: Course): Course {
  const named = new Set(resourcesOf(course).map(({ address }) => address));
  const redirected = (address: Address) => {
    const target = pageSearch.knows(address) ? undefined : movedTo(moves, address);
    if (!target || !pageSearch.knows(target) || named.has(target) || pageOf(target) === course.address)
      return undefined;
    named.add(target);
    return target;
  };
  return resolveMovedLinks(course, redirected, []);
}

/** The course of one rendered page, or a message why there is none. */
function courseFrom(
  document: Document,
  { taken, address: told, audience }: Options,
  language: PageLanguage,
): Course | string {
  if (readPage(document).kind !== 'content') return 'is no page with content';
  const address = addressIn(document, told);
  if (!address) return 'is no page of a known handbook; say where it is read with --address';
  const course = readCourse(pageTree(document)?.tree, {
    address,
    language,
    edition: taken,
    everyone: audience,
    title: document.title,
    addressOf,
  });
  if (!course) return 'has no objective, link or video';
  const edit = editOf(document);
  return { ...withMovesFollowed(course), ...(edit && { edit }) };
}

/** A course in one line: its id and what it has. */
function summaryOf(course: Course): string {
  const videos = course.sections.flatMap((section) => section.videos ?? []).length;
  return (
    `${course.id}: ${objectivesOf(course).length} objectives, ${course.sections.length} sections, ` +
    `${resourcesOf(course).length} resources, ${videos} videos`
  );
}

/** The course of a page; in a folder (`whole`) only if it looks like one. Prints it in one line, or why a single page has none. */
async function courseIn(
  document: Document,
  file: string,
  whole: boolean,
  options: Options,
): Promise<Course | undefined> {
  const language = await languageOf(document.documentElement.lang, readPage(document).title);
  const course = courseFrom(document, options, language);
  if (typeof course === 'string') {
    if (!whole) console.error(`${file} ${course}`);
    return undefined;
  }
  if (whole && !readsAsCourse(course, language)) return undefined;
  console.error(`${summaryOf(course)}  (${file})`);
  return course;
}

/** Writes packs into the folder `out`, or else to standard output: all of a folder of pages (`whole`), or the only one. */
function writePacks(courses: Course[], out: string | undefined, whole: boolean): void {
  const packs = courses.map(writePack);
  if (out) {
    mkdirSync(out, { recursive: true });
    for (const [at, { id }] of courses.entries()) writeFileSync(join(out, `${id}.json`), packs[at] ?? '');
  } else if (packs[0]) process.stdout.write(whole ? `[\n${packs}]\n` : packs[0]);
}

/**
 * Makes packs from rendered pages; in a folder, from those that look like a course.
 * @param args the command line after `from-page`
 * @returns the exit status: 1 if no pack was made
 * @throws Error with the usage if the arguments are wrong, or if a file can't be read or written
 */
export async function coursesFromPages(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      out: { type: 'string' },
      taken: { type: 'string', default: new Date().toISOString().slice(0, 7) },
      address: { type: 'string' },
      audience: { type: 'string', default: 'Everyone' },
    },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new Error(USAGE);
  if (!/^\d{4}-\d{2}$/.test(values.taken)) throw new Error(`${values.taken} isn’t a month such as 2026-08`);
  const whole = statSync(path).isDirectory();
  const [folder, files] = whole ? [path, pagesIn(path)] : [dirname(path), [basename(path)]];
  const options = { taken: values.taken, address: values.address, audience: values.audience };
  const made: Course[] = [];
  for (const file of files) {
    const course = await courseIn(renderedPage(folder, file, pages.origin), file, whole, options);
    if (course) made.push(course);
  }
  writePacks(made, values.out, whole);
  if (whole) console.error(`${files.length} pages, ${made.length} of them read as courses`);
  return made.length > 0 ? 0 : 1;
}
