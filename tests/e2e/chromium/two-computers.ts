import { onTestFinished } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import { until } from '../../browsers/poll.ts';
import type { Panel, Reader } from '../../browsers/reader.ts';
import { serveHandbook } from '../../fixtures/server.ts';
import { t } from '../../texts.ts';
import { button, checkbox, click, seen } from '../by-role.ts';
import { openView, untilWritable } from '../panel-parts.ts';
import { buildFor, objectivesIn, RELATIONS, SECTIONS, untilSection } from '../session.ts';

export const PROGRAM = `${RELATIONS}programs/education-program/`;

/** A computer with its own browser, and a panel next to a page of the course. */
export interface Computer {
  reader: Reader;
  panel: Panel;
}

/** The shown ticks, one letter each. */
export const ticks = async ({ panel }: Computer) =>
  (await objectivesIn(panel)).map(({ ticked }) => (ticked ? 'x' : '-')).join('');

/** Ticks or unticks an objective, without waiting for the result. */
export const tick = ({ panel }: Computer, nth: number) =>
  panel.evaluate(
    (region, at) =>
      document.querySelectorAll<HTMLInputElement>(`section[aria-label="${region}"] input`)[at]?.click(),
    t('objectives.all'),
    nth,
  );

/** An extra item with a new value in each exchange, so that the receiving computer always sees a change. */
const MARK = 'carried';
let carried = 0;

/** Returns the content of the browser's synced area. */
export const syncedArea = ({ reader }: Computer) =>
  reader.evaluateInExtension(async (mark) => {
    const { [mark]: _, ...synced } = await chrome.storage.sync.get(null);
    return synced as Record<string, unknown>;
  }, MARK);

/** Plays the browser's account: on the other computer, the later write of an item replaces the earlier one. */
export async function carry(from: Computer, to: Computer): Promise<void> {
  const items = await syncedArea(from);
  carried += 1;
  await to.reader.evaluateInExtension((given) => chrome.storage.sync.set(given), {
    ...items,
    [MARK]: carried,
  });
}

/** Returns how often this computer has synced; undefined while it has something to sync. */
const exchanges = ({ panel }: Computer) =>
  panel.evaluate(() => {
    const { sync, exchanges } = document.documentElement.dataset;
    return sync === 'inSync' ? Number(exchanges) : undefined;
  });

/** Exchanges the synced areas when both computers are idle, and waits until the receiver has processed the items. */
export async function carryOver(from: Computer, to: Computer): Promise<void> {
  for (const each of [from, to])
    await until('the computer is idle', async () => (await exchanges(each)) !== undefined);
  const before = (await exchanges(to)) ?? 0;
  await carry(from, to);
  await until('it has processed the synced items', async () => ((await exchanges(to)) ?? 0) > before);
}

/** Turns sync on in the settings, and waits until the computer has nothing more to write. */
export async function switchOn(computer: Computer): Promise<void> {
  const { panel } = computer;
  // Through the channel on which panels announce the state of sync.
  await panel.evaluate(() => {
    const { dataset } = document.documentElement;
    new BroadcastChannel('waymark-sync').onmessage = ({ data }) => {
      if (!data.state) return;
      dataset.sync = data.state;
      if (data.state === 'inSync') dataset.exchanges = String(Number(dataset.exchanges ?? 0) + 1);
    };
  });
  await openView(panel, 'settings.title');
  await click(panel, checkbox('sync.label'));
  await until('it is in sync', async () => (await exchanges(computer)) !== undefined);
  await click(panel, button('back'));
  await until(
    'the settings are closed',
    async () => (await seen(panel, checkbox('sync.label'))).length === 0,
  );
}

/** Starts two computers, each with its own browser, next to a page of the course. They end with the test. */
export async function twoComputers(): Promise<[Computer, Computer]> {
  const server = await serveHandbook();
  onTestFinished(() => server.close());
  const start = async (): Promise<Computer> => {
    const reader = await launchChromium({ server, extensionDir: buildFor('chromium') });
    onTestFinished(() => reader.close());
    const panel = await reader.openPanel(await reader.newPage(PROGRAM));
    await untilSection(panel, SECTIONS.programs);
    await untilWritable(panel);
    return { reader, panel };
  };
  return [await start(), await start()];
}
