import { describe, expect, test } from 'vitest';
import type { Reader } from '../browsers/reader.ts';
import { BAKERY, coursePage } from '../fixtures/course-pages.ts';
import { type Dump, dumps, type Stored } from '../fixtures/databases.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { fill, kept, press, untilNoticed } from './kept-by-version.ts';
import { openLibrary, titlesIn } from './library-sheet.ts';
import { untilClosed, VALUES } from './note-sheet.ts';
import { HANDBOOK, objectivesIn, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const COURSE = 'community-learning-pathway';
const NEWER = 'A newer Waymark has written your progress. It is shown';
const dump = dumps.at(-1)?.[1];
if (!dump) throw new Error('there is no dump');
const records = (dump.stores.records?.values ?? []) as Stored[];
const stamp = { time: 1, count: 0, device: 'another' };
/** What only a later version knows: a kind, and a shape of a known kind. */
const STRANGE: Stored[] = [
  { key: [COURSE, 'star', 'team-value'], value: { stars: 5 }, ...stamp },
  { key: [COURSE, 'completion', 'team-programs'], value: { ticked: true, how: 'well' }, ...stamp },
] as Stored[];
/** The dump with other records, and with other stores beside them. */
const withRecords = (values: unknown[], more: Dump['stores'] = {}): Dump => ({
  ...dump,
  stores: { ...dump.stores, records: { keyPath: 'key', autoIncrement: false, values }, ...more },
});
const asideOf = (values: unknown[]) => ({ keyPath: null, autoIncrement: true, values });
/** Copies as a later version may make them. */
const area = {
  ...dump.area,
  sync: true,
  'snapshot:latest': { format: 2, time: 1, parts: ['a form that is not known here'] },
  'journal:9999999999999-later': { form: 2, records: STRANGE },
};
/** The synced area as a later version may write it. */
const shards = Object.fromEntries(
  Array.from({ length: 32 }, (_, at) => [`progress.${at.toString(36)}`, { version: 2, parts: [at] }]),
);

/** Whether the button with this name cannot be pressed. Runs in the panel. */
const isOff = (name: string) => {
  const buttons = [...document.querySelectorAll('button')];
  return buttons.find(({ ariaLabel, textContent }) => (ariaLabel ?? textContent) === name)?.disabled;
};

describe('where a later version was', () => {
  const session = useSession({ keepsState: true });
  const open = async () => {
    const page = await session.reader.newPage(VALUES);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await panel.evaluate(() => {
      const note = ({ reason }: PromiseRejectionEvent) => {
        document.documentElement.dataset.trouble = String(reason);
      };
      addEventListener('unhandledrejection', note);
    });
    return { page, panel };
  };
  const inExtension: Reader['evaluateInExtension'] = (fn, ...args) =>
    session.reader.evaluateInExtension(fn, ...args);

  test('and its database, copies and synced parts are in other forms: all is shown, told, and left as it was', async () => {
    const later = withRecords([...records, ...STRANGE], { stars: asideOf([{ of: 'a later version' }]) });
    await inExtension(fill, { ...later, version: 99, area }, shards);
    const before = await inExtension(kept);
    const { page, panel } = await open();
    await untilNoticed(panel, NEWER);
    expect((await objectivesIn(panel)).filter(({ ticked }) => ticked)).toHaveLength(2);
    await untilRegionShows(panel, 'Resources', 'Then listen');
    expect(
      await panel.evaluate(() =>
        [...document.querySelectorAll('main input')].every((box) => box.matches(':disabled')),
      ),
    ).toBe(true);

    // Whatever the reader tries is told, and what was written stays where it can be copied.
    await panel.press('n');
    await panel.waitFor(() => document.querySelector('dialog textarea'));
    await panel.click('dialog textarea');
    await panel.press('x');
    await panel.click('dialog button[type="submit"]');
    await panel.waitFor((text) => document.querySelector('dialog')?.textContent?.includes(text), NEWER);
    await panel.press('Escape');
    await untilClosed(panel);
    await panel.click('header .tool[aria-label="Settings"]');
    await untilRegionShows(panel, 'Other computers', '32 parts of what is there');
    for (const name of ['Start the course over', 'Delete everything …']) {
      expect(await panel.evaluate(isOff, name)).toBe(true);
    }
    await panel.press('Escape');
    await untilClosed(panel);
    await openLibrary(panel);
    expect(await titlesIn(panel)).toContain('How we build');
    for (const name of ['Move down: Community Learning Pathway', 'Remove: How we build']) {
      expect(await panel.evaluate(isOff, name)).toBe(true);
    }
    await panel.press('Escape');
    await untilClosed(panel);
    session.server.setPage(BAKERY, coursePage('modules'));
    await page.goto(new URL(BAKERY, HANDBOOK).href);
    await press(panel, 'Take the changes over');
    await untilRegionShows(panel, 'You are here', NEWER);
    // What is done when the panel is idle is done by then.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(await panel.evaluate(() => document.documentElement.dataset.trouble)).toBeUndefined();
    await panel.close();
    await page.close();
    expect(await inExtension(kept)).toBe(before);
  });

  test('and only some records are strange: they are kept aside as they are, and the rest can be ticked', async () => {
    await inExtension(fill, { ...withRecords([...records, ...STRANGE]), area }, shards);
    const { page, panel } = await open();
    await untilNoticed(panel, '3 stored entries could not be read');
    const aside = await panel.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const opening = indexedDB.open('waymark');
          opening.onsuccess = () => {
            const all = opening.result.transaction('setAside').objectStore('setAside').getAll();
            all.onsuccess = () => resolve(all.result.map(({ found }) => found));
            opening.result.close();
          };
        }),
    );
    for (const record of STRANGE) expect(aside).toContainEqual(record);
    await panel.click('.objectives input:not(:checked)');
    await expect.poll(async () => (await objectivesIn(panel)).filter(({ ticked }) => ticked).length).toBe(3);
    await panel.close();
    await page.close();
  });

  test('and this one is the later that comes back: what the earlier set aside is here again', async () => {
    const notes = records.filter(({ key }) => key[1] === 'note');
    const setAside = asideOf([...notes, STRANGE[0]].map((found) => ({ found, time: 1 })));
    await inExtension(
      fill,
      withRecords(
        records.filter((each) => !notes.includes(each)),
        { setAside },
      ),
    );
    const { page, panel } = await open();
    await untilRegionShows(panel, 'Resources', 'Then listen');
    await untilRegionShows(panel, 'Resources', 'Ask first');
    const now: Stored[] = await panel.evaluate(recordsAfter, []);
    for (const note of notes) expect(now).toContainEqual(note);
    // The strange one, and what nobody can read.
    await untilNoticed(panel, '2 stored entries could not be read');
    await panel.close();
    await page.close();
  });
});
