import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { KEPT, keptCourses } from '../../bench/many-courses.ts';
import { until } from '../../browsers/poll.ts';
import type { Panel } from '../../browsers/reader.ts';
import { countReads, readsSince } from '../../browsers/reads.ts';
import { fixedPartOf } from '../../texts.ts';
import {
  click,
  dialog,
  named,
  nth,
  region,
  seen,
  textbox,
  untilGone,
  untilSeen,
  within,
} from '../by-role.ts';
import { recordKeys } from '../clipboard-and-records.ts';
import { putRecords } from '../followed-courses.ts';
import { untilNoticed } from '../notices.ts';
import { untilWritable } from '../panel-parts.ts';
import { HANDBOOK, SECTIONS, untilSection, useSession } from '../session.ts';

/** A built-in course, and a copy with the same item ids and a page that no other course has. */
const original = builtInCourses.at(-1);
const copies = (count: number) => keptCourses(count).filter(({ key }) => key[1] !== 'setting');
const boxes = within(region('objectives.all'), named('checkbox'));
const ticksIn = async (panel: Panel) =>
  (await seen(panel, boxes)).map(({ checked, disabled }) => ({ checked, disabled }));

describe('what is shown of a course', () => {
  const session = useSession();

  /** Opens the panel next to the original's page, with its first objective ticked and the copy in the library. */
  async function withTick(): Promise<{ page: Page; panel: Panel }> {
    const page = await session.reader.newPage(original?.address);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    await click(panel, nth(boxes, 0));
    await untilSeen(panel, boxes, ({ checked }) => checked === true);
    await putRecords(panel, copies(1));
    return { page, panel };
  }

  test('is nothing of another, even if its own progress can’t be read', async () => {
    const { page, panel } = await withTick();
    await panel.evaluate(() => {
      const { getAll } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.getAll = function (...args: Parameters<typeof getAll>) {
        const [range] = args;
        if (range instanceof IDBKeyRange && range.lower?.[0] === 'kept-course-0' && range.lower.length === 1)
          throw new DOMException('it is damaged', 'DataError');
        return getAll.apply(this, args);
      };
    });
    await page.goto(KEPT.url);
    await untilSection(panel, KEPT.section);
    await untilNoticed(panel, fixedPartOf('notice.database'));
    const ticks = await ticksIn(panel);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks).toEqual(ticks.map(() => ({ checked: false, disabled: true })));
    await page.goto(original?.address ?? '');
    await untilSeen(panel, boxes, ({ checked, disabled }) => checked === true && !disabled);
  });

  test('is at no moment another’s, however long its own takes to read', async () => {
    const { page, panel } = await withTick();
    await panel.evaluate(() => {
      const { getAll } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.getAll = function (...args: Parameters<typeof getAll>) {
        const [range] = args;
        // A record that is requested repeatedly keeps the transaction open.
        const hold = (left: number) => {
          if (left > 0) this.get(['', '']).onsuccess = () => hold(left - 1);
        };
        if (range instanceof IDBKeyRange && range.lower?.[0] === 'kept-course-0') hold(2000);
        return getAll.apply(this, args);
      };
      // The courses that were shown together with a tick, at every change.
      const titles = new Set<string | null | undefined>();
      Object.assign(window, { titles });
      const look = () => {
        if (document.querySelector('input:checked')) titles.add(document.querySelector('h1')?.textContent);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(KEPT.url);
    await untilSection(panel, KEPT.section);
    await untilSeen(panel, boxes, ({ disabled }) => !disabled);
    const titles = await panel.evaluate(() => [...(Reflect.get(window, 'titles') as Set<string>)]);
    expect(titles).not.toContain(KEPT.section);
  });
});

describe('one action', () => {
  const session = useSession();

  test('that failed in its last part has saved nothing, and a note that is saved again is there once', async () => {
    const page = await session.reader.newPage(original?.address);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    await panel.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, ...key) {
        if (value?.key?.[1] !== 'setting') return put.call(this, value, ...key);
        IDBObjectStore.prototype.put = put;
        throw new DOMException('it is damaged', 'DataError');
      };
    });
    await panel.press('n');
    await click(panel, textbox('note.words'));
    for (const letter of 'Once') await panel.press(letter);
    const save = within(dialog('note.title'), named('button'));
    const saving = (await seen(panel, save)).findIndex(({ name }) => name === fixedPartOf('note.save'));
    await click(panel, nth(save, saving));
    await panel.waitFor(
      (text) => document.querySelector('dialog')?.textContent?.includes(text),
      fixedPartOf('notice.write'),
    );
    const notes = async () => (await recordKeys(panel.evaluate)).filter(([, kind]) => kind === 'note');
    expect(await notes()).toEqual([]);
    await click(panel, nth(save, saving));
    await untilGone(panel, named('dialog'));
    expect(await notes()).toHaveLength(1);
  });
});

describe('the report of a page', () => {
  const session = useSession();

  test('stays, and its visit counts, if the previous page fails to answer only later', async () => {
    const shown = `${HANDBOOK}company/stewardship/`;
    const page = await session.reader.newPage(shown);
    const old = await session.reader.newPage(`${HANDBOOK}values/`);
    const panel = await session.reader.openPanel(old);
    await untilSection(panel, SECTIONS.practices);
    await page.bringToFront();
    await untilSection(panel, SECTIONS.strategy);
    // This page is asked, but it is busy, and closed before it answers.
    await old.evaluate(() => {
      setTimeout(() => {
        for (const until = Date.now() + 20_000; Date.now() < until; );
      });
    });
    await old.bringToFront();
    await untilSection(panel, SECTIONS.practices);
    await page.bringToFront();
    await untilSection(panel, SECTIONS.strategy);
    await old.close();
    const visits = async () => (await recordKeys(panel.evaluate)).filter(([, kind]) => kind === 'visit');
    await until('the visit is saved', async () => (await visits()).length > 0, 10_000);
  }, 40_000);
});

describe('with 100 followed courses', () => {
  const session = useSession();

  test('scrolling reads none of them, while the reading place is saved', async () => {
    const page = await session.reader.newPage(KEPT.url);
    const before = await session.reader.openPanel(page);
    await before.waitFor(() => document.querySelector('h1'));
    await putRecords(before, copies(100));
    await before.close();
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, KEPT.section);
    const visited = async () => (await recordKeys(panel.evaluate)).some(([, kind]) => kind === 'visit');
    await until('the page counts as visited', visited);
    const saved = async () => Object.keys(await panel.evaluate(() => chrome.storage.local.get(null)));
    const noted = async () =>
      (await saved()).some((key) => key.startsWith('journal:') && !key.startsWith('journal:place'));
    await until('a snapshot contains the visit', async () => !(await noted()));
    await panel.evaluate(countReads);
    let packs = 0;
    for (const top of [300, 900, 1500]) {
      await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
      await until('the reading place is saved', async () => {
        const read = await panel.evaluate(readsSince);
        packs += read?.packs ?? 0;
        return (read?.places ?? 0) > 0;
      });
    }
    expect(packs).toBe(0);
  });
});
