import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { OBJECTIVE, openNoted, sheet, type, untilClosed, VALUES } from './note-sheet.ts';
import { FIND_BUTTON, untilSection, useSession } from './session.ts';

/** The first thing that is found: what it is, and its text. */
const chosen = (panel: Panel) =>
  panel.evaluate(() => {
    const option = document.querySelector('dialog [aria-selected="true"]');
    return option && { kind: option.querySelector('.tag')?.textContent?.trim(), text: option.textContent };
  });
const heading = (panel: Panel) => panel.evaluate(() => document.querySelector('h1')?.textContent);

describe('the search', () => {
  const session = useSession({ keepsState: true });

  /** Opens the search with its key, types, and waits until what is wanted is chosen. */
  const look = async (panel: Panel, query: string, kind: string | undefined, text: string) => {
    await panel.press('/');
    await panel.waitFor(() => document.activeElement?.matches('dialog.find input'));
    await type(panel, query);
    await expect.poll(() => chosen(panel)).toMatchObject({ kind, text: expect.stringContaining(text) });
  };

  test('leads to a section on the course’s page, and to a resource, each in its course', async () => {
    const { page, panel } = await openNoted(session);
    await look(panel, 'office hours', 'section', 'Office Hours');
    await panel.press('Enter');
    await expect.poll(() => page.url()).toContain('/csm-onboarding/#');
    await expect.poll(() => heading(panel)).toBe('CSM Onboarding');
    await look(panel, 'fostring dib', 'resource', 'Fostering DIB');
    await panel.press('Enter');
    await expect.poll(() => page.url()).toBe(`${VALUES}#diversity-inclusion`);
    await untilSection(panel, 'Open source community best practices');
    await page.close();
  });

  test('finds a note by its words, without their accents, and leads to what it belongs to', async () => {
    const { page, panel } = await openNoted(session);
    await panel.evaluate(
      (text) =>
        [...document.querySelectorAll('label')]
          .find((label) => label.textContent === text)
          ?.querySelector('input')
          ?.focus(),
      OBJECTIVE,
    );
    await panel.press('n');
    await expect.poll(async () => (await sheet(panel))?.about).toBe(OBJECTIVE);
    // No key of the tests' keyboard has this letter.
    await panel.evaluate(() => {
      const words = document.querySelector('textarea');
      if (words) words.value = 'Zoë asked';
      words?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await panel.waitFor(
      () => !document.querySelector<HTMLButtonElement>('dialog button[type="submit"]')?.disabled,
    );
    await panel.click('dialog button[type="submit"]');
    await untilClosed(panel);
    await look(panel, 'asked zoe', 'note', 'Zoë asked');
    await panel.press('Enter');
    await panel.waitFor((text) => document.activeElement?.closest('label')?.textContent === text, OBJECTIVE);
    await page.close();
  });

  test('says plainly that nothing was found for a word that is like nothing', async () => {
    const { page, panel } = await openNoted(session);
    await panel.press('/');
    await panel.waitFor(() => document.activeElement?.matches('dialog.find input'));
    await type(panel, 'giraffe');
    await panel.waitFor(() =>
      document
        .querySelector('dialog.find [role="status"]')
        ?.textContent?.startsWith('Nothing in the courses'),
    );
    expect(await chosen(panel)).toBe(null);
    await panel.press('Escape');
    await untilClosed(panel);
    await page.close();
  });

  test('gives everything back on Escape', async () => {
    const { page, panel } = await openNoted(session);
    await panel.evaluate(() => document.querySelector<HTMLElement>('.neighbours a')?.focus());
    const before = await panel.evaluate(() => [
      document.activeElement?.textContent,
      scrollY,
      document.querySelector('main')?.textContent,
    ]);
    await look(panel, 'office hours', 'section', 'Office Hours');
    await panel.press('Escape');
    await untilClosed(panel);
    expect(
      await panel.evaluate(() => [
        document.activeElement?.textContent,
        scrollY,
        document.querySelector('main')?.textContent,
      ]),
    ).toEqual(before);
    expect(page.url()).toBe(VALUES);
    expect(await panel.evaluate((button) => document.querySelector(button) !== null, FIND_BUTTON)).toBe(true);
    await page.close();
  });

  test('leads to an objective of another audience', async () => {
    const { page, panel } = await openNoted(session);
    await look(panel, 'taking part community habits', 'objective', 'Pick up good habits');
    await panel.press('Enter');
    await panel.waitFor(() =>
      document.activeElement?.closest('label')?.textContent?.includes('Pick up good habits'),
    );
    await panel.waitFor(
      () => document.querySelector('header select option:checked')?.textContent === 'Community member',
    );
    await page.close();
  });

  test('leads to an objective of another course, which has the focus then', async () => {
    const { page, panel } = await openNoted(session);
    await look(panel, 'take over account', 'objective', 'Take over a customer’s account');
    await panel.press('Enter');
    await expect.poll(() => heading(panel)).toBe('CSM Onboarding');
    await panel.waitFor(() =>
      document.activeElement?.closest('label')?.textContent?.includes('Take over a customer’s account'),
    );
    expect(page.url()).toBe(VALUES);
    await page.close();
  });
});
