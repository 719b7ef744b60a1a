import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../browsers/poll.ts';
import type { Panel, Reader } from '../browsers/reader.ts';
import type { Screen } from '../browsers/screen.ts';
import { untilRegionShows } from './session.ts';

/** What the settings say of handbooks. */
const SAYING = 'section[aria-label="Handbooks"] .saying';

export async function openSettings(panel: Panel): Promise<void> {
  await panel.waitFor(() => document.querySelector('header .tool[aria-label="Settings"]'));
  await panel.click('header .tool[aria-label="Settings"]');
  await untilRegionShows(panel, 'Handbooks', 'The GitLab handbook is built in');
}

/** Types an address into the settings, which are open, and asks for it to be added. */
export async function giveAddress(panel: Panel, text: string): Promise<void> {
  await panel.click('section[aria-label="Handbooks"] input');
  await panel.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('section[aria-label="Handbooks"] input');
    if (field) field.value = '';
  });
  for (const letter of text) await panel.press(letter);
  await panel.press('Enter');
}

/** Waits until the settings say this of what was asked. */
export const untilSaid = (panel: Panel, text: string) =>
  panel.waitFor(
    (place, expected) => document.querySelector(place)?.textContent?.includes(expected),
    SAYING,
    text,
  );

/**
 * Answers the browser's question for access. Chromium asks in a box of its own, whose first button denies and which nothing tells
 * of: it is answered until the settings say what came of it. In Firefox the tests' profile has said yes before.
 */
export async function allow({ name }: Reader, panel: Panel, screen: Screen | undefined): Promise<void> {
  if (name === 'firefox') return;
  await until(
    'the question is answered',
    async () => {
      await sleep(1000);
      await screen?.press('Tab');
      await screen?.press('Return');
      await sleep(500);
      return panel.evaluate((place) => document.querySelector(place)?.textContent, SAYING);
    },
    15_000,
  );
}
