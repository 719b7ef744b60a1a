import { describe, expect, test } from 'vitest';
import type { Panel, Reader } from '../browsers/reader.ts';
import { BAKERY, coursePage } from '../fixtures/course-pages.ts';
import { type Dump, dumps, type Stored } from '../fixtures/databases.ts';
import { t } from '../texts.ts';
import { button, click, dialog, named, region, seen, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { openCourseMenu, openLibrary, titlesIn } from './library-sheet.ts';
import { untilClosed, VALUES } from './note-sheet.ts';
import { noticesIn, untilNoticed } from './notices.ts';
import { openSettings, tick, untilCourse } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';
import { fill, kept } from './stored-by-version.ts';

const COURSE = 'community-learning-pathway';
const NEWER = t('notice.newer');
const dump = dumps.at(-1)?.[1];
if (!dump) throw new Error('there is no dump');
const records = (dump.stores.records?.values ?? []) as Stored[];
const stamp = { time: 1, count: 0, device: 'another' };
/** Data that only a later version knows: a new kind of record, and a new form of a known kind. */
const STRANGE: Stored[] = [
  { key: [COURSE, 'star', 'team-value'], value: { stars: 5 }, ...stamp },
  { key: [COURSE, 'completion', 'team-programs'], value: { ticked: true, how: 'well' }, ...stamp },
] as Stored[];
/** Returns the dump with other records, and with additional stores. */
const withRecords = (values: unknown[], more: Dump['stores'] = {}): Dump => ({
  ...dump,
  stores: { ...dump.stores, records: { keyPath: 'key', autoIncrement: false, values }, ...more },
});
const asideOf = (values: unknown[]) => ({ keyPath: null, autoIncrement: true, values });
/** Backups in a form that a later version may use. */
const area = {
  ...dump.area,
  sync: true,
  'snapshot:latest': { format: 2, time: 1, parts: ['a form that is not known here'] },
  'journal:9999999999999-later': { form: 2, records: STRANGE },
};
/** A synced area in a form that a later version may use. */
const shards = Object.fromEntries(
  Array.from({ length: 32 }, (_, at) => [`progress.${at.toString(36)}`, { version: 2, parts: [at] }]),
);

const isOff = async (panel: Panel, name: string) => (await untilSeen(panel, named('button', name))).disabled;

describe('after a later version was used', () => {
  const session = useSession();
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

  test('if its database, backups and synced parts have other forms: all is shown, reported, and left as it was', async () => {
    const later = withRecords([...records, ...STRANGE], { stars: asideOf([{ of: 'a later version' }]) });
    await inExtension(fill, { ...later, version: 99, area }, shards);
    const before = await inExtension(kept);
    const { page, panel } = await open();
    await untilNoticed(panel, NEWER);
    expect((await objectivesIn(panel)).filter(({ ticked }) => ticked)).toHaveLength(2);
    await untilRegionShows(panel, t('resources.title'), 'Then listen');
    const boxes = await seen(panel, within(named('main'), named('checkbox')));
    expect(boxes).not.toEqual([]);
    expect(boxes.every(({ disabled }) => disabled)).toBe(true);

    // Every attempt of the reader is reported, and what they wrote stays where they can copy it.
    await panel.press('n');
    await click(panel, within(dialog('note.title'), named('textbox')));
    await panel.press('x');
    await click(panel, within(dialog('note.title'), button('note.save')));
    await untilSeen(panel, dialog('note.title'), ({ text }) => text.includes(NEWER));
    await panel.press('Escape');
    await untilClosed(panel);
    await openSettings(panel);
    await untilRegionShows(panel, t('sync.title'), t('sync.leftAlone', 32));
    for (const key of ['startOver.resetCourse', 'startOver.deleteEverything']) {
      expect(await isOff(panel, t(key))).toBe(true);
    }
    await panel.press('Escape');
    await untilClosed(panel);
    await openLibrary(panel);
    expect(await titlesIn(panel)).toContain('How we build');
    for (const [title, key] of [
      ['Community Learning Pathway', 'library.down'],
      ['How we build', 'library.remove'],
    ] as const) {
      await openCourseMenu(panel, title);
      expect(await isOff(panel, t(key))).toBe(true);
      await panel.press('Escape');
      await panel.waitFor(() => !document.querySelector(':popover-open'));
    }
    await panel.press('Escape');
    await untilClosed(panel);
    session.server.setPage(BAKERY, coursePage('modules'));
    await page.goto(new URL(BAKERY, HANDBOOK).href);
    await untilCourse(panel, 'Training for Tasters');
    // Cards are shown one at a time: what was not saved, the newer version, and then the changes of the course.
    const cards = within(region('here.title'), button('notice.dismiss'));
    await untilSeen(panel, cards);
    while ((await seen(panel, cards)).length > 0) await click(panel, cards);
    expect(await noticesIn(panel)).toBe('');
    await click(panel, button('living.takeOver'));
    await untilRegionShows(panel, t('here.title'), NEWER);
    // Maintenance starts after five idle seconds, so it has run by now. The wait is by the panel's clock, even on a slow machine.
    await panel.evaluate(
      () => new Promise((done) => setTimeout(() => requestIdleCallback(() => setTimeout(done)), 6000)),
    );
    expect(await panel.evaluate(() => document.documentElement.dataset.trouble)).toBeUndefined();
    await panel.close();
    await page.close();
    expect(await inExtension(kept)).toBe(before);
  });

  test('if only some records are strange: they are quarantined unchanged, and the rest can be ticked', async () => {
    await inExtension(fill, { ...withRecords([...records, ...STRANGE]), area }, shards);
    const { page, panel } = await open();
    await untilNoticed(panel, t('notice.setAside', 3));
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
    const left = (await objectivesIn(panel)).findIndex(({ ticked }) => !ticked);
    await tick(panel, left);
    await expect.poll(async () => (await objectivesIn(panel)).filter(({ ticked }) => ticked).length).toBe(3);
    await panel.close();
    await page.close();
  });

  test('and the later version returns: what the earlier version quarantined is here again', async () => {
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
    await untilRegionShows(panel, t('resources.title'), 'Then listen');
    await untilRegionShows(panel, t('resources.title'), 'Ask first');
    const now: Stored[] = await panel.evaluate(recordsAfter, []);
    for (const note of notes) expect(now).toContainEqual(note);
    // The unknown record, and one that no version can read.
    await untilNoticed(panel, t('notice.setAside', 2));
    await panel.close();
    await page.close();
  });
});
