import { matchAddress, type Outline } from '../../courses/match.ts';
import { audienceOf, objectivesBySection, tallyObjectives } from '../../courses/standing.ts';
import { showBadge, tabsShowing } from '../../platform/toolbar.ts';
import { readProgress } from '../../progress/progress.ts';
import { addressOf, siteMatches } from '../../sites/index.ts';
import { courseIndex } from './course-index.ts';

/**
 * What the toolbar icon says on the page at `url`: how many objectives of its section are still open for the
 * chosen audience; '' where none is and where progress cannot be read; undefined where no section is known.
 */
async function badgeOf(url: string, headings?: Outline[]): Promise<string | undefined> {
  const address = addressOf(url);
  const match = address ? matchAddress(courseIndex, address, headings) : undefined;
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

/** Brings the badge of one tab up to date, which shows the page at `url` with these headings, where they are known. */
export async function refreshBadge(tabId: number, url: string, headings?: Outline[]): Promise<void> {
  await showBadge(tabId, (await badgeOf(url, headings)) ?? '');
}

/** Brings the badges of all open handbook tabs up to date, after a change of progress. */
export async function refreshBadges(): Promise<void> {
  for (const { id, url } of await tabsShowing(siteMatches)) {
    const text = await badgeOf(url);
    // Without its headings the section of a page may be unknown here; what its badge says stays.
    if (text !== undefined) await showBadge(id, text);
  }
}
