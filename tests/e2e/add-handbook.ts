import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../browsers/poll.ts';
import type { Panel, Reader } from '../browsers/reader.ts';
import type { Screen } from '../browsers/screen.ts';
import { t } from '../texts.ts';
import { click, named, region, seen, textbox, untilSeen, within } from './by-role.ts';
import { openSettings as openAllSettings, type } from './panel-parts.ts';
import { untilRegionShows } from './session.ts';

/** What the settings show about handbooks. */
const SAYING = within(region('handbooks.title'), named('status'));
const FIELD = within(region('handbooks.title'), textbox('handbooks.label'));

export async function openSettings(panel: Panel): Promise<void> {
  await openAllSettings(panel);
  await untilRegionShows(panel, t('handbooks.title'), t('handbooks.explained'));
}

/** Types an address into the open settings and submits it. */
export async function giveAddress(panel: Panel, text: string): Promise<void> {
  await click(panel, FIELD);
  await panel.evaluate((label) => {
    const field = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (field) field.value = '';
  }, t('handbooks.label'));
  await type(panel, text);
  await panel.press('Enter');
}

/** Waits until the settings show this result. */
export const untilSaid = (panel: Panel, text: string) =>
  untilSeen(panel, SAYING, (saying) => saying.text.includes(text));

/**
 * Answers the browser's permission prompt. Chromium's is a native dialog that no API reports, and its first button denies: this
 * presses keys until the settings show the result. Firefox needs no answer, because the test profile grants permissions at once.
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
      return (await seen(panel, SAYING)).some(({ text }) => text !== '');
    },
    30_000,
  );
}
