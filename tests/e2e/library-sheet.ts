import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, dialog, giveFile, named, region, seen, untilSeen, within } from './by-role.ts';

const SHEET = dialog('library.title');

/** Opens the library from the region of the course. */
export async function openLibrary(panel: Panel): Promise<void> {
  const isOpen = async () => (await seen(panel, SHEET)).length > 0;
  await until('the library opens', async () => {
    if (!(await isOpen())) await openView(panel, 'header.courses');
    // Content above the button may still load and move it under the mouse, so this clicks again if needed.
    return until('the click is answered', isOpen, 1000).catch(() => false);
  });
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
