import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

/** Presses Tab until the element that has the focus is of this selector. */
async function tabTo(panel: Panel, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await panel.press('Tab');
    if (await panel.evaluate((of) => document.activeElement?.matches(of) ?? false, selector)) return;
  }
  throw new Error(`40 times Tab do not lead to ${selector}`);
}

describe('with the keyboard alone', () => {
  const session = useSession();

  test('an objective is ticked, a resource marked and a link followed', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
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
});
