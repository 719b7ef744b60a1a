import { onTestFinished } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import { until } from '../../browsers/poll.ts';
import type { Panel, Reader } from '../../browsers/reader.ts';
import { serveHandbook } from '../../fixtures/server.ts';
import { t } from '../../texts.ts';
import { button, checkbox, click, seen } from '../by-role.ts';
import { buildFor, objectivesIn, RELATIONS, SECTIONS, untilSection } from '../session.ts';

export const PROGRAM = `${RELATIONS}programs/education-program/`;

/** A computer with its own browser, and a panel beside a page of the course. */
export interface Computer {
  reader: Reader;
  panel: Panel;
}

/** The ticks as they show, one letter each. */
export const ticks = async ({ panel }: Computer) =>
  (await objectivesIn(panel)).map(({ ticked }) => (ticked ? 'x' : '-')).join('');

/** Ticks or unticks an objective, and does not wait for what comes of it. */
export const tick = ({ panel }: Computer, nth: number) =>
  panel.evaluate((at) => document.querySelectorAll<HTMLInputElement>('main input')[at]?.click(), nth);

/** Beside what is synced: it is another at each carrying, so that the computer that gets it always looks at what it has got. */
const MARK = 'carried';
let carried = 0;

/** What is in the browser's synced area. */
export const syncedArea = ({ reader }: Computer) =>
  reader.evaluateInExtension(async (mark) => {
    const { [mark]: _, ...synced } = await chrome.storage.sync.get(null);
    return synced as Record<string, unknown>;
  }, MARK);

/** What the browser's account does: the later writing of an item replaces the earlier on the other computer. */
export async function carry(from: Computer, to: Computer): Promise<void> {
  const items = await syncedArea(from);
  carried += 1;
  await to.reader.evaluateInExtension((given) => chrome.storage.sync.set(given), {
    ...items,
    [MARK]: carried,
  });
}

/** How often this computer has brought its progress and the synced area together; undefined while it has still to do it. */
const exchanges = ({ panel }: Computer) =>
  panel.evaluate(() => {
    const { sync, exchanges } = document.documentElement.dataset;
    return sync === 'inSync' ? Number(exchanges) : undefined;
  });

/** Carries when neither has anything of its own to do, and waits until the other has looked at it and written what it lacked. */
export async function carryOver(from: Computer, to: Computer): Promise<void> {
  for (const each of [from, to])
    await until('it has nothing to do', async () => (await exchanges(each)) !== undefined);
  const before = (await exchanges(to)) ?? 0;
  await carry(from, to);
  await until('it has looked at what came', async () => ((await exchanges(to)) ?? 0) > before);
}

/** Switches sync on in the settings, and waits until the computer has nothing more to write. */
export async function switchOn(computer: Computer): Promise<void> {
  const { panel } = computer;
  // By the channel on which panels tell each other how sync stands.
  await panel.evaluate(() => {
    const { dataset } = document.documentElement;
    new BroadcastChannel('waymark-sync').onmessage = ({ data }) => {
      if (!data.state) return;
      dataset.sync = data.state;
      if (data.state === 'inSync') dataset.exchanges = String(Number(dataset.exchanges ?? 0) + 1);
    };
  });
  await click(panel, button('settings.title'));
  await click(panel, checkbox('sync.label'));
  await until('it is in sync', async () => (await exchanges(computer)) !== undefined);
  await click(panel, button('close'));
  await until(
    'the settings are closed',
    async () => (await seen(panel, checkbox('sync.label'))).length === 0,
  );
}

/** Two computers, each with its own browser, beside a page of the course, until the test is over. */
export async function twoComputers(): Promise<[Computer, Computer]> {
  const server = await serveHandbook();
  onTestFinished(() => server.close());
  const start = async (): Promise<Computer> => {
    const reader = await launchChromium({ server, extensionDir: buildFor('chromium') });
    onTestFinished(() => reader.close());
    const panel = await reader.openPanel(await reader.newPage(PROGRAM));
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(
      (region) => document.querySelector(`section[aria-label="${region}"] input:not(:disabled)`),
      t('objectives.title'),
    );
    return { reader, panel };
  };
  return [await start(), await start()];
}
