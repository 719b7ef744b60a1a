import { expect } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { objectivesIn, untilRegionShows } from './session.ts';

const BOXES = 'section[aria-label="Objectives"] input';

/** Ticks every objective that is not. */
export async function tickAll(panel: Panel): Promise<void> {
  const isLeft = async () => (await objectivesIn(panel)).findIndex(({ ticked }) => !ticked);
  await panel.waitFor((boxes) => document.querySelector(`${boxes}:not(:disabled)`), BOXES);
  for (let left = await isLeft(); left >= 0; left = await isLeft()) {
    await panel.evaluate(
      (boxes, nth) => document.querySelectorAll<HTMLElement>(boxes)[nth]?.click(),
      BOXES,
      left,
    );
    await expect.poll(async () => (await objectivesIn(panel))[left]?.ticked).toBe(true);
  }
}

/** Opens the sheet about badges from the course's region. */
export async function openBadges(panel: Panel): Promise<void> {
  await panel.waitFor(() => {
    const region = document.querySelector('section[aria-label="Course"]');
    const buttons = [...(region?.querySelectorAll('button') ?? [])];
    const found = buttons.find(({ textContent }) => textContent === 'Badges …');
    found?.setAttribute('data-badges', '');
    return found !== undefined;
  });
  await panel.click('[data-badges]');
  await untilRegionShows(panel, 'Check a badge', 'Choose a file');
}

/** Keeps the text of every file that the panel hands to the browser from now on. */
export const catchFiles = (panel: Panel) =>
  panel.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => {
        document.documentElement.dataset.saved = text;
      });
      return createObjectURL.call(URL, blob);
    };
  });

/** Saves the latest badge and gives what is in the file. */
export async function saved(panel: Panel, as: 'picture' | 'credential'): Promise<string> {
  await panel.evaluate(() => document.documentElement.removeAttribute('data-saved'));
  await panel.click(`.made li:first-child button[aria-label^="Save the ${as}"]`);
  return String(await panel.waitFor(() => document.documentElement.dataset.saved));
}

let checks = 0;

/** Gives the verifier a file, by its button or as one that is dropped on the sheet, and gives what it says. */
export async function check(panel: Panel, text: string, how: 'choose' | 'drop' = 'choose'): Promise<string> {
  checks += 1;
  await panel.evaluate(
    (content, way, name) => {
      const region = document.querySelector('.check');
      const files = new DataTransfer();
      files.items.add(new File([content], name));
      if (way === 'drop') {
        region?.dispatchEvent(
          new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
        );
        return;
      }
      const field = region?.querySelector<HTMLInputElement>('input[type=file]');
      if (!field) throw new Error('there is no field for a file');
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
    how,
    `${checks}.svg`,
  );
  await untilRegionShows(panel, 'Check a badge', `File: ${checks}.svg`);
  return panel.evaluate(() => document.querySelector('.check')?.textContent ?? '');
}
