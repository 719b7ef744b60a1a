import { expect } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, giveFile, named, nth, region, untilSeen, within } from './by-role.ts';
import { openView, tick, untilWritable } from './panel-parts.ts';
import { objectivesIn, untilRegionShows } from './session.ts';

/** Ticks every objective that isn't ticked. */
export async function tickAll(panel: Panel): Promise<void> {
  const isLeft = async () => (await objectivesIn(panel)).findIndex(({ ticked }) => !ticked);
  await untilWritable(panel);
  for (let left = await isLeft(); left >= 0; left = await isLeft()) {
    await tick(panel, left);
    await expect.poll(async () => (await objectivesIn(panel))[left]?.ticked).toBe(true);
  }
}

/** Opens the badge view from the menu. */
export async function openBadges(panel: Panel): Promise<void> {
  await openView(panel, 'badge.open');
  await untilRegionShows(panel, t('badge.check'), t('badge.choose'));
}

/** The badges that were made so far, the latest first. */
export const MADE = within(region('badge.made'), named('listitem'));

/** From now on, catches the text of every file that the panel saves. */
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

/** Returns the text of the file that the panel saves when `save` runs. */
export async function fileOf(panel: Panel, save: () => Promise<unknown>): Promise<string> {
  await panel.evaluate(() => document.documentElement.removeAttribute('data-saved'));
  await save();
  return String(await panel.waitFor(() => document.documentElement.dataset.saved));
}

/** Saves the latest badge, and returns the text of the file. */
export function saved(panel: Panel, as: 'picture' | 'credential'): Promise<string> {
  const latest = nth(MADE, 0);
  const key = as === 'picture' ? 'badge.save.svg' : 'badge.save.jwt';
  return fileOf(panel, () => click(panel, within(latest, button(key))));
}

let checks = 0;

/** Gives the verifier a file, by its button or by dropping it on the view, and returns what it shows. */
export async function check(panel: Panel, text: string, how: 'choose' | 'drop' = 'choose'): Promise<string> {
  checks += 1;
  const name = `${checks}.svg`;
  if (how === 'choose') await giveFile(panel, within(region('badge.check'), named('file')), name, text);
  else
    await panel.evaluate(
      (label, content, title) => {
        const files = new DataTransfer();
        files.items.add(new File([content], title));
        document
          .querySelector(`section[aria-label="${label}"]`)
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
      },
      t('badge.check'),
      text,
      name,
    );
  await untilRegionShows(panel, t('badge.check'), t('badge.file', [name]));
  return (await untilSeen(panel, region('badge.check'))).text;
}
