import { describe, expect, test } from 'vitest';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const EDUCATION = `${RELATIONS}programs/education-program/`;

describe('what is known of the handbook’s moves', () => {
  const session = useSession({ keepsState: true });

  test('an address that the pack does not have shows its section by the table of redirects', async () => {
    const tab = await session.reader.newPage(
      `${HANDBOOK}engineering/frontend/quality/performance-indicators/`,
    );
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.strategy);
    await untilRegionShows(panel, 'You are here', 'has moved here, or away from here');
    await panel.close();
    await tab.close();
  });

  test('a link that moved or is gone offers the mended line and the place to edit', async () => {
    const tab = await session.reader.newPage(EDUCATION);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    const item = `section[aria-label="Resources"] li:has(> div > a[href="${EDUCATION}"])`;
    await panel.click(`${item} summary`);
    await panel.waitFor((of) => document.querySelector(`${of} .moved-link button`), item);
    expect(
      await panel.evaluate((of) => document.querySelector<HTMLAnchorElement>(`${of} .actions a`)?.href, item),
    ).toContain('/-/edit/main/content/handbook/marketing/developer-relations/community-pathway.md');
    await panel.click(`${item} .actions button`);
    await panel.waitFor(
      (of) => document.querySelector(`${of} [role=status]`)?.textContent === 'Copied.',
      item,
    );
    await panel.close();
    await tab.close();
  });
});
