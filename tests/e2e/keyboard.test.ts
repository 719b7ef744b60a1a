import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

/** Presses Tab until the element that has the focus is of this selector. */
async function tabTo(panel: Panel, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await panel.press('Tab');
    if (await panel.evaluate((of) => document.activeElement?.matches(of) ?? false, selector)) return;
  }
  throw new Error(`80 times Tab do not lead to ${selector}`);
}

describe('with the keyboard alone', () => {
  // The browser's own list of downloads would take the keys.
  const session = useSession({ keepsState: true, prefs: { 'browser.download.alwaysOpenPanel': false } });

  test('an objective is ticked, a resource marked and a link followed', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(() => document.querySelector('input:not(:disabled)'));
    await tabTo(panel, 'input[type=checkbox]');
    await panel.press(' ');
    await panel.waitFor(() => (document.activeElement as HTMLInputElement | null)?.checked);
    await tabTo(panel, 'section[aria-label="Resources"] button');
    await panel.press('Enter');
    await panel.waitFor(() => document.activeElement?.getAttribute('aria-pressed') === 'true');
    await tabTo(panel, 'section[aria-label="Resources"] a');
    await panel.press('Enter');
    await untilRegionShows(panel, 'You are here', 'Open Source Program');
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Open Source Program');
    await page.close();
  });

  test('the audience is chosen, the course read along, progress saved, and the focus never lost', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(() => document.querySelector('input:not(:disabled)'));
    const focused = () => panel.evaluate(() => document.activeElement !== document.body);
    await tabTo(panel, '.neighbours li:last-child a');
    await panel.press('Enter');
    await untilRegionShows(panel, 'You are here', 'Startups Program this page');
    expect(await focused()).toBe(true);
    await panel.press('?');
    await panel.waitFor(() => document.querySelector('dialog kbd'));
    await panel.press('Escape');
    await panel.waitFor(() => !document.querySelector('dialog'));
    expect(await focused()).toBe(true);
    // What has the focus goes away with the page: it goes to the region that is still there.
    await page.goto(`${HANDBOOK}engineering/`);
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await panel.waitFor(() => document.activeElement?.closest('section[aria-label="You are here"]'));
    await panel.press('/');
    await panel.waitFor(() => document.activeElement?.matches('dialog input'));
    await panel.press('Escape');
    await tabTo(panel, 'header .tool:last-child');
    await panel.press('Enter');
    await panel.waitFor(() => document.querySelector('.settings [aria-label="Backup"] .actions button'));
    await tabTo(panel, '.settings [aria-label="Backup"] .actions button');
    await panel.press('Enter');
    await panel.waitFor(() =>
      document.querySelector('[aria-label="Backup"] .saying')?.textContent?.includes('waymark-progress-'),
    );
    // A button that goes away with what it did leaves the focus in its region.
    await tabTo(panel, 'section[aria-label="Start over"] h3 + .actions button');
    await panel.press('Enter');
    await panel.waitFor(() => document.activeElement?.closest('section[aria-label="Start over"]'));
    // And where nothing has it, as after a click beside, the keys do not put another sheet in place of this one.
    await panel.click('.settings .quiet');
    await panel.press('/');
    await panel.press('?');
    expect(await panel.evaluate(() => document.querySelector('dialog.settings') !== null)).toBe(true);
    await panel.press('Escape');
    await panel.waitFor(() => document.activeElement?.matches('header .tool:last-child'));
    await page.close();
  });

  test('and by ear: the section is said once it has changed, and not at every heading', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    const said = () => document.querySelector('.unseen[role="status"]')?.textContent ?? '';
    await panel.waitFor(() =>
      document.querySelector('.unseen[role="status"]')?.textContent?.startsWith('Section 4 of 5: '),
    );
    await panel.evaluate(() => {
      const region = document.querySelector('.unseen[role="status"]') as Element;
      new MutationObserver(() => {
        document.documentElement.dataset.said = `${Number(document.documentElement.dataset.said ?? 0) + 1}`;
      }).observe(region, { subtree: true, childList: true, characterData: true });
    });
    await page.evaluate(() => {
      location.hash = '#diversity-inclusion';
    });
    await untilRegionShows(panel, 'You are here', 'Fostering DIB');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await panel.evaluate(() => document.documentElement.dataset.said)).toBeUndefined();
    await page.goto(PROGRAM);
    await panel.waitFor(() => document.documentElement.dataset.said === '1');
    expect(await panel.evaluate(said)).toContain(SECTIONS.programs);
    await page.close();
  });
});
