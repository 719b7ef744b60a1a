import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import { until } from '../../browsers/poll.ts';
import type { Panel, Reader } from '../../browsers/reader.ts';
import { type HandbookServer, serveHandbook } from '../../fixtures/server.ts';
import {
  buildFor,
  objectivesIn,
  RELATIONS,
  recordKeys,
  SECTIONS,
  untilRegionShows,
  untilSection,
} from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

interface Computer {
  reader: Reader;
  panel: Panel;
}

const ticks = async ({ panel }: Computer) =>
  (await objectivesIn(panel)).map(({ ticked }) => (ticked ? 'x' : '-')).join('');
const tick = ({ panel }: Computer, nth: number) =>
  panel.evaluate((at) => document.querySelectorAll<HTMLInputElement>('main input')[at]?.click(), nth);
const syncedArea = ({ reader }: Computer) =>
  reader.evaluateInExtension(() => chrome.storage.sync.get(null) as Promise<Record<string, unknown>>);

/** What the browser's account does: the later writing of an item replaces the earlier on the other computer. */
async function carry(from: Computer, to: Computer): Promise<void> {
  const items = await syncedArea(from);
  await to.reader.evaluateInExtension((given) => chrome.storage.sync.set(given), items);
}

/** Two computers, each with its own browser, beside a page of the course; for all tests of a block. */
function useComputers(): Computer[] {
  let server: HandbookServer;
  const computers: Computer[] = [];
  beforeAll(async () => {
    server = await serveHandbook();
    for (const _ of ['first', 'second']) {
      const reader = await launchChromium({ server, extensionDir: buildFor('chromium') });
      const page = await reader.newPage(PROGRAM);
      const panel = await reader.openPanel(page);
      await untilSection(panel, SECTIONS.programs);
      await panel.waitFor(() => document.querySelector('main input:not(:disabled)'));
      computers.push({ reader, panel });
    }
  });
  afterAll(async () => {
    for (const { reader } of computers) await reader.close();
    await server.close();
  });
  return computers;
}

const switchOn = async ({ panel }: Computer) => {
  await panel.click('header .tool[aria-label="Settings"]');
  await panel.waitFor(() => document.querySelector('.switch input:not(:disabled)'));
  await panel.click('.switch input');
  await untilRegionShows(panel, 'Other computers', 'Handed to the browser');
  await panel.click('.settings .tool');
};

describe('two computers with one account', () => {
  const computers = useComputers();

  test('come to the same progress, with edits on both sides in between, and then write no more', async () => {
    const [first, second] = computers as [Computer, Computer];
    await tick(first, 0);
    await tick(second, 1);
    await until(
      'both ticks are kept',
      async () => (await ticks(first)) + (await ticks(second)) === 'x----x--',
    );
    expect(await syncedArea(first)).toEqual({});
    await switchOn(first);
    await switchOn(second);
    await until('there is something to carry', async () => Object.keys(await syncedArea(first)).length > 0);
    await carry(first, second);
    await until('the second has the first’s tick', async () => (await ticks(second)) === 'xx--');
    // Meanwhile the first goes on by itself, and unticks what the second has just got.
    await tick(first, 0);
    await tick(first, 2);
    await tick(second, 3);
    await until(
      'both are kept',
      async () => (await ticks(first)) === '--x-' && (await ticks(second)) === 'xx-x',
    );
    await new Promise((resolve) => setTimeout(resolve, 2500));
    for (let round = 0; round < 3; round++) {
      await carry(second, first);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await carry(first, second);
      await new Promise((resolve) => setTimeout(resolve, 2500));
    }
    expect(await ticks(first)).toBe('-xxx');
    expect(await ticks(second)).toBe('-xxx');
    const before = await syncedArea(first);
    await carry(first, second);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await syncedArea(first)).toEqual(before);
    expect(await syncedArea(second)).toEqual(before);
  });
});

describe('two computers with two panels on one of them', () => {
  const computers = useComputers();

  test('lose nothing where two panels tick, a file is taken in and sync runs, all at once', async () => {
    const [first, second] = computers as [Computer, Computer];
    await switchOn(first);
    await switchOn(second);
    const page = await first.reader.newWindow(PROGRAM);
    const other = { ...first, panel: await first.reader.openPanel(page) };
    await untilSection(other.panel, SECTIONS.programs);
    await other.panel.waitFor(() => document.querySelector('main input:not(:disabled)'));
    const time = Date.now();
    const records = ['one', 'two', 'three'].map((resource) => ({
      key: ['community-learning-pathway', 'visit', resource, '2026-01-01'],
      value: true,
      time,
      count: 0,
      device: 'a third',
    }));
    const exported = new Date(time).toISOString();
    const file = JSON.stringify({ format: 'waymark-progress', version: 1, exported, app: '0.2.0', records });
    await first.panel.click('header .tool:last-child');
    await first.panel.waitFor(() => document.querySelector('.settings input[type=file]'));
    await first.panel.evaluate((content) => {
      const field = document.querySelector<HTMLInputElement>(
        '.settings input[type=file]',
      ) as HTMLInputElement;
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], 'a-copy.json'));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, file);
    await first.panel.waitFor(() => document.querySelector('.card .primary'));
    // All in one breath: the import, ticks in both panels on the same boxes, and what comes from the other computer.
    await Promise.all([
      first.panel.evaluate(() => document.querySelector<HTMLElement>('.card .primary')?.click()),
      tick(first, 0),
      tick(other, 1),
      tick(other, 2),
      tick(second, 3),
      carry(second, first),
      carry(first, second),
    ]);
    /** How many of the file's visits are kept. */
    const taken = async ({ reader }: Computer) =>
      (await reader.evaluateInExtension(recordKeys)).filter(([, , , day]) => day === '2026-01-01').length;
    const ends = async () => [
      ...(await Promise.all([ticks(first), ticks(other), ticks(second)])),
      ...(await Promise.all([taken(first), taken(second)])),
    ];
    const alike = JSON.stringify(['xxxx', 'xxxx', 'xxxx', 3, 3]);
    for (let round = 0; round < 10 && JSON.stringify(await ends()) !== alike; round++) {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await carry(round % 2 ? second : first, round % 2 ? first : second);
    }
    expect(JSON.stringify(await ends())).toBe(alike);
    await page.close();
  });
});
