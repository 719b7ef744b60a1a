import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, dialog, giveFile, named, region, seen, untilSeen, within } from './by-role.ts';

const SHEET = dialog('library.title');
const OPENS = within(region('course.title'), button('course.all'));

/** Opens the sheet of all courses from the region of the course. */
export async function openLibrary(panel: Panel): Promise<void> {
  const isOpen = async () => (await seen(panel, SHEET)).length > 0;
  await until('the library opens', async () => {
    if (!(await isOpen())) await click(panel, OPENS);
    // What is above the button may still be on its way, and then it moves under the mouse: it is clicked again.
    return until('the click is answered', isOpen, 1000).catch(() => false);
  });
  await untilSeen(panel, within(SHEET, within(region('library.yours'), named('listitem'))));
}

/** Clicks the button of the sheet with this name. */
export const pressInLibrary = (panel: Panel, name: string): Promise<void> =>
  click(panel, within(SHEET, named('button', name)));

/** Gives the sheet's field for a file one with this text, as choosing it does. */
export const chooseFile = (panel: Panel, name: string, text: string): Promise<void> =>
  giveFile(panel, within(named('dialog'), named('file')), name, text);

/** The titles of the courses in the sheet, in their order; archived ones come last, whether they are unfolded or not. */
export const titlesIn = (panel: Panel): Promise<string[]> =>
  panel.evaluate(
    (name) =>
      [...document.querySelectorAll(`dialog section[aria-label="${name}"] li`)].flatMap((item) => {
        // The first thing in it, which is a button where the course can be read.
        const title = item.querySelector('button, b')?.textContent;
        return title ? [title] : [];
      }),
    t('library.yours'),
  );

/** Imports the pack, which has to fit and be new, and waits until it is among the courses. */
export async function importPack(panel: Panel, pack: { title: string }): Promise<void> {
  await chooseFile(panel, 'pack.json', JSON.stringify(pack));
  await pressInLibrary(panel, t('library.take'));
  await untilSeen(panel, within(SHEET, within(region('library.yours'), named('button', pack.title))));
}
