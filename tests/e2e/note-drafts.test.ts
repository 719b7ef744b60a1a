import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, named, region, seen, untilSeen, within } from './by-role.ts';
import {
  beginNote,
  chooseAbout,
  chooseForNote,
  inSheet,
  notesIn,
  OBJECTIVE,
  OBJECTIVES,
  openNoted,
  SAVE,
  save,
  savePageWording,
  sheet,
  unfold,
  untilClosed,
  WORDS,
  write,
} from './note-sheet.ts';
import { openFold, openSettings, untilDone } from './panel-parts.ts';
import { untilRegionShows, useSession } from './session.ts';

/** Returns which of these texts the note form shows. */
const told = async (panel: Panel) => {
  const texts = (await seen(panel, inSheet(named('status')))).map(({ text }) => text);
  const keys = ['note.draftBack', 'note.changesBack', 'note.deletedMeanwhile'];
  return keys.filter((key) => texts.includes(t(key)));
};
const wordsIn = async (panel: Panel) => (await sheet(panel))?.words;
const leave = async (panel: Panel) => {
  await panel.press('Escape');
  await untilClosed(panel);
};
/** Opens the only note on the objectives for editing. */
const openEdit = async (panel: Panel) => {
  await unfold(panel, OBJECTIVES);
  await chooseForNote(panel, OBJECTIVES, 'note.edit');
  await untilSeen(panel, WORDS);
};
const keptWords = async (panel: Panel) =>
  (await notesIn(panel, t('objectives.all'))).map(({ words }) => words);

describe('a draft of a note', () => {
  const session = useSession();

  test('is restored after Escape, with a message, until the reader discards it or cancels', async () => {
    const { panel } = await openNoted(session);
    await beginNote(panel);
    expect(await told(panel)).toEqual([]);
    await write(panel, 'Half a thought');
    await leave(panel);
    await beginNote(panel);
    expect(await wordsIn(panel)).toBe('Half a thought');
    expect(await told(panel)).toEqual(['note.draftBack']);
    await click(panel, inSheet(button('note.startAfresh')));
    await expect.poll(() => wordsIn(panel)).toBe('');
    await untilSeen(panel, WORDS, ({ focused }) => focused);
    await leave(panel);
    await beginNote(panel);
    expect(await wordsIn(panel)).toBe('');
    await write(panel, 'Never mind');
    await click(panel, inSheet(button('cancel')));
    await untilClosed(panel);
    await beginNote(panel);
    expect(await wordsIn(panel)).toBe('');
  });

  test('is there again when the panel was closed, but not after it was saved', async () => {
    const { page, panel } = await openNoted(session);
    await beginNote(panel);
    await chooseAbout(panel, OBJECTIVE);
    await write(panel, 'A whole thought');
    await panel.close();
    await page.close();
    const later = await openNoted(session);
    await beginNote(later.panel);
    expect(await wordsIn(later.panel)).toBe('A whole thought');
    expect((await sheet(later.panel))?.about).toBe(OBJECTIVE);
    await save(later.panel);
    await untilRegionShows(later.panel, t('objectives.all'), 'A whole thought');
    await beginNote(later.panel);
    expect(await wordsIn(later.panel)).toBe('');
  });

  test('of an edit is restored after Escape, and can be discarded', async () => {
    const { panel } = await openNoted(session);
    await savePageWording(panel, 'A whole thought');
    await openEdit(panel);
    await write(panel, ', changed');
    await leave(panel);
    expect(await keptWords(panel)).toEqual(['A whole thought']);
    // A draft belongs to one note, not to another.
    await beginNote(panel);
    expect(await wordsIn(panel)).toBe('');
    await leave(panel);
    await openEdit(panel);
    expect(await wordsIn(panel)).toBe('A whole thought, changed');
    expect(await told(panel)).toEqual(['note.changesBack']);
    await click(panel, inSheet(button('note.discardChanges')));
    await expect.poll(() => wordsIn(panel)).toBe('A whole thought');
    await leave(panel);
    await openEdit(panel);
    expect(await told(panel)).toEqual([]);
    await write(panel, ' again');
    await save(panel);
    await untilRegionShows(panel, t('objectives.all'), 'A whole thought again');
  });

  test('of a note that was deleted in another window says so, and becomes a new note only if the reader saves it', async () => {
    const { page, panel } = await openNoted(session);
    await savePageWording(panel, 'A whole thought');
    await openEdit(panel);
    await write(panel, ' and again');
    const other = await session.reader.newWindow(page.url());
    const otherPanel = await session.reader.openPanel(other);
    await openFold(otherPanel, 'objectives.all');
    await unfold(otherPanel, OBJECTIVES);
    await chooseForNote(otherPanel, OBJECTIVES, 'note.delete');
    await untilDone(otherPanel, 'note.deleted');
    await expect.poll(() => keptWords(panel)).toEqual([]);
    await click(panel, SAVE);
    await expect.poll(() => told(panel)).toEqual(['note.deletedMeanwhile']);
    expect(await keptWords(otherPanel)).toEqual([]);
    await save(panel);
    await untilRegionShows(otherPanel, t('objectives.all'), 'A whole thought and again');
    await other.close();
  });

  test('isn’t restored if it is invalid, and is deleted with everything else', async () => {
    const { panel } = await openNoted(session);
    const store = (draft: object) =>
      session.reader.evaluateInExtension(
        (value) =>
          chrome.storage.session.set({
            'noteDraft["community-learning-pathway",""]': value,
          }) as Promise<void>,
        draft,
      );
    const draft = {
      about: { kind: 'objective', id: 'team-value' },
      words: 'Fits',
      quote: '',
      address: '',
      title: '',
      evidence: false,
      made: 0,
    };
    await store({ ...draft, address: 'javascript:alert(1)' });
    await beginNote(panel);
    expect(await wordsIn(panel)).toBe('');
    await leave(panel);
    await store(draft);
    await beginNote(panel);
    expect(await wordsIn(panel)).toBe('Fits');
    await leave(panel);
    await openSettings(panel);
    for (const key of ['startOver.deleteEverything', 'startOver.deleteNow'])
      await click(panel, within(region('startOver.title'), button(key)));
    await untilRegionShows(panel, t('startOver.title'), t('startOver.deleted'));
    await leave(panel);
    await beginNote(panel);
    await expect.poll(() => wordsIn(panel)).toBe('');
  });
});
