import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import {
  button,
  click,
  containing,
  dialog,
  named,
  nth,
  region,
  seen,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { beginNote, chooseForNote, save, untilClosed, WORDS, write } from './note-sheet.ts';
import { closeSheet, openFold, openSettings, type, untilDone } from './panel-parts.ts';
import { segmentOf } from './section-bar.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';
import { markOf, untilVisited } from './ticks-and-visits.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const OPEN_SOURCE = 'Open Source Program';
const BAR = containing(named('status'), button('dismiss'));
const UNDO = within(BAR, button('history.undo'));
const BOX = nth(within(region('objectives.then'), named('checkbox')), 0);
const OBJECTIVE = 'Name the programs and know where to read more about each';
const NOTE = 'To be asked about.';

describe('what was just done', () => {
  const session = useSession();

  async function open(): Promise<{ page: Page; panel: Panel }> {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilSeen(panel, BOX, ({ disabled }) => !disabled);
    return { page, panel };
  }
  const untilTicked = (panel: Panel, ticked: boolean) =>
    untilSeen(panel, BOX, ({ checked }) => checked === ticked);
  const tick = async (panel: Panel, ticked = true) => {
    await click(panel, BOX);
    await untilTicked(panel, ticked);
    await untilDone(panel, ticked ? 'done.ticked' : 'done.unticked');
  };
  const undo = async (panel: Panel) => {
    await click(panel, UNDO);
    await untilGone(panel, BAR);
  };
  const pressUndo = (panel: Panel, modifier: 'Control' | 'Meta' = 'Control') =>
    panel.press('z', { modifiers: [modifier] });

  test('nothing, before anything is done', async () => {
    const { page, panel } = await open();
    expect(await seen(panel, BAR)).toEqual([]);
    await page.close();
  });

  test('a tick, and that it was removed, can be undone', async () => {
    const { page, panel } = await open();
    await tick(panel);
    await undo(panel);
    await untilTicked(panel, false);
    await tick(panel);
    await tick(panel, false);
    await undo(panel);
    await untilTicked(panel, true);
    await page.close();
  });

  test('so can that a resource was marked as read, or as unread', async () => {
    const { page, panel } = await open();
    for (const [sentence, visited] of [
      ['done.read', true],
      ['done.unread', false],
    ] as const) {
      await click(panel, markOf(OPEN_SOURCE));
      await untilVisited(panel, OPEN_SOURCE, visited);
      await untilDone(panel, sentence);
      await undo(panel);
      await untilVisited(panel, OPEN_SOURCE, !visited);
      await click(panel, markOf(OPEN_SOURCE));
      await untilVisited(panel, OPEN_SOURCE, visited);
    }
    await page.close();
  });

  test('so can a note that was saved, and one that was deleted', async () => {
    const { page, panel } = await open();
    const notes = region('note.mine');
    await beginNote(panel);
    await write(panel, NOTE);
    await save(panel);
    await untilDone(panel, 'done.note');
    await untilSeen(panel, notes);
    await undo(panel);
    await untilGone(panel, notes);
    await beginNote(panel);
    await write(panel, NOTE);
    await save(panel);
    await untilSeen(panel, notes);
    await openFold(panel, 'note.mine');
    await chooseForNote(panel, notes, 'note.delete');
    await untilDone(panel, 'note.deleted');
    await untilGone(panel, notes);
    await undo(panel);
    await untilSeen(panel, notes);
    await page.close();
  });

  test.each(['startOver.resetSection', 'startOver.resetCourse'])(
    'so can %s, when the settings are closed',
    async (key) => {
      const { page, panel } = await open();
      await tick(panel);
      await openSettings(panel);
      await click(panel, within(dialog('settings.title'), button(key)));
      await untilRegionShows(panel, t('startOver.title'), t('startOver.done'));
      await closeSheet(panel);
      await untilTicked(panel, false);
      await untilDone(panel, 'startOver.done');
      await undo(panel);
      await untilTicked(panel, true);
      await page.close();
    },
  );

  test('can be undone by Ctrl+Z and ⌘Z, if the bar offers it', async () => {
    const { page, panel } = await open();
    for (const modifier of ['Control', 'Meta'] as const) {
      await tick(panel);
      await pressUndo(panel, modifier);
      await untilTicked(panel, false);
      await untilGone(panel, BAR);
    }
    await tick(panel);
    await click(panel, within(BAR, button('dismiss')));
    await untilGone(panel, BAR);
    await pressUndo(panel);
    // A later action shows that this one did nothing.
    await click(panel, markOf(OPEN_SOURCE));
    await untilVisited(panel, OPEN_SOURCE);
    await untilTicked(panel, true);
    await page.close();
  });

  test('is not undone by these keys in a text field or while a view is open', async () => {
    const { page, panel } = await open();
    await tick(panel);
    await panel.press('/');
    await untilSeen(panel, named('combobox'), ({ focused }) => focused);
    await type(panel, 'val');
    await pressUndo(panel);
    await panel.press('Escape');
    await untilClosed(panel);
    await beginNote(panel);
    await click(panel, WORDS);
    await type(panel, 'abc');
    await pressUndo(panel);
    await panel.press('Escape');
    await untilClosed(panel);
    await panel.press('?');
    await untilSeen(panel, dialog('keys.title'));
    await pressUndo(panel);
    await panel.press('Escape');
    await untilClosed(panel);
    await untilDone(panel, 'done.ticked');
    await untilTicked(panel, true);
    await pressUndo(panel);
    await untilTicked(panel, false);
    await page.close();
  });

  test('stays offered until the next action, another page, or until it is dismissed', async () => {
    const { page, panel } = await open();
    await tick(panel);
    // Neither a heading of the page, nor another section in the panel, nor a view.
    await page.evaluate(() => {
      location.hash = '#anywhere';
    });
    await click(panel, segmentOf(SECTIONS.strategy, 2));
    await untilSection(panel, SECTIONS.strategy);
    await untilDone(panel, 'done.ticked');
    await panel.press('Escape');
    await untilSection(panel, SECTIONS.programs);
    await openSettings(panel);
    await closeSheet(panel);
    await untilDone(panel, 'done.ticked');
    await click(panel, markOf(OPEN_SOURCE));
    const { text } = await untilDone(panel, 'done.read');
    expect(text).not.toContain(t('done.ticked'));
    // Undo is about the last action only.
    await undo(panel);
    await untilVisited(panel, OPEN_SOURCE, false);
    await untilTicked(panel, true);
    await tick(panel, false);
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panel, SECTIONS.practices);
    await untilGone(panel, BAR);
    await page.close();
  });

  test('is no longer offered once it was undone elsewhere', async () => {
    const { page, panel } = await open();
    await tick(panel);
    await openSettings(panel);
    const name = t('history.undoThis', [t('history.ticked', [OBJECTIVE])]);
    await click(panel, within(region('history.title'), named('button', name)));
    await untilRegionShows(panel, t('history.title'), t('history.undone'));
    await closeSheet(panel);
    await untilTicked(panel, false);
    await untilGone(panel, BAR);
    await page.close();
  });
});
