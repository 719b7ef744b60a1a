import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { button, click, containing, link, named, region, untilSeen, within } from './by-role.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const EDUCATION = `${RELATIONS}programs/education-program/`;

describe('with the table of the handbook’s moves', () => {
  const session = useSession();

  test('an address that isn’t in the pack shows the section of its new address', async () => {
    const tab = await session.reader.newPage(
      `${HANDBOOK}engineering/frontend/quality/performance-indicators/`,
    );
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.strategy);
    await untilRegionShows(panel, t('here.title'), t('reason.moved'));
    await panel.close();
    await tab.close();
  });

  test('a moved or removed link offers the corrected line, and where to edit it', async () => {
    const tab = await session.reader.newPage(EDUCATION);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    const item = within(
      region('resources.title'),
      containing(named('listitem'), named('link', 'Education Program')),
    );
    await click(panel, within(item, button('resources.state.moved')));
    const { href } = await untilSeen(panel, within(item, link('moved.edit')));
    expect(href).toContain(
      '/-/edit/main/content/handbook/marketing/developer-relations/community-pathway.md',
    );
    await click(panel, within(item, button('moved.copy')));
    await untilSeen(panel, within(item, named('status', t('moved.copied'))));
    await panel.close();
    await tab.close();
  });
});
