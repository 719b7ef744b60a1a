import { saveCurrentCourse } from '../../catalog/current-course.ts';
import type { Course, Resource } from '../../courses/course.ts';
import { requestAccess } from '../../platform/access.ts';
import type { LinkDisposition } from '../../platform/open-link.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import { sitePatterns } from '../../sites/patterns.ts';
import { chooseCourse, course, setOpened, shown } from './current.ts';
import { OpenedLinks } from './opened-links.ts';
import { page } from './page.ts';
import { lastOpened } from './page-trouble.ts';
import { act } from './progress.ts';

/** The links that were opened and have not landed yet. */
export const openedLinks = new OpenedLinks();

const loadLinks = () => import('../../platform/open-link.ts');

/** Opens `address`, the link of `resource` in the course `of` if it is one's, beside the panel. */
export async function open(
  address: string,
  where: LinkDisposition,
  resource?: Resource,
  of: Course = course.peek(),
): Promise<void> {
  const before = page.peek();
  if (!before) return;
  const panelTab = shown.peek()?.tab.id ?? before.tab.id;
  lastOpened.value = address;
  const tab = await (await loadLinks()).openLink(address, before.tab.id, where);
  openedLinks.add(tab, of, resource, before);
  openedLinks.check(page.peek());
  if (!resource || addressOf(resource.address)) return;
  // A page elsewhere cannot be seen from here: it counts when it is opened.
  void act(({ recordVisit }) => recordVisit(of.id, resource.id, true));
  if (where === 'here') setOpened(panelTab, address);
}

export function tick(objective: string, value: boolean): void {
  const { id } = course.peek();
  void act(({ setCompletion }) => setCompletion(id, objective, value));
}

/** Marks a resource as visited, or takes the mark back. */
export function mark(resource: string, value: boolean): void {
  const { id } = course.peek();
  void act(({ markVisited, unmarkVisited }) => (value ? markVisited : unmarkVisited)(id, resource));
}

export function chooseAudience(chosen: string, of: Course = course.peek()) {
  return act(({ chooseAudience }) => chooseAudience(of.id, chosen));
}

/** Shows another course, and keeps that the reader is busy with it. */
export function switchTo(chosen: string): void {
  chooseCourse(chosen);
  void act(() => saveCurrentCourse(chosen));
}

/** Takes back what was learned of the move of a resource's link. */
export function undoMove(resource: Resource): void {
  const { id } = course.peek();
  void act(async () => {
    const { refuseMove } = await import('../../progress/moves.ts');
    await refuseMove(id, resource.id, pageOf(resource.address));
  });
}

/** Asks the reader for access to the handbook; needs their click. */
export const requestHandbookAccess = () => requestAccess(sitePatterns);

/** Loads the shown page again. */
export async function reloadShown(): Promise<void> {
  const tab = shown.peek()?.tab.id;
  if (tab !== undefined) await (await loadLinks()).reloadTab(tab);
}
