import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t } from '../texts.ts';
import {
  button,
  click,
  combobox,
  containing,
  dialog,
  named,
  nth,
  region,
  seen,
  textbox,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { actionsFor, importPack, openLibrary, titlesIn } from './library-sheet.ts';
import { closeSheet, openFolds, openSettings, openView, tick, type, untilWritable } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, useSession } from './session.ts';

const ENGINEERING = `${HANDBOOK}engineering/`;
const PROGRAM = `${RELATIONS}programs/education-program/`;
const PATHWAY = 'Community Learning Pathway';
const SETTINGS = dialog('settings.title');
const HISTORY = within(SETTINGS, region('history.title'));

/** Returns which of these elements, given as selectors, aren't whole within the window. Runs in the panel. */
const outOfSight = (...selectors: string[]) =>
  selectors.filter((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return !box || box.height === 0 || box.top < -0.5 || box.bottom > innerHeight + 0.5;
  });

/** Returns the height of what doesn't fit into the view that is open, in px, and scrolls to its end. */
const scrollToEnd = (panel: Panel) =>
  panel.evaluate(() => {
    const content = document.querySelector('dialog .scrolled');
    content?.scrollTo(0, content.scrollHeight);
    return content ? content.scrollHeight - content.clientHeight : 0;
  });

describe('in every view', () => {
  const session = useSession();
  const begin = async (address: string) => {
    const page = await session.reader.newPage(address);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    await panel.resize(360, 700);
    return { page, panel };
  };

  test('the title and the way back stay in sight, and so does the one primary action', async () => {
    const { panel } = await begin(PROGRAM);
    for (const [key, primary] of [
      ['header.courses', true],
      ['outdated.title', true],
      ['keys.title', false],
      ['settings.title', false],
    ] as const) {
      await openView(panel, key);
      await untilSeen(panel, within(named('dialog'), named('heading')));
      await openFolds(panel);
      const parts = ['dialog h1', 'dialog .back', ...(primary ? ['dialog .primary'] : [])];
      expect.soft(await panel.evaluate(outOfSight, ...parts), key).toEqual([]);
      await scrollToEnd(panel);
      expect.soft(await panel.evaluate(outOfSight, ...parts), key).toEqual([]);
      const buttons = await panel.evaluate(() => document.querySelectorAll('dialog .primary').length);
      expect.soft(buttons, key).toBe(Number(primary));
      await closeSheet(panel);
    }
  });

  test('the way back leads to the view that it was opened from', async () => {
    const { panel } = await begin(PROGRAM);
    await openView(panel, 'settings.title');
    await click(panel, within(SETTINGS, button('course.all')));
    const library = dialog('library.title');
    await click(panel, within(library, button('back')));
    await untilGone(panel, library);
    await untilSeen(panel, within(SETTINGS, button('course.all')), ({ focused }) => focused);
    // Choosing a course shows it, whatever the library was opened from.
    await click(panel, within(SETTINGS, button('course.all')));
    await click(panel, within(library, named('button', PATHWAY)));
    await untilGone(panel, named('dialog'));
    await untilSeen(panel, within(named('banner'), button('header.menu')), ({ focused }) => focused);
  });

  test('the settings begin with the audience, the course, sync and backups, and the rest is folded', async () => {
    const { panel } = await begin(PROGRAM);
    await openView(panel, 'settings.title');
    await untilSeen(panel, within(SETTINGS, combobox('audience')));
    const names = (await seen(panel, within(SETTINGS, named('region')))).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['learning', 'sync', 'backup'].map((part) => t(`${part}.title`)));
    expect(names.at(-1)).toBe(t('history.title'));
    const order = (await seen(panel, within(SETTINGS, named('combobox')))).map(({ name }) => name);
    expect(order).toEqual([t('audience'), t('learning.course')]);
    expect(await scrollToEnd(panel)).toBe(0);
    for (const part of names.slice(3)) {
      const fold = nth(within(SETTINGS, within(named('region', part), named('button'))), 0);
      expect((await untilSeen(panel, fold)).expanded, part).toBe(false);
    }
  });

  test('a history of more than ten actions can be filtered, and shows all days then', async () => {
    const { panel } = await begin(PROGRAM);
    await tick(panel, 0);
    await openSettings(panel);
    await untilSeen(panel, within(HISTORY, named('listitem')));
    const filter = within(HISTORY, textbox('history.filter'));
    expect(await seen(panel, filter)).toEqual([]);
    await closeSheet(panel);
    for (let times = 0; times < 5; times++) for (const ticked of [false, true]) await tick(panel, 1, ticked);
    await openSettings(panel);
    const items = async () => (await seen(panel, within(HISTORY, named('listitem')))).length;
    await untilSeen(panel, filter);
    const all = await items();
    expect(all).toBeGreaterThan(10);
    await click(panel, filter);
    await type(panel, 'zzz');
    await expect.poll(items).toBe(0);
    await untilSeen(panel, HISTORY, ({ text }) => text.includes(t('filter.nothing')));
    // Escape empties the field, and closes the view the next time.
    await panel.press('Escape');
    await expect.poll(items).toBe(all);
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
  });

  test('a course shows how far the reader is, and more than ten courses can be filtered', async () => {
    const { panel } = await begin(ENGINEERING);
    await openLibrary(panel);
    const entry = containing(named('listitem'), named('button', PATHWAY));
    await untilSeen(panel, within(entry, named('img', t('bar.summary', [0, 5]))));
    const filter = within(dialog('library.title'), textbox('library.filter'));
    for (const title of ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Grey hazel', 'Maple', 'Oak', 'Pine']) {
      expect(await seen(panel, filter)).toEqual([]);
      const id = `course-${title.length}-${title.at(0)?.toLowerCase()}`;
      await importPack(panel, libraryPack({ id, title, address: `${ENGINEERING}${id}/` }));
    }
    expect(await scrollToEnd(panel)).toBeGreaterThan(0);
    // However long the list is, nothing scrolls the title bar and the footer away.
    const topOfTitle = () => {
      const view = document.querySelector('dialog');
      view?.scrollTo(0, 1000);
      return view?.querySelector('h1')?.parentElement?.getBoundingClientRect().top;
    };
    expect(await panel.evaluate(topOfTitle)).toBe(0);
    await click(panel, filter);
    await type(panel, 'haz gre');
    await expect.poll(() => titlesIn(panel)).toEqual(['Grey hazel']);
    // A course can't be moved past those that aren't shown.
    const actions = await actionsFor(panel, 'Grey hazel');
    expect(actions).toContain(t('library.archive'));
    expect(actions).not.toContain(t('library.up'));
    await click(panel, filter);
    await panel.press('Escape');
    await expect.poll(async () => (await titlesIn(panel)).length).toBe(11);
  });

  test('a menu of actions opens next to its button, in sight, and the arrow keys move in it', async () => {
    const { panel } = await begin(ENGINEERING);
    await openLibrary(panel);
    const focused = () => panel.evaluate(() => document.activeElement?.textContent);
    for (const title of [PATHWAY, 'CSM Onboarding']) {
      await click(panel, button('actionsFor', [title]));
      await untilSeen(panel, button('library.archive'));
      expect(await panel.evaluate(outOfSight, ':popover-open')).toEqual([]);
      await panel.press('ArrowUp');
      await expect.poll(focused).toBe(t('library.archive'));
      await panel.press('Home');
      await panel.press('ArrowDown');
      expect(await focused()).not.toBe(t('library.archive'));
      await panel.press('Escape');
      await untilGone(panel, button('library.archive'));
      await untilSeen(panel, button('actionsFor', [title]), (one) => one.focused);
    }
    // Escape has closed the menus only.
    await untilSeen(panel, dialog('library.title'));
  });
});
