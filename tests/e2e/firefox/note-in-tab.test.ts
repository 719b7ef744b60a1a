import { describe, test } from 'vitest';
import { chooseFromMenu, pressAltShift } from '../../browsers/firefox-menu.ts';
import { t } from '../../texts.ts';
import { QUOTED, select, VALUES } from '../note-sheet.ts';
import { buildWithoutPanel, panelTabOf, untilInFront, untilNoteOpens } from '../panel-tab.ts';
import { useSession } from '../session.ts';

describe('from the page, in a browser without a sidebar', () => {
  const session = useSession({ extensionDir: buildWithoutPanel() });

  test('the menu opens the panel’s tab, with the selection as a quote', async () => {
    const page = await session.reader.newPage(`${VALUES}#diversity-inclusion`);
    await select(page, QUOTED);
    await chooseFromMenu(page, QUOTED, t('note.menu'));
    const panel = await panelTabOf(session, page);
    await untilNoteOpens(panel);
    await panel.click('dialog button[type="submit"]');
    await panel.waitFor(() => !document.querySelector('dialog'));
    await untilInFront(session, 'panel');
  });

  test('the shortcut does the same, with the panel’s tab open', async () => {
    const page = await session.reader.newPage(`${VALUES}#diversity-inclusion`);
    await select(page, QUOTED);
    await pressAltShift(page, 'K');
    await untilNoteOpens(await panelTabOf(session, page));
  });
});
