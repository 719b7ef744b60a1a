import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import { until } from '../../browsers/poll.ts';
import type { Reader } from '../../browsers/reader.ts';
import { type HandbookServer, serveHandbook } from '../../fixtures/server.ts';
import { buildFor, objectivesIn, RELATIONS, SECTIONS, untilSection, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const FIRST = 'section[aria-label="Objectives"] input';
const told = (words: string) => document.querySelector('[role="status"]')?.textContent?.includes(words);
const isTicked = (of: string) => document.querySelector<HTMLInputElement>(of)?.checked;

describe('whatever the browser does', () => {
  const session = useSession({ keepsState: true });

  test('a tick needs no background: it is stopped in the middle', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const worker = await page.browser().target().createCDPSession();
    for (const target of page.browser().targets()) {
      if (target.type() !== 'service_worker') continue;
      await panel.click(FIRST);
      await worker.send('Target.closeTarget', { targetId: Reflect.get(target, '_targetId') as string });
    }
    await panel.waitFor(isTicked, FIRST);
    await panel.close();
    const again = await session.reader.openPanel(page);
    await again.waitFor(isTicked, FIRST);
    await page.close();
  });

  test('an older Waymark in another window that does not let go is told, and waited for', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const old = await session.reader.newPage(`${session.reader.extensionUrl}manifest.json`);
    await old.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.deleteDatabase('waymark');
          const opening = indexedDB.open('waymark', 1);
          opening.onupgradeneeded = () => {
            const store = opening.result.createObjectStore('records', { keyPath: 'key' });
            store.put({
              key: ['community-learning-pathway', 'completion', 'team-programs'],
              value: true,
              time: 1,
            });
            opening.result.createObjectStore('setAside', { autoIncrement: true });
          };
          opening.onsuccess = () => {
            Object.assign(window, { held: opening.result });
            resolve();
          };
        }),
    );
    const panel = await session.reader.openPanel(page);
    await panel.waitFor(told, 'An older Waymark is still open');
    await old.evaluate(() => (Reflect.get(window, 'held') as IDBDatabase).close());
    await panel.waitFor(isTicked, FIRST);
    await panel.waitFor(() => document.querySelector('[role="status"]')?.textContent === '');
    await old.close();
    await page.close();
  });
});

describe('without room on the disk', () => {
  let folder: string;
  let server: HandbookServer;
  let reader: Reader;
  beforeAll(async () => {
    // A quota can only be set for an extension without `unlimitedStorage`; nothing else differs.
    folder = await mkdtemp(join(tmpdir(), 'waymark-build-'));
    await cp(buildFor('chromium'), folder, { recursive: true });
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    manifest.permissions = manifest.permissions.filter((name: string) => name !== 'unlimitedStorage');
    await writeFile(file, JSON.stringify(manifest));
    server = await serveHandbook();
    reader = await launchChromium({ server, extensionDir: folder });
  });
  afterAll(async () => {
    await reader?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a tick is not shown, the reader is told, and it works again when there is room', async () => {
    const page = await reader.newPage(PROGRAM);
    const panel = await reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const [target] = page
      .browser()
      .targets()
      .filter((each) => each.url().endsWith('sidepanel.html'));
    const session = await (await target?.asPage())?.createCDPSession();
    const origin = reader.extensionUrl.slice(0, -1);
    const ticked = async () => (await objectivesIn(panel)).filter((objective) => objective.ticked).length;
    await session?.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // The browser goes on for some seconds with the room that it found before.
    let before = 0;
    await until(
      'the browser refuses',
      async () => {
        before = await ticked();
        await panel.click(FIRST);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return panel.evaluate(told, 'no room left');
      },
      30_000,
    );
    expect(await ticked()).toBe(before);
    await session?.send('Storage.overrideQuotaForOrigin', { origin });
    await until(
      'it works again',
      async () => {
        await panel.click(FIRST);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return (await ticked()) !== before;
      },
      30_000,
    );
    expect(await panel.evaluate(told, 'no room left')).toBe(false);
    await page.close();
  });
});
