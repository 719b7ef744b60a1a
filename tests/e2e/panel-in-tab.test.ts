import { describe, expect, test } from 'vitest';
import { buildWithoutPanel, openPanelTab, tabsOf, untilInFront } from './panel-tab.ts';
import { RELATIONS, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

describe('in a browser without a side panel', () => {
  const session = useSession({ extensionDir: buildWithoutPanel() });

  test('the icon opens the panel in a tab, and again brings the same to the front', async () => {
    const page = await session.reader.newPage(PROGRAM);
    await openPanelTab(session, page);
    await page.bringToFront();
    await untilInFront(session, PROGRAM);
    await openPanelTab(session, page);
    expect((await tabsOf(session)).map(({ url }) => url)).toEqual([PROGRAM, 'panel']);
    await page.close();
  });
});
