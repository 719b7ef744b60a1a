import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { choose, notesIn, OBJECTIVE, openNoted, sheet, type, unfold, untilClosed } from './note-sheet.ts';
import { untilRegionShows, useSession } from './session.ts';

const BACK = '#note-back + .actions button';
const CANCEL = 'dialog button[type="submit"] + button';
const SAVE = 'dialog button[type="submit"]';

const saidIn = (panel: Panel, selector: string) =>
  panel.evaluate((of) => document.querySelector(of)?.textContent ?? '', selector);
const wordsIn = async (panel: Panel) => (await sheet(panel))?.words;
const openNew = async (panel: Panel) => {
  await panel.press('n');
  await panel.waitFor(() => document.querySelector('dialog textarea'));
};
const write = async (panel: Panel, words: string) => {
  await panel.click('dialog textarea');
  await panel.press('End');
  await type(panel, words);
};
const leave = async (panel: Panel) => {
  await panel.press('Escape');
  await untilClosed(panel);
};
/** Opens the first note of the objectives to be changed. */
const openEdit = async (panel: Panel) => {
  await panel.waitFor(() => document.querySelector('section[aria-label="Objectives"] .notes'));
  await unfold(panel, 'Objectives');
  await panel.click('section[aria-label="Objectives"] .notes .actions button:first-of-type');
  await panel.waitFor(() => document.querySelector('dialog textarea'));
};
const keptWords = async (panel: Panel) => (await notesIn(panel, 'Objectives')).map(({ words }) => words);

describe('what is written of a note', () => {
  const session = useSession({ keepsState: true });

  test('is there again after Escape, says so, and is gone once the reader starts afresh or cancels', async () => {
    const { page, panel } = await openNoted(session);
    await openNew(panel);
    expect(await saidIn(panel, '#note-back')).toBe('');
    await write(panel, 'Half a thought');
    await leave(panel);
    await openNew(panel);
    expect(await wordsIn(panel)).toBe('Half a thought');
    expect(await saidIn(panel, '#note-back')).toContain('What you wrote before is here again.');
    await panel.click(BACK);
    await expect.poll(() => wordsIn(panel)).toBe('');
    expect(await panel.evaluate(() => document.activeElement?.localName)).toBe('textarea');
    await leave(panel);
    await openNew(panel);
    expect(await wordsIn(panel)).toBe('');
    await write(panel, 'Never mind');
    await panel.click(CANCEL);
    await untilClosed(panel);
    await openNew(panel);
    expect(await wordsIn(panel)).toBe('');
    await leave(panel);
    await page.close();
  });

  test('is there again when the panel was closed, and no more once it is kept', async () => {
    const { page, panel } = await openNoted(session);
    await openNew(panel);
    await choose(panel, OBJECTIVE);
    await write(panel, 'A whole thought');
    await panel.close();
    await page.close();
    const later = await openNoted(session);
    await openNew(later.panel);
    expect(await wordsIn(later.panel)).toBe('A whole thought');
    expect((await sheet(later.panel))?.about).toBe(OBJECTIVE);
    await later.panel.click(SAVE);
    await untilClosed(later.panel);
    await untilRegionShows(later.panel, 'Objectives', 'A whole thought');
    await openNew(later.panel);
    expect(await wordsIn(later.panel)).toBe('');
    await leave(later.panel);
    await later.page.close();
  });

  test('changes of a note are there again after Escape, and can be discarded', async () => {
    const { page, panel } = await openNoted(session);
    await openEdit(panel);
    await write(panel, ', changed');
    await leave(panel);
    expect(await keptWords(panel)).toEqual(['A whole thought']);
    // They are this note's, and no other's.
    await openNew(panel);
    expect(await wordsIn(panel)).toBe('');
    await leave(panel);
    await openEdit(panel);
    expect(await wordsIn(panel)).toBe('A whole thought, changed');
    expect(await saidIn(panel, '#note-back')).toContain('Your unsaved changes are here again.');
    await panel.click(BACK);
    await expect.poll(() => wordsIn(panel)).toBe('A whole thought');
    await leave(panel);
    await openEdit(panel);
    expect(await saidIn(panel, '#note-back')).toBe('');
    await write(panel, ' again');
    await panel.click(SAVE);
    await untilClosed(panel);
    await untilRegionShows(panel, 'Objectives', 'A whole thought again');
    await page.close();
  });

  test('a change of a note that was deleted in another window says so, and makes a new one of it only if asked', async () => {
    const { page, panel } = await openNoted(session);
    await openEdit(panel);
    await write(panel, ' and again');
    const other = await session.reader.newWindow(page.url());
    const otherPanel = await session.reader.openPanel(other);
    await otherPanel.waitFor(() => document.querySelector('section[aria-label="Objectives"] .notes'));
    await unfold(otherPanel, 'Objectives');
    await otherPanel.click('section[aria-label="Objectives"] .notes .actions button:last-of-type');
    await untilRegionShows(otherPanel, 'Objectives', 'Note deleted');
    await panel.waitFor(() => !document.querySelector('section[aria-label="Objectives"] .notes'));
    await panel.click(SAVE);
    await expect.poll(() => saidIn(panel, 'dialog .saying')).toContain('This note was deleted meanwhile');
    expect(await keptWords(otherPanel)).toEqual([]);
    await panel.click(SAVE);
    await untilClosed(panel);
    await untilRegionShows(otherPanel, 'Objectives', 'A whole thought again and again');
    await other.close();
    await page.close();
  });

  test('is not there again where it does not fit, and goes with everything', async () => {
    const { page, panel } = await openNoted(session);
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
    await openNew(panel);
    expect(await wordsIn(panel)).toBe('');
    await leave(panel);
    await store(draft);
    await openNew(panel);
    expect(await wordsIn(panel)).toBe('Fits');
    await leave(panel);
    await panel.click('header .tool[aria-label="Settings"]');
    for (const wanted of ['Delete everything …', 'Delete it all']) {
      await panel.waitFor((text) => {
        const buttons = [...document.querySelectorAll('section[aria-label="Start over"] button')];
        const button = buttons.find(({ textContent }) => textContent === text);
        button?.setAttribute('data-press', '');
        return button;
      }, wanted);
      await panel.click('[data-press]');
    }
    await untilRegionShows(panel, 'Start over', 'Everything is deleted');
    await leave(panel);
    await openNew(panel);
    await expect.poll(() => wordsIn(panel)).toBe('');
    await leave(panel);
    await page.close();
  });
});
