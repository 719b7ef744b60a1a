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
  const session = useSession();

  test('a note is written, changed, deleted and brought back', async () => {
    const { page, panel } = await openNoted(session, `${VALUES}#transparency`);
    const button = `section[aria-label="Resources"] li:has(a[href="${VALUES}#transparency"]) > .tool`;
    await panel.waitFor((selector) => document.querySelector(selector), button);
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

  test('what was written is there again after a slip of the finger on Escape', async () => {
    const { page, panel } = await openNoted(session);
    await panel.press('n');
    await panel.waitFor(() => document.querySelector('dialog textarea'));
    await panel.click('dialog textarea');
    await type(panel, 'Half a thought');
    await panel.press('Escape');
    await untilClosed(panel);
    await panel.press('n');
    await expect.poll(async () => (await sheet(panel))?.words).toBe('Half a thought');
    await choose(panel, OBJECTIVE);
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await panel.press('n');
    await expect.poll(async () => (await sheet(panel))?.words).toBe('');
    await panel.press('Escape');
    await untilClosed(panel);
    await page.close();
  });
});
