import { matchAddress } from '../../courses/match.ts';
import { audienceOf, objectivesBySection, tallyObjectives } from '../../courses/standing.ts';
import { showBadge, tabsShowing } from '../../platform/toolbar.ts';
import { readProgress } from '../../progress/progress.ts';
import { addressOf, siteMatches } from '../../sites/index.ts';
import { courseIndex } from './course-index.ts';

/**
 * What the toolbar icon says on the page at `url`: how many objectives of its section are still open for the
 * chosen audience; '' where none is, on pages outside the course, and where progress cannot be read.
 */
export async function badgeOf(url: string): Promise<string> {
  const address = addressOf(url);
  const match = address ? matchAddress(courseIndex, address) : undefined;
  if (!match?.section) return '';
  try {
    const { audience, completed } = await readProgress(match.course.id);
    const { here } = objectivesBySection(audienceOf(match.course, audience), match.section);
    const { done, total } = tallyObjectives(here, completed);
    return done < total ? String(total - done) : '';
  } catch {
    return '';
  }
}

/** Brings the badges of all open handbook tabs up to date. */
export async function refreshBadges(): Promise<void> {
  const tabs = await tabsShowing(siteMatches);
  await Promise.all(tabs.map(async ({ id, url }) => showBadge(id, await badgeOf(url))));
}
