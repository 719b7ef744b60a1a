import { describe, expect, test } from 'vitest';
import { missingPage } from '../../fixtures/pages.ts';
import { RELATIONS, SECTIONS, travel, untilRegionShows, untilSection, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const NEXT = `${RELATIONS}developer-advocacy/community-response/`;

describe('a page that the browser prepares before the reader goes there', () => {
  const session = useSession();

  test('says nothing until it is shown, and then what it is', async () => {
    // Served with a good status, since Chromium prepares no other; what it is, its document says.
    session.server.setPage(new URL(NEXT).pathname, missingPage());
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await page.evaluate((url) => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prerender: [{ urls: [url] }] });
      document.head.append(rules);
    }, NEXT);
    await expect.poll(() => session.server.requests.includes(NEXT), { timeout: 10_000 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const before = await untilRegionShows(panel, 'You are here', SECTIONS.programs);
    expect(before).not.toContain('no such page');
    expect(await session.reader.badgeText(page)).toBe('1');

    await travel(page, NEXT);
    await untilSection(panel, SECTIONS.joinUs);
    await untilRegionShows(panel, 'You are here', 'no such page');
    const activation = () =>
      page
        .evaluate(
          () =>
            (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
              .activationStart,
        )
        .catch(() => 0);
    await expect.poll(activation).toBeGreaterThan(0);
    session.server.setPage(new URL(NEXT).pathname, undefined);
    await page.close();
  });
});
