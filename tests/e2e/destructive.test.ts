import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t } from '../texts.ts';
import { button, click, dialog, named, nth, region, untilSeen, within } from './by-role.ts';
import { importPack, openCourseMenu, openLibrary } from './library-sheet.ts';
import {
  keepWith,
  OBJECTIVE,
  OBJECTIVES,
  openNoted,
  save,
  unfold,
  untilClosed,
  write,
} from './note-sheet.ts';
import { closeSheet, openSettings, untilWritable } from './panel-parts.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const START_OVER = within(dialog('settings.title'), region('startOver.title'));

/** Marks the button with this name or text, for a click. */
const find = async (panel: Panel, name: string) => {
  await panel.waitFor((expected) => {
    const found = [...document.querySelectorAll('button')].find(
      (each) => (each.ariaLabel ?? each.textContent) === expected,
    );
    for (const marked of document.querySelectorAll('[data-press]')) marked.removeAttribute('data-press');
    found?.setAttribute('data-press', '');
    return found;
  }, name);
  return '[data-press]';
};

/** Returns the colours of a button, of the panel's primary button and of a quiet one. */
const looksOf = async (panel: Panel, name: string) =>
  panel.evaluate(
    (selector) => {
      const button = document.querySelector(selector);
      if (!button) throw new Error('there is no such button');
      const beside = (className: string) => {
        const other = document.createElement('button');
        other.className = className;
        button.parentElement?.append(other);
        const { backgroundColor, color } = getComputedStyle(other);
        other.remove();
        return { backgroundColor, color };
      };
      const { backgroundColor, color } = getComputedStyle(button);
      const [main, quiet] = [beside('primary'), beside('')];
      return {
        asMain: backgroundColor === main.backgroundColor && color === main.color,
        asQuiet: backgroundColor === quiet.backgroundColor && color === quiet.color,
      };
    },
    await find(panel, name),
  );
const DESTRUCTIVE = { asMain: false, asQuiet: false };
const ticked = async (panel: Panel) => (await objectivesIn(panel)).filter((each) => each.ticked).length;

describe('a button that deletes something', () => {
  const session = useSession();
  const open = async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilWritable(panel);
    return { page, panel };
  };

  test('is followed by an Undo in its place', async () => {
    const { page, panel } = await open();
    await click(panel, nth(within(region('objectives.then'), named('checkbox')), 0));
    await expect.poll(() => ticked(panel)).toBe(1);
    await openSettings(panel);
    for (const reset of ['startOver.resetSection', 'startOver.resetCourse']) {
      await click(panel, within(START_OVER, button(reset)));
      await untilRegionShows(panel, t('startOver.title'), t('startOver.done'));
      await expect.poll(() => ticked(panel)).toBe(0);
      await click(panel, within(START_OVER, button('history.undo')));
      await untilRegionShows(panel, t('startOver.title'), t('history.undone'));
      await expect.poll(() => ticked(panel)).toBe(1);
    }
    await panel.close();
    await page.close();
  });

  test('looks destructive in the settings and the library', async () => {
    const { page, panel } = await open();
    await openSettings(panel);
    for (const name of ['resetSection', 'resetCourse', 'deleteEverything'])
      expect(await looksOf(panel, t(`startOver.${name}`))).toEqual(DESTRUCTIVE);
    await click(panel, within(START_OVER, button('startOver.deleteEverything')));
    expect(await looksOf(panel, t('startOver.deleteNow'))).toEqual(DESTRUCTIVE);
    // The safe answer has the focus, and Escape gives it.
    await untilSeen(panel, within(START_OVER, button('cancel')), ({ focused }) => focused);
    await panel.press('Escape');
    await untilSeen(panel, within(START_OVER, button('startOver.deleteEverything')));
    await closeSheet(panel);
    await openLibrary(panel);
    await importPack(panel, libraryPack());
    await openCourseMenu(panel, libraryPack().title);
    expect(await looksOf(panel, t('library.remove'))).toEqual(DESTRUCTIVE);
    await panel.close();
    await page.close();
  });

  test('looks destructive in a note', async () => {
    const { page, panel } = await openNoted(session);
    await panel.click(keepWith(OBJECTIVE));
    await write(panel, 'abc');
    await panel.press('Escape');
    await untilClosed(panel);
    await panel.click(keepWith(OBJECTIVE));
    expect(await looksOf(panel, t('note.startAfresh'))).toEqual(DESTRUCTIVE);
    await save(panel);
    await unfold(panel, OBJECTIVES);
    await click(panel, within(OBJECTIVES, button('note.actions')));
    expect(await looksOf(panel, t('note.delete'))).toEqual(DESTRUCTIVE);
    await panel.close();
    await page.close();
  });
});
