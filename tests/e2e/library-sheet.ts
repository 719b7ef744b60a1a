import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, dialog, giveFile, named, region, seen, untilSeen, within } from './by-role.ts';
import { openView } from './panel-parts.ts';

const SHEET = dialog('library.title');

/** Opens the library from the menu. */
export async function openLibrary(panel: Panel): Promise<void> {
  await openView(panel, 'header.courses');
  await untilSeen(panel, within(SHEET, within(region('library.yours'), named('listitem'))));
}

/** Clicks the button with this name in the library. */
export const pressInLibrary = (panel: Panel, name: string): Promise<void> =>
  click(panel, within(SHEET, named('button', name)));

/** Opens the menu of a course in the library. */
export const openCourseMenu = (panel: Panel, title: string): Promise<void> =>
  click(panel, within(SHEET, button('actionsFor', [title])));

/** Chooses an action in the menu of a course, by its key. */
export async function chooseForCourse(panel: Panel, title: string, key: string): Promise<void> {
  await openCourseMenu(panel, title);
  await click(panel, within(SHEET, button(key)));
}

/** Returns the names of the actions in the menu of a course that can be chosen. */
export async function actionsFor(panel: Panel, title: string): Promise<string[]> {
  await openCourseMenu(panel, title);
  const item = within(region('library.yours'), named('button'));
  await untilSeen(panel, within(SHEET, button('library.export')));
  const menu = await panel.evaluate(() =>
    [...document.querySelectorAll(':popover-open button')].map(({ textContent }) => textContent),
  );
  const enabled = (await seen(panel, item)).filter(({ name, disabled }) => menu.includes(name) && !disabled);
  await panel.press('Escape');
  await panel.waitFor(() => !document.querySelector(':popover-open'));
  return enabled.map(({ name }) => name);
}

/** Waits until the library says this of the last action. */
export const untilLibrarySays = (panel: Panel, text: string) =>
  untilSeen(panel, within(SHEET, named('status')), (status) => status.text.includes(text));

/** Undoes the last action in the library. */
export const undoInLibrary = (panel: Panel): Promise<void> =>
  click(panel, within(SHEET, button('history.undo')));

/** Chooses a file with this text in the library. */
export const chooseFile = (panel: Panel, name: string, text: string): Promise<void> =>
  giveFile(panel, within(named('dialog'), named('file')), name, text);

/** Returns the titles of the courses in the library, in order. Archived ones come last, folded or not. */
export const titlesIn = (panel: Panel): Promise<string[]> =>
  panel.evaluate(
    (name) =>
      [...document.querySelectorAll(`dialog section[aria-label="${name}"] li`)].flatMap((item) => {
        // The title is the first element. It is a button if the course can be read.
        const title = item.querySelector('button, b')?.textContent;
        return title ? [title] : [];
      }),
    t('library.yours'),
  );

/** Imports a pack that is valid and new, and waits until its course is in the library. */
export async function importPack(panel: Panel, pack: { title: string }): Promise<void> {
  await chooseFile(panel, 'pack.json', JSON.stringify(pack));
  await pressInLibrary(panel, t('library.take'));
  await untilSeen(panel, within(SHEET, within(region('library.yours'), named('button', pack.title))));
}
