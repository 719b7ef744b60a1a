import { describe, expect, test } from 'vitest';
import { LONGEST_NOTE } from '../../progress/kinds.ts';
import { t } from '../texts.ts';
import {
  button,
  choose,
  click,
  combobox,
  dialog,
  focus,
  named,
  region,
  textbox,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
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
  VALUES,
  WORDS,
  write,
} from './note-sheet.ts';
import { openFold, openSettings, type, untilCourse, untilDone } from './panel-parts.ts';
import { HANDBOOK, untilRegionShows, useSession } from './session.ts';

const RESOURCE = 'Transparency and openness';
const STRATEGY = 'Explain why community matters to GitLab and to its strategy';
const RESOURCES = region('resources.title');
const MINE = region('note.mine');

describe('notes', () => {
  const session = useSession();

  test('a note is written, edited, deleted and restored', async () => {
    const { panel } = await openNoted(session, `${VALUES}#transparency`);
    const keep = within(RESOURCES, button('note.keepWith', [RESOURCE]));
    await untilSeen(panel, keep);
    const marked = `section[aria-label="${t('resources.title')}"] button[aria-label="${t('note.keepWith', [RESOURCE])}"]`;
    expect(await panel.evaluate((of) => document.querySelector(of)?.ariaKeyShortcuts, marked)).toBe('n');
    await click(panel, keep);
    await untilSeen(panel, WORDS);
    expect(await sheet(panel)).toMatchObject({ quote: '', savable: false });
    await write(panel, 'Ask first');
    await panel.press('Enter', { modifiers: [process.platform === 'darwin' ? 'Meta' : 'Control'] });
    await untilClosed(panel);
    await untilRegionShows(panel, t('resources.title'), t('note.count', 1));
    await unfold(panel, RESOURCES);
    await chooseForNote(panel, RESOURCES, 'note.edit');
    await untilSeen(panel, WORDS);
    const letters = () =>
      ['dialog', 'dialog textarea'].map((each) =>
        getComputedStyle(document.querySelector(each) as Element).font.replace(/^\S+ /, ''),
      );
    const [around, inside] = await panel.evaluate(letters);
    expect(inside).toBe(around);
    await write(panel, ' and listen');
    await save(panel);
    await untilRegionShows(panel, t('resources.title'), 'Ask first and listen');
    await unfold(panel, RESOURCES);
    await chooseForNote(panel, RESOURCES, 'note.delete');
    await untilDone(panel, 'note.deleted');
    // The button that had the focus is removed, so the heading of the list gets it.
    await untilSeen(panel, within(RESOURCES, named('heading')), ({ focused }) => focused);
    expect(await notesIn(panel, t('resources.title'))).toEqual([]);
    await click(panel, button('history.undo'));
    await untilRegionShows(panel, t('resources.title'), 'Ask first and listen');
    await untilGone(panel, button('history.undo'));
  });

  test('in a panel of 360 × 700 Save is in sight next to the longest quote, of which the beginning is shown', async () => {
    const { page, panel } = await openNoted(session);
    await panel.resize(360, 700);
    const quote = 'All of it is free, and everyone can contribute. '
      .repeat(100)
      .slice(0, LONGEST_NOTE.quote)
      .trim();
    await page.evaluate((text) => {
      const block = document.createElement('p');
      block.textContent = text;
      document.querySelector('.td-content')?.append(block);
      getSelection()?.selectAllChildren(block);
    }, quote);
    await beginNote(panel);
    await expect.poll(async () => (await sheet(panel))?.quote).toBe(quote);
    const whole = inSheet(button('note.wholeQuote'));
    const heights = () =>
      panel.evaluate(() => {
        const bottomOf = (of: string) =>
          document.querySelector(`dialog ${of}`)?.getBoundingClientRect().bottom ?? NaN;
        const block = document.querySelector('dialog blockquote');
        return {
          words: bottomOf('textarea'),
          save: bottomOf('[type="submit"]'),
          isCut: !!block && block.scrollHeight > block.clientHeight + 1,
          window: innerHeight,
        };
      });
    await untilSeen(panel, whole, ({ expanded }) => expanded === false);
    const clamped = await heights();
    expect(clamped.isCut).toBe(true);
    for (const bottom of [clamped.words, clamped.save]) expect(bottom).toBeLessThanOrEqual(clamped.window);
    await click(panel, whole);
    await untilSeen(panel, whole, ({ expanded }) => expanded === true);
    const unfolded = await heights();
    expect(unfolded.isCut).toBe(false);
    expect(unfolded.save).toBeLessThanOrEqual(unfolded.window);
    await save(panel);
    await openFold(panel, 'note.mine');
    await untilSeen(panel, within(MINE, button('note.wholeQuote')), ({ expanded }) => expanded === false);
  });

  test('my notes can be searched, and only those that match are shown', async () => {
    const { panel } = await openNoted(session);
    for (const words of ['Ask first', 'Listen, then ask', 'Be kind']) await savePageWording(panel, words);
    await openFold(panel, 'note.mine');
    const shown = async () => (await notesIn(panel, t('note.mine'))).map(({ words }) => words);
    await expect.poll(shown).toEqual(['Ask first', 'Listen, then ask', 'Be kind']);
    const field = within(MINE, textbox('note.filter'));
    await click(panel, field);
    await type(panel, 'ask');
    await expect.poll(shown).toEqual(['Ask first', 'Listen, then ask']);
    await untilSeen(panel, within(MINE, named('status', t('note.count', 2))));
    await type(panel, ' giraffe');
    await expect.poll(shown).toEqual([]);
    await untilSeen(panel, within(MINE, named('status', t('note.noneFound'))));
  });

  test('the key n opens a note on the focused objective, which then gets the focus back', async () => {
    const { panel } = await openNoted(session);
    await focus(panel, named('checkbox', STRATEGY));
    await panel.press('n');
    await expect.poll(async () => (await sheet(panel))?.about).toBe(STRATEGY);
    await panel.press('Escape');
    await untilClosed(panel);
    // The focus isn't on the checkbox but on a button in the same row.
    await panel.waitFor(
      (objective) => document.activeElement?.closest('li')?.textContent?.includes(objective),
      STRATEGY,
    );
  });

  test('a note stays with the course in which it was started, and is saved once', async () => {
    const { page, panel } = await openNoted(session);
    await beginNote(panel);
    await chooseAbout(panel, OBJECTIVE);
    await click(panel, WORDS);
    await type(panel, 'Once');
    // The tab goes on to another course. The panel stays at its page while the form covers it.
    await page.goto(`${HANDBOOK}customer-success/csm/csm-onboarding/`);
    await untilSeen(panel, SAVE, ({ disabled }) => !disabled);
    await panel.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('dialog button[type="submit"]');
      button?.click();
      button?.click();
    });
    await untilClosed(panel);
    await untilCourse(panel, 'CSM Onboarding');
    await page.goto(VALUES);
    await untilRegionShows(panel, t('objectives.all'), 'Once');
    expect((await notesIn(panel, t('objectives.all'))).filter(({ words }) => words === 'Once')).toHaveLength(
      1,
    );
  });

  test('a note on another audience’s objective is still listed, and the history shows actions on notes', async () => {
    const { panel } = await openNoted(session);
    await savePageWording(panel, 'Of the others');
    await unfold(panel, OBJECTIVES);
    await chooseForNote(panel, OBJECTIVES, 'note.edit');
    await write(panel, ' as well');
    await save(panel);
    await untilRegionShows(panel, t('objectives.all'), 'Of the others as well');
    await openFold(panel, 'note.mine');
    await untilRegionShows(panel, t('note.mine'), 'Of the others as well');
    expect(await notesIn(panel, t('note.mine'))).toHaveLength(1);
    await openSettings(panel);
    await choose(panel, within(dialog('settings.title'), combobox('audience')), 'Community member');
    await panel.press('Escape');
    await untilClosed(panel);
    await untilGone(panel, within(OBJECTIVES, named('checkbox', OBJECTIVE)));
    expect(await untilRegionShows(panel, t('note.mine'), 'Of the others as well')).toContain(OBJECTIVE);
    await chooseForNote(panel, MINE, 'note.delete');
    await untilDone(panel, 'note.deleted');
    await untilGone(panel, MINE);
    await openSettings(panel);
    const history = await untilRegionShows(panel, t('history.title'), t('history.noNote', [OBJECTIVE]));
    expect(history).toContain(t('history.note', [OBJECTIVE]));
    expect(history).toContain(t('history.noteChanged', [OBJECTIVE]));
    await panel.press('Escape');
    await untilClosed(panel);
  });
});
