import type { Match } from '../../courses/match.ts';
import { excerptBeingRead } from '../../platform/page-channel.ts';
import { type Address, withAnchor } from '../../sites/address.ts';
import type { ShownPage } from './shown-page.ts';
import { isSeen } from './visits.ts';

/** How often to look where the reader is, in milliseconds. */
const PAUSE = 5000;

/** A page of a course, and where on it the reader is. */
export interface ReadingPlace {
  /** The course's id. */
  course: string;
  /** The page that is read. */
  page: ShownPage;
  /** With the heading that is read, if that is known. */
  address: Address;
  title: string;
}

/** The place of a course that is being read; undefined where the page is in no section of one. */
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
 * Saves every five seconds where in the course the reader is, with the words that are being read. A place that cannot be saved
 * is dropped: it is nothing that the reader did.
 * @param latest gives the place now: whoever scrolls on all the time is at another heading each time
 * @returns a function that stops it
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
