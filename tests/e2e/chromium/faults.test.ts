import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { until } from '../../browsers/poll.ts';
import { t } from '../../texts.ts';
import { noticesIn, untilNoticed } from '../notices.ts';
import { buildFor, objectivesIn, RELATIONS, SECTIONS, untilSection, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
/** The box of the section's objective. */
const FIRST = `section[aria-label="${t('objectives.then')}"] input`;
const isTicked = (of: string) => document.querySelector<HTMLInputElement>(of)?.checked;

describe('whatever the browser does', () => {
  const session = useSession();

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
  });

  test('an older Waymark in another window that does not let go is reported, and waited for', async () => {
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
    await untilNoticed(panel, t('notice.blocked'));
    await old.evaluate(() => (Reflect.get(window, 'held') as IDBDatabase).close());
    await panel.waitFor(isTicked, FIRST);
    await until('no notice is shown any more', async () => (await noticesIn(panel)) === '');
  });
});

describe('without space on the disk', () => {
  // A quota can only be set for an extension without `unlimitedStorage`. Nothing else differs.
  const folder = mkdtempSync(join(tmpdir(), 'waymark-build-'));
  cpSync(buildFor('chromium'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions = manifest.permissions.filter((name: string) => name !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify(manifest));
  const session = useSession({ extensionDir: folder });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a tick is not shown, the reader is told, and it works again when there is space', async () => {
    const { reader } = session;
    const page = await reader.newPage(PROGRAM);
    const panel = await reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const [target] = page
      .browser()
      .targets()
      .filter((each) => each.url().endsWith('sidepanel.html'));
    const devtools = await (await target?.asPage())?.createCDPSession();
    const origin = reader.extensionUrl.slice(0, -1);
    const ticked = async () => (await objectivesIn(panel)).filter((objective) => objective.ticked).length;
    const isTold = async () => (await noticesIn(panel)).includes(t('notice.full'));
    await devtools?.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // The browser continues for some seconds with the space that it had cached. Until then, each click ticks or unticks.
    let before = 0;
    await until('the browser refuses', async () => {
      before = await ticked();
      await panel.click(FIRST);
      await until('the click has had an effect', async () => (await isTold()) || (await ticked()) !== before);
      return isTold();
    });
    expect(await ticked()).toBe(before);
    await devtools?.send('Storage.overrideQuotaForOrigin', { origin });
    // In the same way, it continues for some seconds without space. Then a click has no effect to wait for.
    await until('it works again', async () => {
      await panel.click(FIRST);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await ticked()) !== before;
    });
    await until('no notice is shown any more', async () => !(await isTold()));
  });
});
