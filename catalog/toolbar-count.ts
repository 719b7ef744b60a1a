import { audienceOf, objectivesBySection, tallyObjectives } from '../courses/status.ts';
import { type PageInfo, tellPage } from '../platform/page-channel.ts';
import { showToolbarText, tabsShowing } from '../platform/toolbar.ts';
import { readProgress } from '../progress/progress.ts';
import { addressOf, allMatches } from '../sites/index.ts';
import { learnCourses, matchPage } from './course-index.ts';
import { currentCourse } from './current-course.ts';
import { readManaged } from './managed.ts';

/**
 * What the toolbar icon says on the page at `url`: how many objectives of its section are still open for the
 * chosen audience; '' where none is and where progress cannot be read; undefined where no section is known.
 */
async function badgeOf(url: string, news?: PageInfo): Promise<string | undefined> {
  const address = addressOf(url);
  if (!address) return undefined;
  try {
    const [current] = await Promise.all([currentCourse(), readManaged()]);
    await learnCourses(false);
    let [match] = matchPage(address, news, current);
    // Most pages that are in a course are in that one or in a built-in one: all others are asked for the rest.
    if (!match) {
      await learnCourses();
      [match] = matchPage(address, news, current);
    }
    if (!match?.section) return undefined;
    const { audience, completed } = await readProgress(match.course.id);
    const { here } = objectivesBySection(audienceOf(match.course, audience), match.section);
    const { done, total } = tallyObjectives(here, completed);
    return done < total ? String(total - done) : '';
  } catch {
    return '';
  }
}

/** How often the badge of each tab was asked for: one that is found out late knows less than one that was asked for after it. */
const asked = new Map<number, number>();

/** Writes on a tab's badge what `find` comes to, unless it was asked for again by then. Gives what was found. */
async function showLatest(
  tabId: number,
  find: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const turn = (asked.get(tabId) ?? 0) + 1;
  asked.set(tabId, turn);
  const text = await find();
  if (asked.get(tabId) === turn && text !== undefined) await showToolbarText(tabId, text);
  return text;
}

/** Brings the badge of one tab up to date, which shows the page at `url`. */
export async function updateToolbarCount(tabId: number, url: string, news?: PageInfo): Promise<void> {
  await showLatest(tabId, async () => (await badgeOf(url, news)) ?? '');
}

/** Brings the badges of all open handbook tabs up to date, after a change of progress. */
export async function updateToolbarCounts(): Promise<void> {
  for (const { id, url } of await tabsShowing(allMatches())) {
    const text = await showLatest(id, () => badgeOf(url));
    // Where the address does not say the section, the page does: it is asked, and the background hears the answer.
    if (text === undefined) void tellPage(id, 'reportPage');
  }
}
