import { i18n } from '#i18n';
import { audienceOf, objectivesBySection, tallyObjectives } from '../courses/status.ts';
import { type PageInfo, sendToPage } from '../platform/page-channel.ts';
import { showOnToolbar, tabsShowing } from '../platform/toolbar.ts';
import { readProgress } from '../progress/progress.ts';
import { addressOf, allPatterns } from '../sites/index.ts';
import { currentCourse, loadCourses, matchPage } from './course-index.ts';
import { readManaged } from './managed.ts';

/**
 * How many objectives of the section of the page at `url` are open for the chosen audience. None if progress can't be read;
 * undefined if the page's section isn't known.
 * @param info what the page's document reported, if it did
 */
async function countFor(url: string, info?: PageInfo): Promise<number | undefined> {
  const address = addressOf(url);
  if (!address) return undefined;
  try {
    const [current] = await Promise.all([currentCourse(), readManaged()]);
    await loadCourses(false);
    let [match] = matchPage(address, info, current);
    // Most pages are in the current course or a built-in one. The others are only read if the page isn't in these.
    if (!match) {
      await loadCourses();
      [match] = matchPage(address, info, current);
    }
    if (!match?.section) return undefined;
    const { audience, completed } = await readProgress(match.course.id);
    const { here } = objectivesBySection(audienceOf(match.course, audience), match.section);
    const { done, total } = tallyObjectives(here, completed);
    return total - done;
  } catch {
    return 0;
  }
}

/** How many times the count of each tab was requested, so that only the answer to the latest request is shown. */
const asked = new Map<number, number>();

/**
 * Shows the count that `find` returns on a tab's icon, and explains it in the icon's tooltip, unless a newer request was made for this
 * tab. @returns what `find` returned
 */
async function showLatest(
  tabId: number,
  find: () => Promise<number | undefined>,
): Promise<number | undefined> {
  const turn = (asked.get(tabId) ?? 0) + 1;
  asked.set(tabId, turn);
  const count = await find();
  if (asked.get(tabId) === turn && count !== undefined)
    await showOnToolbar(
      tabId,
      count > 0 ? String(count) : '',
      count > 0 ? i18n.t('toolbarLeft', count) : i18n.t('toolbarTitle'),
    );
  return count;
}

/** Updates the count on the icon of one tab, which shows the page at `url`. */
export async function updateToolbarCount(tabId: number, url: string, info?: PageInfo): Promise<void> {
  await showLatest(tabId, async () => (await countFor(url, info)) ?? 0);
}

/** Updates the counts of all open handbook tabs. Call it after a change of progress. */
export async function updateToolbarCounts(): Promise<void> {
  for (const { id, url } of await tabsShowing(allPatterns())) {
    const count = await showLatest(id, () => countFor(url));
    // If the address isn't enough to find the section, the page is asked to report. The background updates the count then.
    if (count === undefined) void sendToPage(id, 'reportPage');
  }
}
