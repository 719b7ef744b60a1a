import type { Match } from '../../courses/match.ts';
import { excerptBeingRead } from '../../platform/page-channel.ts';
import { type Address, withAnchor } from '../../sites/address.ts';
import type { ShownPage } from './shown-page.ts';
import { isSeen } from './visits.ts';

/** How often to save the reader's place, in milliseconds. */
const PAUSE = 5000;

/** Where the reader is on a page of a course. */
export interface ReadingPlace {
  /** Id of the course. */
  course: string;
  /** The page being read. */
  page: ShownPage;
  /** With the anchor of the heading being read, if that is known. */
  address: Address;
  title: string;
}

/** Returns where in a course the reader is; undefined if the page isn't part of a section or its content isn't known. */
export function readingPlace(
  shown: ShownPage | undefined,
  match: Match | undefined,
): ReadingPlace | undefined {
  const { address, info, fresh } = shown ?? {};
  if (!shown || !address || !info || !fresh || info.kind !== 'content' || !match?.section) return undefined;
  const reading = info.reading ?? undefined;
  const heading = info.headings.find(({ id }) => id === reading)?.text;
  return {
    course: match.course.id,
    page: shown,
    address: reading === undefined ? address : withAnchor(address, reading),
    title: heading ? `${info.title} · ${heading}` : info.title,
  };
}

/**
 * Saves every five seconds where in the course the reader is, with an excerpt of the text being read. A place that can't be saved
 * is dropped without a message, since the reader didn't ask for it.
 * @param latest returns the current place; the heading being read changes while the reader scrolls
 * @returns a function that stops the saving
 */
export function trackReadingPlace(latest: () => ReadingPlace | undefined): () => void {
  const look = async () => {
    const now = latest();
    if (!now || !isSeen(now.page.tab)) return;
    const { course, address, title } = now;
    const place = { address, title, words: await excerptBeingRead(now.page.tab.id) };
    await (await import('../../progress/actions.ts')).savePlace(course, place);
  };
  const timer = setInterval(() => void look().catch(() => {}), PAUSE);
  return () => clearInterval(timer);
}
