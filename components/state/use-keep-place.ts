import { useEffect } from 'preact/hooks';
import type { Match } from '../../courses/match.ts';
import { excerptBeingRead } from '../../platform/page-channel.ts';
import { withAnchor } from '../../sites/address.ts';
import type { ShownPage } from './use-shown-page.ts';
import { isSeen } from './use-visit.ts';

/** How often it is looked where the reader is, in milliseconds. */
const PAUSE = 5000;

/**
 * Keeps where in the course the reader is: the page, the heading and the words that are being read. What cannot be kept is
 * let go: it is not the reader's doing.
 */
export function useKeepPlace(shown: ShownPage | undefined, match: Match | undefined): void {
  const { tab, address, news, fresh } = shown ?? {};
  const course = fresh && news?.kind === 'content' && match?.section ? match.course.id : undefined;
  const reading = news?.reading ?? undefined;
  useEffect(() => {
    if (!course || !tab || !address || !news) return undefined;
    const look = async () => {
      if (!isSeen(tab)) return;
      const heading = news.headings.find(({ id }) => id === reading)?.text;
      const place = {
        address: reading === undefined ? address : withAnchor(address, reading),
        title: heading ? `${news.title} · ${heading}` : news.title,
        words: await excerptBeingRead(tab.id),
      };
      await (await import('../../progress/actions.ts')).savePlace(course, place);
    };
    const timer = setInterval(() => void look().catch(() => {}), PAUSE);
    return () => clearInterval(timer);
  }, [course, tab?.id, tab?.inFront, address, reading]);
}
