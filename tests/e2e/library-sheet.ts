import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';

/** Opens the sheet of all courses from the region of the course. */
export async function openLibrary(panel: Panel): Promise<void> {
  await panel.waitFor(() =>
    document.querySelector('section[aria-label="Course"] .courses > [aria-haspopup]'),
  );
  // What stands above it may still be on its way, and then it moves under the mouse.
  await until('the library opens', async () => {
    if (await panel.evaluate(() => document.querySelector('.library') === null))
      await panel.click('section[aria-label="Course"] .courses > [aria-haspopup]');
    await sleep(250);
    return panel.evaluate(() => document.querySelector('.library') !== null);
  });
  await panel.waitFor(() => document.querySelector('.library-courses li'));
}

/** Clicks the button of the sheet with this name, or this text. */
export async function pressInLibrary(panel: Panel, name: string): Promise<void> {
  await panel.waitFor((expected) => {
    const found = [...document.querySelectorAll<HTMLElement>('.library button, .library summary')].find(
      (each) => (each.ariaLabel ?? each.textContent) === expected,
    );
    for (const marked of document.querySelectorAll('[data-press]')) marked.removeAttribute('data-press');
    found?.setAttribute('data-press', '');
    return found;
  }, name);
  await panel.click('[data-press]');
}

/** Gives the sheet's field for a file one with this text, as choosing it does. */
export const chooseFile = (panel: Panel, name: string, text: string): Promise<void> =>
  panel.evaluate(
    (of, content) => {
      const field = document.querySelector<HTMLInputElement>('.library input[type=file]');
      if (!field) throw new Error('there is no field for a file');
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], of));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );

/** The titles of the courses in the sheet, in their order; archived ones come last. */
export const titlesIn = (panel: Panel): Promise<string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('.library-courses > li')].map(
      (each) => each.querySelector('.choice, b')?.textContent ?? '',
    ),
  );

/** Imports the pack, which has to fit and be new, and waits until it is among the courses. */
export async function importPack(panel: Panel, pack: { title: string }): Promise<void> {
  await chooseFile(panel, 'pack.json', JSON.stringify(pack));
  await pressInLibrary(panel, 'Add this course');
  await panel.waitFor(
    (title) =>
      [...document.querySelectorAll('.library-courses .choice')].some(
        ({ textContent }) => textContent === title,
      ),
    pack.title,
  );
}
