import { audienceOf, objectivesBySection, tallyObjectives } from '../../courses/standing.ts';
import type { PageNews } from '../../platform/messages.ts';
import { showBadge, tabsShowing } from '../../platform/toolbar.ts';
import { readProgress } from '../../progress/progress.ts';
import { addressOf, siteMatches } from '../../sites/index.ts';
import { matchPage } from './course-index.ts';

/**
 * What the toolbar icon says on the page at `url`: how many objectives of its section are still open for the
 * chosen audience; '' where none is and where progress cannot be read; undefined where no section is known.
 */
async function badgeOf(url: string, news?: PageNews): Promise<string | undefined> {
  const address = addressOf(url);
  const match = address ? matchPage(address, news) : undefined;
  if (!match?.section) return undefined;
  try {
    const { audience, completed } = await readProgress(match.course.id);
    const { here } = objectivesBySection(audienceOf(match.course, audience), match.section);
    const { done, total } = tallyObjectives(here, completed);
    return done < total ? String(total - done) : '';
  } catch {
    return '';
  }
}

/** Brings the badge of one tab up to date, after news of its page. */
export async function refreshBadge(tabId: number, news: PageNews): Promise<void> {
  await showBadge(tabId, (await badgeOf(news.url, news)) ?? '');
}

/** Brings the badges of all open handbook tabs up to date, after a change of progress. */
export async function refreshBadges(): Promise<void> {
  for (const { id, url } of await tabsShowing(siteMatches)) {
    const text = await badgeOf(url);
    // Without news of a page its section may be unknown here; what its badge says stays.
    if (text !== undefined) await showBadge(id, text);
  }
}
