import { i18n } from '#i18n';
import { saveCurrentCourse } from '../../catalog/course-index.ts';
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
import { offerUndo } from './undo.ts';

/** The links that were opened and whose pages haven't loaded yet. */
export const openedLinks = new OpenedLinks();

const loadLinks = () => import('../../platform/open-link.ts');

/**
 * Opens `address` in a tab next to the panel.
 * @param resource the resource whose link it is, if any
 * @param of the course of the resource
 */
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
  // The extension can't see pages outside the handbooks, so opening one counts as a visit.
  void act(({ recordOpened }) => recordOpened(of.id, resource));
  if (where === 'here') setOpened(panelTab, address);
}

export function tick(objective: string, value: boolean): void {
  const { id } = course.peek();
  void act(async ({ setCompletion }) =>
    offerUndo(i18n.t(value ? 'done.ticked' : 'done.unticked'), await setCompletion(id, objective, value)),
  );
}

/** Marks a resource as visited or not visited. */
export function mark(resource: string, value: boolean): void {
  const { id } = course.peek();
  void act(async ({ markVisited, unmarkVisited }) =>
    offerUndo(
      i18n.t(value ? 'done.read' : 'done.unread'),
      await (value ? markVisited : unmarkVisited)(id, resource),
    ),
  );
}

export function chooseAudience(chosen: string, of: Course = course.peek()) {
  return act(({ chooseAudience }) => chooseAudience(of.id, chosen));
}

/** Shows another course, and saves it as the current one. */
export function switchTo(chosen: string): void {
  chooseCourse(chosen);
  void act(() => saveCurrentCourse(chosen));
}

/** Makes a resource use its original link again, instead of the address that it was found to have moved to. */
export function undoMove(resource: Resource): void {
  const { id } = course.peek();
  void act(async () => {
    const { refuseMove } = await import('../../progress/moves.ts');
    await refuseMove(id, resource.id, pageOf(resource.address));
  });
}

/** Asks the reader for access to the handbook. The browser allows this only during a click. */
export const requestHandbookAccess = () => requestAccess(sitePatterns);

/** Reloads the shown page. */
export async function reloadShown(): Promise<void> {
  const tab = shown.peek()?.tab.id;
  if (tab !== undefined) await (await loadLinks()).reloadTab(tab);
}
