import { describe, expect, test } from 'vitest';
import {
  choose,
  notesIn,
  OBJECTIVE,
  openNoted,
  sheet,
  type,
  unfold,
  untilClosed,
  VALUES,
} from './note-sheet.ts';
import { HANDBOOK, untilRegionShows, useSession } from './session.ts';

describe('notes', () => {
  const session = useSession({ keepsState: true });

  test('a note is written, changed, deleted and brought back', async () => {
    const { page, panel } = await openNoted(session, `${VALUES}#transparency`);
    const button = `section[aria-label="Resources"] li:has(a[href="${VALUES}#transparency"]) > .tool`;
    await panel.waitFor((selector) => document.querySelector(selector), button);
    expect(await panel.evaluate((of) => document.querySelector(of)?.ariaKeyShortcuts, button)).toBe('n');
    await panel.click(button);
    await panel.waitFor(() => document.querySelector('dialog.note'));
    expect(await sheet(panel)).toMatchObject({ quote: '', savable: false });
    await panel.click('dialog textarea');
    await type(panel, 'Ask first');
    await panel.press('Enter', { modifiers: [process.platform === 'darwin' ? 'Meta' : 'Control'] });
    await untilClosed(panel);
    await untilRegionShows(panel, 'Resources', '1 note');
    await unfold(panel, 'Resources');
    await panel.click('section[aria-label="Resources"] .notes .actions button:first-of-type');
    await panel.waitFor(() => document.querySelector('dialog textarea'));
    const letters = () =>
      ['dialog', 'dialog textarea'].map((each) =>
        getComputedStyle(document.querySelector(each) as Element).font.replace(/^\S+ /, ''),
      );
    const [around, inside] = await panel.evaluate(letters);
    expect(inside).toBe(around);
    await panel.click('dialog textarea');
    await panel.press('End');
    await type(panel, ' and listen');
    await panel.click('dialog button[type="submit"]');
    await untilRegionShows(panel, 'Resources', 'Ask first and listen');
    await unfold(panel, 'Resources');
    await panel.click('section[aria-label="Resources"] .notes .actions button:last-of-type');
    await untilRegionShows(panel, 'Resources', 'Note deleted');
    const focused = () => panel.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('Undo');
    expect(await notesIn(panel, 'Resources')).toEqual([]);
    await panel.click('section[aria-label="Resources"] [role="status"] button');
    await untilRegionShows(panel, 'Resources', 'Ask first and listen');
    await page.close();
  });

  test('the key n is about the objective that has the focus, which has it again afterwards', async () => {
    const { page, panel } = await openNoted(session);
    await panel.evaluate(() =>
      document.querySelector<HTMLElement>('section[aria-label="Objectives"] ul + h3 + ul input')?.focus(),
    );
    await panel.press('n');
    await expect
      .poll(async () => (await sheet(panel))?.about)
      .toBe('Explain why community matters to GitLab and to its strategy');
    await panel.press('Escape');
    await untilClosed(panel);
    expect(
      await panel.evaluate(() => document.activeElement?.closest('li')?.textContent?.includes('strategy')),
    ).toBe(true);
    await page.close();
  });

  test('a note stays with the course in which it was begun, and is kept once', async () => {
    const { page, panel } = await openNoted(session);
    await panel.press('n');
    await panel.waitFor(() => document.querySelector('dialog textarea'));
    await choose(panel, OBJECTIVE);
    await panel.click('dialog textarea');
    await type(panel, 'Once');
    await page.goto(`${HANDBOOK}customer-success/csm/csm-onboarding/`);
    await panel.waitFor(() => document.querySelector('h1')?.textContent === 'CSM Onboarding');
    await panel.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('dialog button[type="submit"]');
      button?.click();
      button?.click();
    });
    await untilClosed(panel);
    await page.goto(VALUES);
    await panel.waitFor(() => document.querySelector('section[aria-label="Objectives"] .notes .words'));
    expect((await notesIn(panel, 'Objectives')).filter(({ words }) => words === 'Once')).toHaveLength(1);
    await page.close();
  });

  test('a note of another audience’s objective is still seen, and the history tells what was done to notes', async () => {
    const { page, panel } = await openNoted(session);
    await panel.press('n');
    await panel.waitFor(() => document.querySelector('dialog textarea'));
    await choose(panel, OBJECTIVE);
    await panel.click('dialog textarea');
    await type(panel, 'Of the others');
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await untilRegionShows(panel, 'Objectives', 'Of the others');
    expect(await notesIn(panel, 'Other notes')).toEqual([]);
    await panel.evaluate(() => {
      const audiences = document.querySelector<HTMLSelectElement>('header select');
      if (!audiences) throw new Error('there are no audiences');
      audiences.selectedIndex = 1 - audiences.selectedIndex;
      audiences.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await untilRegionShows(panel, 'Other notes', 'Of the others')).toContain(OBJECTIVE);
    await unfold(panel, 'Other notes');
    await panel.evaluate(() => {
      const buttons = document.querySelectorAll<HTMLElement>('section[aria-label="Other notes"] .actions');
      for (const each of buttons) each.scrollIntoView();
    });
    const item = 'section[aria-label="Other notes"] li:last-child .notes li:last-child';
    await panel.click(`${item} .actions button:last-of-type`);
    await untilRegionShows(panel, 'Other notes', 'Note deleted');
    await panel.click('header .tool[aria-label="Settings"]');
    const history = await untilRegionShows(panel, 'History', `Note deleted: ${OBJECTIVE}`);
    expect(history).toContain(`Note kept: ${OBJECTIVE}`);
    expect(history).toMatch(/Note changed: .*Transparency/i);
    await panel.press('Escape');
    await untilClosed(panel);
    await page.close();
  });
});
