import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t } from '../texts.ts';
import { openBadges, tickAll } from './badge-sheet.ts';
import { button, click, untilSeen } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { chooseFile, openLibrary, untilLibrarySays } from './library-sheet.ts';
import { keepWith, OBJECTIVE, openNoted, SAVE, untilClosed, write } from './note-sheet.ts';
import { openFold, openSettings } from './panel-parts.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const DOUBLE = { count: 2 };
/** Returns the kinds of all entries in the log. Runs in the panel, so it uses nothing outside itself. */
const logged = (): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('actions').objectStore('actions').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.map(({ kind }) => kind));
      };
    };
  });
/** Clicks the button with this text twice before the first click can have an effect, like a script or a very fast user. */
const twiceAtOnce = (panel: Panel, text: string) =>
  panel.evaluate((wanted) => {
    const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted);
    found?.focus();
    found?.click();
    found?.click();
    return { focused: document.activeElement === found };
  }, text);
/** Returns the log once nothing is running any more. */
const settled = async (panel: Panel, kind: string) => {
  await panel.waitFor(() => !document.querySelector('[aria-disabled="true"]'));
  return (await panel.evaluate(logged)).filter((each) => each === kind).length;
};

describe('a double click, or a key that is held,', () => {
  const session = useSession();
  const open = async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    return { page, panel };
  };

  test('makes one badge', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await openBadges(panel);
    await click(panel, button('badge.makeIt'), DOUBLE);
    await untilRegionShows(panel, t('badge.made'), t('badge.formats'));
    expect(await settled(panel, 'badge')).toBe(1);
    await twiceAtOnce(panel, t('badge.makeIt'));
    await panel.waitFor(() => document.querySelectorAll('.made li').length > 1);
    expect(await settled(panel, 'badge')).toBe(2);
    expect(await panel.evaluate(() => document.querySelectorAll('.made li').length)).toBe(2);
    await panel.close();
    await page.close();
  });

  test('makes one badge with Enter, and writes nothing into a note with n', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await openBadges(panel);
    await untilSeen(panel, button('badge.makeIt'));
    await panel.evaluate((text) => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text)?.focus();
    }, t('badge.makeIt'));
    await panel.press('Enter', { repeats: 20 });
    await untilRegionShows(panel, t('badge.made'), t('badge.formats'));
    expect(await settled(panel, 'badge')).toBe(1);
    await panel.press('Escape');
    await panel.waitFor(() => !document.querySelector('dialog'));
    await panel.press('n', { repeats: 20 });
    await panel.waitFor(() => document.activeElement?.matches('dialog textarea'));
    expect(await panel.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
    await panel.close();
    await page.close();
  });

  test('saves one note', async () => {
    const { page, panel } = await openNoted(session);
    await panel.click(keepWith(OBJECTIVE));
    await write(panel, 'abc');
    await click(panel, SAVE, DOUBLE);
    await untilClosed(panel);
    await openFold(panel, 'objectives.all');
    await untilRegionShows(panel, t('objectives.all'), 'abc');
    expect(await settled(panel, 'note')).toBe(1);
    const notes = (await panel.evaluate(recordsAfter, [])).filter(({ key }) => key[1] === 'note');
    expect(notes).toHaveLength(1);
    await panel.close();
    await page.close();
  });

  test('imports a course once, and undoes that once', async () => {
    const { page, panel } = await open();
    await openLibrary(panel);
    await chooseFile(panel, 'pack.json', JSON.stringify(libraryPack()));
    await untilSeen(panel, button('library.take'));
    await click(panel, button('library.take'), DOUBLE);
    await untilLibrarySays(panel, t('library.taken', [libraryPack().title]));
    expect(await settled(panel, 'library')).toBe(1);
    await click(panel, button('history.undo'), DOUBLE);
    await untilLibrarySays(panel, t('history.undone'));
    expect(await settled(panel, 'undo')).toBe(1);
    await panel.close();
    await page.close();
  });

  test('resets a course once: while that runs, the button keeps the focus and is disabled', async () => {
    const { page, panel } = await open();
    await tickAll(panel);
    await openSettings(panel);
    await untilSeen(panel, button('startOver.resetCourse'));
    expect(await twiceAtOnce(panel, t('startOver.resetCourse'))).toMatchObject({ focused: true });
    await untilRegionShows(panel, t('startOver.title'), t('startOver.done'));
    expect(await settled(panel, 'course')).toBe(1);
    // A second reset would have found nothing to do, and its message would say so.
    await untilRegionShows(panel, t('startOver.title'), t('startOver.done'));
    await panel.close();
    await page.close();
  });
});
