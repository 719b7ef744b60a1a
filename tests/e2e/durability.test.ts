import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { fixedPartOf, t } from '../texts.ts';
import { button, click as press } from './by-role.ts';
import { areaKeys, deleteDatabase } from './clipboard-and-records.ts';
import { noticesIn, untilNoticed } from './notices.ts';
import { openFold, untilWritable } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

const tickedIn = async (panel: Panel) =>
  (await objectivesIn(panel))
    .filter(({ ticked }) => ticked)
    .map(({ text }) => text)
    .sort();

/** Ticks or unticks the objective with this text, and waits until the panel shows it. */
async function click(panel: Panel, text: string, value: boolean): Promise<void> {
  if ((await tickedIn(panel)).includes(text) === value) return;
  const nth = (await objectivesIn(panel)).findIndex((objective) => objective.text === text);
  // Not with the mouse: several calls run at once, and a panel has only one mouse.
  await panel.evaluate(
    (region, index) =>
      document.querySelectorAll<HTMLElement>(`section[aria-label="${region}"] input`)[index]?.click(),
    t('objectives.all'),
    nth,
  );
  await expect.poll(async () => (await tickedIn(panel)).includes(text)).toBe(value);
}

describe('nothing that the reader did is lost', () => {
  const session = useSession();
  const open = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilWritable(panel);
    const [first = '', second = '', third = ''] = (await objectivesIn(panel)).map(({ text }) => text);
    return { page, panel, first, second, third };
  };

  test('when the database is deleted under the open panel: it is restored, and the reader is told', async () => {
    const { page, panel, first, second } = await open();
    await click(panel, first, true);
    await expect.poll(() => areaKeys(panel, 'snapshot:'), { timeout: 30_000 }).toHaveLength(2);
    await expect.poll(() => areaKeys(panel, 'journal:'), { timeout: 30_000 }).toEqual([]);
    await click(panel, second, true);
    await expect.poll(() => areaKeys(panel, 'journal:')).not.toEqual([]);
    await panel.evaluate(deleteDatabase);
    await untilNoticed(panel, fixedPartOf('notice.restored', 2));
    await expect.poll(() => tickedIn(panel)).toEqual([first, second].sort());
    await press(panel, button('notice.dismiss'));
    await expect.poll(() => noticesIn(panel)).toBe('');
    await panel.close();
    const again = await session.reader.openPanel(page);
    await openFold(again, 'objectives.all');
    await expect.poll(() => tickedIn(again)).toEqual([first, second].sort());
    expect(await noticesIn(again)).toBe('');
    await page.close();
  });

  test('when the extension is loaded anew with the panel open', async () => {
    const { page, panel, first } = await open();
    await click(panel, first, true);
    await session.reader.updateExtension();
    await page.reload();
    const again = await session.reader.openPanel(page);
    await untilSection(again, SECTIONS.programs);
    await openFold(again, 'objectives.all');
    await expect.poll(() => tickedIn(again)).toEqual([first]);
    await page.close();
  });

  test('when several panels tick at once: all end in the same state', async () => {
    const { page, panel, first, second, third } = await open();
    const other = await session.reader.newWindow(`${HANDBOOK}engineering/`);
    const otherPanel = await session.reader.openPanel(other);
    await untilWritable(otherPanel);
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        click(panel, first, true),
        click(otherPanel, second, true),
        panel
          .evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)))
          .then(() => click(panel, third, true)),
      ]);
      const all = [first, second, third].sort();
      await expect.poll(() => tickedIn(panel)).toEqual(all);
      await expect.poll(() => tickedIn(otherPanel)).toEqual(all);
      await Promise.all([click(otherPanel, first, false), click(panel, second, false)]);
      await click(otherPanel, third, false);
      await expect.poll(() => tickedIn(panel)).toEqual([]);
      await expect.poll(() => tickedIn(otherPanel)).toEqual([]);
    }
    await other.close();
    await page.close();
  });

  test('when something else has the database’s name: progress is restored from backups, into the fallback storage', async () => {
    const { page, panel, first } = await open();
    await click(panel, first, true);
    await expect.poll(() => areaKeys(panel, 'journal:')).not.toEqual([]);
    await panel.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          indexedDB.deleteDatabase('waymark');
          const opening = indexedDB.open('waymark', 3);
          opening.onupgradeneeded = () => opening.result.createObjectStore('other');
          opening.onsuccess = () => resolve(opening.result.close());
          opening.onerror = () => reject(opening.error);
        }),
    );
    await untilNoticed(panel, fixedPartOf('notice.area'));
    await expect.poll(() => tickedIn(panel)).toEqual([first]);
    await click(panel, first, false);
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilNoticed(again, fixedPartOf('notice.area'));
    await untilWritable(again);
    expect(await tickedIn(again)).toEqual([]);
    await page.close();
  });

  test('when a newer version wrote the database: it is shown, and nothing can be ticked', async () => {
    const { page, panel, third } = await open();
    await panel.evaluate(
      (objective) =>
        new Promise<void>((resolve, reject) => {
          indexedDB.deleteDatabase('waymark');
          const opening = indexedDB.open('waymark', 99);
          opening.onupgradeneeded = () => {
            const store = opening.result.createObjectStore('records', { keyPath: 'key' });
            const course = 'community-learning-pathway';
            const stamp = { time: 1, count: 0, device: '' };
            store.put({ key: [course, 'completion', objective], value: true, ...stamp });
            store.put({ key: [course, 'star', objective], value: 5, ...stamp, more: 'to come' });
          };
          opening.onsuccess = () => resolve(opening.result.close());
          opening.onerror = () => reject(opening.error);
        }),
      'team-programs',
    );
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilNoticed(again, t('notice.newer'));
    await openFold(again, 'objectives.all');
    await expect.poll(() => tickedIn(again)).toEqual([third]);
    const disabled = () => [...document.querySelectorAll('input')].every((input) => input.disabled);
    expect(await again.evaluate(disabled)).toBe(true);
    await page.close();
  });
});
