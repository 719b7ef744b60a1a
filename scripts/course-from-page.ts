import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import moves from '../assets/sites/moves.json' with { type: 'json' };
import pages from '../assets/sites/pages.json' with { type: 'json' };
import { type Course, objectivesOf, resourcesOf } from '../courses/course.ts';
import { resolveMovedLinks } from '../courses/moved.ts';
import { writePack } from '../courses/pack-file.ts';
import { readCourse } from '../courses/page/read.ts';
import { readsAsCourse } from '../courses/page/reads-as-course.ts';
import { type Address, pageOf } from '../sites/address.ts';
import { addressOf } from '../sites/index.ts';
import { movedTo } from '../sites/moves.ts';
import { contentOf, readPage } from '../sites/read-page.ts';
import { createPageSearch } from '../sites/search-pages.ts';
import { pagesIn, renderedPage } from './rendered-page.ts';

const USAGE =
  'Usage: npm run course -- from-page FILE|FOLDER [--out FOLDER] [--taken YYYY-MM] [--address URL] [--audience TITLE]';

const finder = createPageSearch(pages, moves);

interface Options {
  /** Month of the pages. */
  taken: string;
  /** Where the page is read, for one that does not say. */
  address: string | undefined;
  /** Title of the audience of a page that names none. */
  audience: string;
}

/** Where the page is read: as the author says, as the page says, or by its place in the folder. */
function addressIn(document: Document, told: string | undefined): Address | undefined {
  const said = document.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? '';
  const address =
    addressOf(told ?? said) ?? (told === undefined ? addressOf(document.location.href) : undefined);
  return address && pageOf(address);
}

/** The form in which the page is edited, from the link that every page has below its text. */
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

/** `course` with its links where the table of moves says that they are now, each address once. */
function mended(course: Course): Course {
  const named = new Set(resourcesOf(course).map(({ address }) => address));
  const redirected = (address: Address) => {
    const target = finder.knows(address) ? undefined : movedTo(moves, address);
    if (!target || !finder.knows(target) || named.has(target) || pageOf(target) === course.address)
      return undefined;
    named.add(target);
    return target;
  };
  return resolveMovedLinks(course, redirected, []);
}

/** The course of one rendered page, or why there is none. */
function courseFrom(document: Document, { taken, address: told, audience }: Options): Course | string {
  if (readPage(document).kind !== 'content') return 'is no page with content';
  const address = addressIn(document, told);
  if (!address) return 'is no page of a known handbook; say where it is read with --address';
  const course = readCourse(document, { address, edition: taken, everyone: audience, addressOf, contentOf });
  if (!course) return 'has no objective, link or video';
  const edit = editOf(document);
  return { ...mended(course), ...(edit && { edit }) };
}

/** Makes packs of rendered pages; of a folder, those that read as a course. The answer is the exit status. */
export function coursesFromPages(args: string[]): number {
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
  if (!/^\d{4}-\d{2}$/.test(values.taken)) throw new Error(`${values.taken} is no month such as 2026-08`);
  const whole = statSync(path).isDirectory();
  const [folder, files] = whole ? [path, pagesIn(path)] : [dirname(path), [basename(path)]];
  const options = { taken: values.taken, address: values.address, audience: values.audience };
  const made: Course[] = [];
  if (values.out) mkdirSync(values.out, { recursive: true });
  for (const file of files) {
    const course = courseFrom(renderedPage(folder, file, pages.origin), options);
    if (typeof course === 'string') {
      if (!whole) console.error(`${file} ${course}`);
      continue;
    }
    if (whole && !readsAsCourse(course)) continue;
    made.push(course);
    const videos = course.sections.flatMap((section) => section.videos ?? []).length;
    console.error(
      `${course.id}: ${objectivesOf(course).length} objectives, ${course.sections.length} sections, ` +
        `${resourcesOf(course).length} resources, ${videos} videos  (${file})`,
    );
    if (values.out) writeFileSync(join(values.out, `${course.id}.json`), writePack(course));
  }
  if (!values.out && made[0])
    process.stdout.write(whole ? `[\n${made.map(writePack)}]\n` : writePack(made[0]));
  if (whole) console.error(`${files.length} pages, ${made.length} of them read as courses`);
  return made.length > 0 ? 0 : 1;
}
