import { afterAll, beforeAll, describe, test } from 'vitest';
import { openScreen, type Screen } from '../../browsers/screen.ts';
import { QUOTED, select, VALUES } from '../note-sheet.ts';
import { buildWithoutPanel, panelTabOf, untilInFront, untilNoteOpens } from '../panel-tab.ts';
import { useSession } from '../session.ts';

describe('from the page, in a browser without a side panel', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen();
  });
  afterAll(() => screen.close());
  const session = useSession({ extensionDir: buildWithoutPanel(), headless: false });

  test('the shortcut opens the panel’s tab with a quote, and the saved quote leads back to the page', async () => {
    const page = await session.reader.newPage(`${VALUES}#diversity-inclusion`);
    const { x, y } = await page.evaluate(() => ({
      x: screenX + innerWidth / 2,
      y: screenY + outerHeight - innerHeight / 2,
    }));
    // The click moves the keyboard focus to the page, and clears the selection.
    await screen.click(x, y, 'left');
    await select(page, QUOTED);
    await screen.press('alt+shift+k');
    const panel = await panelTabOf(session, page);
    await untilNoteOpens(panel);
    await panel.click('dialog button[type="submit"]');
    await panel.waitFor(() => !document.querySelector('dialog'));
    await panel.waitFor(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.notes')) details.open = true;
      return document.querySelector('.notes a');
    });
    await panel.click('.notes a');
    await untilInFront(session, `${VALUES}#diversity-inclusion`);
    await page.close();
  });
});
