import { describe, expect, test } from 'vitest';
import { patternOf, t } from '../texts.ts';
import { button, click, containing, dialog, link, named, region, untilSeen, within } from './by-role.ts';
import { paste } from './clipboard-and-records.ts';
import { openView } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const EDUCATION = `${RELATIONS}programs/education-program/`;

describe('with the table of the handbook’s moves', () => {
  const session = useSession();

  test('an address that isn’t in the pack shows the section of its new address, and leads there', async () => {
    const tab = await session.reader.newPage(
      `${HANDBOOK}engineering/frontend/quality/performance-indicators/`,
    );
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.strategy);
    await untilRegionShows(panel, t('here.title'), t('missing.moved'));
    await click(panel, within(region('here.title'), named('button', patternOf('missing.open'))));
    await expect.poll(() => tab.url()).toBe(`${RELATIONS}performance-indicators/`);
    await panel.close();
    await tab.close();
  });

  test('a moved or removed link offers the corrected line, and where to edit it', async () => {
    const tab = await session.reader.newPage(EDUCATION);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    await openView(panel, 'outdated.title');
    const row = (title: string) =>
      within(dialog('outdated.title'), containing(named('listitem'), named('heading', title)));
    await untilSeen(panel, row('Evangelist Program'), ({ text }) => text.includes(t('moved.removed')));
    // Team members have a page to read instead.
    const instead = await untilSeen(panel, row('Dual Flywheel strategy'));
    expect(instead.text).toContain(t('here.missing'));
    expect(instead.text).not.toContain(t('moved.removed'));
    const item = row('Education Program');
    const { text } = await untilSeen(panel, item);
    expect(text).toContain(t('moved.pack'));
    expect(text).toContain(`- [Education Program](${new URL(EDUCATION).pathname})`);
    const { href } = await untilSeen(panel, within(dialog('outdated.title'), link('moved.edit')));
    expect(href).toContain(
      '/-/edit/main/content/handbook/marketing/developer-relations/community-pathway.md',
    );
    for (const choose of [
      async () => {
        await click(panel, within(item, button('actionsFor', ['Education Program'])));
        await click(panel, within(item, button('moved.copy')));
      },
      () => click(panel, within(dialog('outdated.title'), button('moved.copyAll'))),
    ]) {
      await choose();
      await untilSeen(panel, within(dialog('outdated.title'), named('status', t('moved.copied'))));
    }
    const lines = (await paste(tab)).split('\n');
    expect(lines).toContain(`- [Education Program](${new URL(EDUCATION).pathname})`);
    expect(lines).toContain('- Evangelist Program');
    await panel.close();
    await tab.close();
  });
});
