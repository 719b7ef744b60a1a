import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { click, dialog, giveFile, named, region, untilSeen, within } from './by-role.ts';
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
