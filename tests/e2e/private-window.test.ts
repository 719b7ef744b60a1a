import { describe, expect, test } from 'vitest';
import { allowInPrivate, newPrivateWindow } from '../browsers/private-window.ts';
import { HANDBOOK, objectivesIn, SECTIONS, untilSection, useSession } from './session.ts';

const PAGE = `${HANDBOOK}company/stewardship/`;
const box = (nth: number) => `section[aria-label="Objectives"] li:nth-child(${nth}) input`;

describe('in a private window', () => {
  const session = useSession();

  test('the panel says that what is ticked there stays, and so it does', async () => {
    const page = await session.reader.newPage(PAGE);
    await allowInPrivate(session.reader, page);
    await page.reload();
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    const ticked = async (of: typeof panel) =>
      (await objectivesIn(of))
        .filter((objective) => objective.ticked)
        .map(({ text }) => text)
        .sort();
    // A second attempt begins as the first did.
    await panel.waitFor(() =>
      document.querySelector('section[aria-label="Objectives"] input:not(:disabled)'),
    );
    for (let left = (await ticked(panel)).length; left > 0; left -= 1) {
      await panel.click('section[aria-label="Objectives"] input:checked');
      await expect.poll(async () => (await ticked(panel)).length).toBe(left - 1);
    }
    await panel.click(box(1));
    await panel.waitFor((of) => document.querySelector<HTMLInputElement>(of)?.checked, box(1));
    const [own = ''] = await ticked(panel);

    const hidden = await newPrivateWindow(session.reader, page, PAGE);
    const hiddenPanel = await session.reader.openPanel(hidden);
    await untilSection(hiddenPanel, SECTIONS.strategy);
    await hiddenPanel.waitFor(() =>
      document.querySelector('[role="status"]')?.textContent?.includes('What you tick here stays'),
    );
    await expect.poll(() => ticked(hiddenPanel)).toEqual([own]);
    const other = 'section[aria-label="Objectives"] input:not(:checked)';
    await hiddenPanel.click(other);
    await expect.poll(async () => (await ticked(hiddenPanel)).length).toBe(2);
    const both = await ticked(hiddenPanel);
    // The window that is not private gets it, and so it is there when the private one is gone.
    await expect.poll(() => ticked(panel), { timeout: 15_000 }).toEqual(both);
    // And the other way; then once more.
    await panel.click('section[aria-label="Objectives"] input:checked');
    await expect.poll(async () => (await ticked(panel)).length).toBe(1);
    const left = await ticked(panel);
    await expect.poll(() => ticked(hiddenPanel), { timeout: 15_000 }).toEqual(left);
    await hiddenPanel.click(other);
    await expect.poll(async () => (await ticked(hiddenPanel)).length).toBe(2);
    const last = await ticked(hiddenPanel);
    await expect.poll(() => ticked(panel), { timeout: 15_000 }).toEqual(last);
    expect(await ticked(hiddenPanel)).toEqual(last);
    await hidden.close();
    await session.reader.restart();
    const again = await session.reader.openPanel(await session.reader.newPage(PAGE));
    await untilSection(again, SECTIONS.strategy);
    await expect.poll(() => ticked(again)).toEqual(last);
    expect(await again.evaluate(() => document.querySelector('[role="status"]')?.textContent)).toBe('');
  });
});
