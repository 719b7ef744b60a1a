import { describe, expect, test } from 'vitest';
import { allowInPrivate, newPrivateWindow } from '../browsers/private-window.ts';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, named, untilGone, within } from './by-role.ts';
import { noticesIn } from './notices.ts';
import { tick } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, SECTIONS, untilSection, useSession } from './session.ts';

const PAGE = `${HANDBOOK}company/stewardship/`;
const FIRST = 'Explain why community matters to GitLab and to its strategy';
const SECOND = 'Name the programs and know where to read more about each';
const THIRD = 'Tell how and when to work with the community team';

const ticked = async (panel: Panel) =>
  (await objectivesIn(panel))
    .filter((objective) => objective.ticked)
    .map(({ text }) => text)
    .sort();
/** The browser delivers messages between the windows, which can take a while. */
const untilTicked = (panel: Panel, ...objectives: string[]) =>
  expect.poll(() => ticked(panel)).toEqual(objectives);

describe('in a private window', () => {
  const session = useSession();

  test('the panel says that what is ticked there stays, and so it does', async () => {
    const page = await session.reader.newPage(PAGE);
    await allowInPrivate(session.reader, page);
    await page.reload();
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await tick(panel, FIRST);

    const hidden = await newPrivateWindow(session.reader, page, PAGE);
    const hiddenPanel = await session.reader.openPanel(hidden);
    await untilSection(hiddenPanel, SECTIONS.strategy);
    const notices = ['notice.private', 'notice.privateArea'].map((key) => t(key) + t('notice.dismiss'));
    await expect.poll(async () => notices.includes(await noticesIn(hiddenPanel))).toBe(true);
    await untilTicked(hiddenPanel, FIRST);
    await tick(hiddenPanel, SECOND);
    // The normal window gets the tick, so it remains when the private window is closed.
    await untilTicked(panel, FIRST, SECOND);
    // Then in the other direction, and once more.
    await tick(panel, FIRST, false);
    await untilTicked(hiddenPanel, SECOND);
    await tick(hiddenPanel, THIRD);
    await untilTicked(hiddenPanel, SECOND, THIRD);
    await untilTicked(panel, SECOND, THIRD);
    expect(await ticked(hiddenPanel)).toEqual([SECOND, THIRD]);
    await hidden.close();
    await session.reader.restart();
    const again = await session.reader.openPanel(await session.reader.newPage(PAGE));
    await untilSection(again, SECTIONS.strategy);
    await untilTicked(again, SECOND, THIRD);
    expect(await noticesIn(again)).toBe('');
  });

  test('the reader is told so once, and can look it up in the menu', async () => {
    const page = await session.reader.newPage(PAGE);
    await allowInPrivate(session.reader, page);
    const hidden = await newPrivateWindow(session.reader, page, PAGE);
    const panel = await session.reader.openPanel(hidden);
    await untilSection(panel, SECTIONS.strategy);
    await click(panel, button('notice.dismiss'));
    await untilGone(panel, button('notice.dismiss'));
    await panel.close();
    const again = await session.reader.openPanel(hidden);
    await untilSection(again, SECTIONS.strategy);
    await click(again, within(named('banner'), button('header.menu')));
    const lines = ['header.private', 'header.area'].map((key) => t(key));
    await again.waitFor(
      (texts) => texts.some((text) => document.querySelector('[popover]')?.textContent?.includes(text)),
      lines,
    );
    // The card would need a moment.
    await again.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await noticesIn(again)).toBe('');
    await hidden.close();
  });
});
