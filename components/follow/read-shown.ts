import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { readCourse } from '../../courses/page/read.ts';
import { treeOf } from '../../platform/page-tree.ts';
import { dayOf } from '../../progress/records.ts';
import { pageOf } from '../../sites/address.ts';
import { contentOf } from '../../sites/content.ts';
import { addressOf } from '../../sites/index.ts';
import { rebuiltPage } from '../../sites/rebuilt-page.ts';
import type { ShownPage } from '../state/use-shown-page.ts';

/** What a shown page says as a course. */
export interface PageRead {
  /** Not there where the page has nothing to follow. */
  course: Course | undefined;
  /** Whether the page was read to its end, and not only as far as anyone would follow it. */
  whole: boolean;
  /** The language that the page says it is in; '' where it does not. */
  language: string;
}

/** Reads the shown page as a course; undefined where it cannot be read. */
export async function readShown({ tab, address }: ShownPage): Promise<PageRead | undefined> {
  const content = address && (await treeOf(tab.id));
  // The tab may have gone on to another page since: that is not the one that was meant.
  if (!content || pageOf(addressOf(content.url) ?? '') !== pageOf(address)) return undefined;
  const page = rebuiltPage('', content.tree);
  if (!page) return undefined;
  const course = readCourse(page, {
    address: pageOf(address),
    edition: dayOf(Date.now()).slice(0, 7),
    everyone: i18n.t('living.everyone'),
    addressOf,
    contentOf,
  });
  return { course, whole: content.whole, language: content.lang };
}
