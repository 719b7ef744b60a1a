import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { fixedPartOf, t } from '../texts.ts';
import {
  button,
  click,
  dialog,
  giveFile,
  named,
  nth,
  region,
  seen,
  textbox,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { chooseForCourse } from './library-sheet.ts';
import { beginNote, chooseForNote, save, unfold, write } from './note-sheet.ts';
import { openSettings, openView, untilDone } from './panel-parts.ts';
import { RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const BUILD = libraryPack();
const LIBRARY = dialog('library.title');
const SETTINGS = dialog('settings.title');
const START_OVER = within(SETTINGS, region('startOver.title'));
const HISTORY = within(SETTINGS, region('history.title'));
/** A button of the history, whose latest action has the first one (0). */
const undoInHistory = (at: number) =>
  nth(within(HISTORY, named('button', new RegExp(fixedPartOf('history.undoThis')))), at);

describe('the message of a view', () => {
  const session = useSession();

  const begin = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(() => document.querySelector('main input:not(:disabled)'));
    return { page, panel };
  };
  /** Returns the texts of all status lines in a view. */
  const said = async (panel: Panel, view: typeof LIBRARY) =>
    (await seen(panel, within(view, named('status')))).map(({ text }) => text).join(' ');
  const untilSaid = (panel: Panel, view: typeof LIBRARY, text: string) =>
    expect.poll(() => said(panel, view)).toContain(text);

  test('about an added course disappears once the course is removed', async () => {
    const { page, panel } = await begin();
    await openView(panel, 'header.courses');
    await giveFile(
      panel,
      within(LIBRARY, named('file', t('library.choose'))),
      'build.json',
      JSON.stringify(BUILD),
    );
    await click(panel, within(LIBRARY, button('library.take')));
    await untilSaid(panel, LIBRARY, t('library.taken', [BUILD.title]));
    await chooseForCourse(panel, BUILD.title, 'library.remove');
    await untilSaid(panel, LIBRARY, t('history.removed', [BUILD.title]));
    expect(await said(panel, LIBRARY)).not.toContain(t('library.taken', [BUILD.title]));
    // The only Undo left is that of the removal.
    await click(panel, within(LIBRARY, button('history.undo')));
    await untilSaid(panel, LIBRARY, t('history.undone'));
    await untilSeen(panel, within(LIBRARY, button('actionsFor', [BUILD.title])));
    expect(await seen(panel, within(LIBRARY, button('history.undo')))).toEqual([]);
    await page.close();
  });

  test('about an action in the settings is cleared by the next one, anywhere in them', async () => {
    const { page, panel } = await begin();
    await openSettings(panel);
    const handbooks = within(SETTINGS, region('handbooks.title'));
    await click(panel, within(handbooks, textbox('handbooks.label')));
    for (const letter of 'handbook.gitlab.com') await panel.press(letter);
    await panel.press('Enter');
    await untilSaid(panel, SETTINGS, fixedPartOf('handbooks.known'));
    await click(panel, within(SETTINGS, button('startOver.resetCourse')));
    await untilSaid(panel, SETTINGS, t('startOver.nothing'));
    expect(await said(panel, SETTINGS)).not.toContain(fixedPartOf('handbooks.known'));
    await click(panel, within(SETTINGS, button('backup.export')));
    await untilSaid(panel, SETTINGS, fixedPartOf('backup.saved'));
    expect(await said(panel, SETTINGS)).not.toContain(t('startOver.nothing'));
    await page.close();
  });

  test('offers no Undo that was already used in the history', async () => {
    const { page, panel } = await begin();
    await panel.click('main input');
    await panel.waitFor(() => document.querySelector('main input:checked'));
    await openSettings(panel);
    await click(panel, within(START_OVER, button('startOver.resetCourse')));
    await untilSeen(panel, within(START_OVER, button('history.undo')));
    // The latest action is the first of the history, once that shows both.
    await untilSeen(panel, undoInHistory(1));
    await click(panel, undoInHistory(0));
    await untilSaid(panel, SETTINGS, t('history.undone'));
    await untilGone(panel, within(START_OVER, button('history.undo')));
    expect(await said(panel, START_OVER)).toBe(' ');
    await page.close();
  });

  test('about a deleted note disappears, with its Undo, once the note was restored in the history', async () => {
    const { page, panel } = await begin();
    const resources = region('resources.title');
    await beginNote(panel);
    await write(panel, 'Mine');
    await save(panel);
    await unfold(panel, resources);
    await chooseForNote(panel, resources, 'note.delete');
    await untilDone(panel, 'note.deleted');
    await openSettings(panel);
    await untilSeen(panel, undoInHistory(1));
    await click(panel, undoInHistory(0));
    await untilSaid(panel, SETTINGS, t('history.undone'));
    await panel.press('Escape');
    await untilGone(panel, SETTINGS);
    await untilGone(panel, button('history.undo'));
    await page.close();
  });
});
