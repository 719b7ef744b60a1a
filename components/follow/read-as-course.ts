import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { languageOf } from '../../courses/page/languages/index.ts';
import { targetOf } from '../../courses/page/links.ts';
import { linesOf, type PageLine } from '../../courses/page/page-lines.ts';
import { readCourse } from '../../courses/page/read.ts';
import { readsAsCourse, speaksOfLearning } from '../../courses/page/reads-as-course.ts';
import { pageContentIn } from '../../platform/page-channel.ts';
import { dayOf } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import type { ShownPage } from '../state/shown-page.ts';

/** The result of reading a page as a course. */
export interface PageRead {
  /** Undefined if the page has nothing that could be a course. */
  course: Course | undefined;
  /** Whether it looks like a course. */
  reads: boolean;
  /** The lines of the page. */
  lines: readonly PageLine[];
  /** Whether the whole page was read; a very large page is read only in part. */
  whole: boolean;
  /** The language tag that the page declares; '' if it declares none. */
  language: string;
}

/** Whether the shown page may be a course, by its title: cheap to check before the page is read. */
export async function mayBeCourse({ info }: ShownPage): Promise<boolean> {
  return speaksOfLearning(info?.title ?? '', await languageOf(info?.lang ?? '', info?.title));
}

/** Reads the shown page as a course. @returns undefined if the page can't be read */
export async function readAsCourse({ tab, address, info }: ShownPage): Promise<PageRead | undefined> {
  const content = address && (await pageContentIn(tab.id));
  // The tab may show another page by now.
  if (!content || pageOf(addressOf(content.url) ?? '') !== pageOf(address)) return undefined;
  const words = await languageOf(content.lang, info?.title);
  const page = pageOf(address);
  const course = readCourse(content.tree, {
    address: page,
    edition: dayOf(Date.now()).slice(0, 7),
    everyone: i18n.t('living.everyone'),
    language: words,
    addressOf,
  });
  const reads = course !== undefined && readsAsCourse(course, words);
  const lines = linesOf(content.tree, (href) => targetOf(href, page, addressOf));
  return { course, reads, lines, whole: content.whole, language: content.lang };
}
