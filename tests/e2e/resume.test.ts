import { describe, expect, test } from 'vitest';
import { handbookPage } from '../fixtures/pages.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const INDICATORS = `${RELATIONS}performance-indicators/`;
const OUTSIDE = `${HANDBOOK}engineering/`;
const BACK = 'section[aria-label="You are here"] a';

describe('the next day', () => {
  const session = useSession({ keepsState: true });

  test('the reader goes on where they left off: at the page, the heading and the words', async () => {
    // The test handbook's other paragraphs are all alike: only words that stand once lead to their place.
    const heading = 'id="wider-community-merged-mrs-per-release"';
    session.server.setPage(
      new URL(INDICATORS).pathname,
      handbookPage(new URL(INDICATORS).pathname)?.replace(
        new RegExp(`(${heading}[^]*?</h\\d>)`),
        '$1<p style="height: 400px">No other paragraph of this page begins with these very words.</p>',
      ),
    );
    const page = await session.reader.newPage(INDICATORS);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await page.evaluate(() => {
      // So far down that this heading is the one being read.
      const { top = 0 } =
        document.querySelector('#wider-community-merged-mrs-per-release')?.getBoundingClientRect() ?? {};
      scrollBy({ top: top - innerHeight * 0.25, behavior: 'instant' });
    });
    await untilRegionShows(panel, 'You are here', 'Wider Community merged MRs per release this page');
    // What is read is kept after five seconds.
    await new Promise((resolve) => setTimeout(resolve, 6500));
    await session.reader.restart();
    const again = await session.reader.newPage(OUTSIDE);
    const reopened = await session.reader.openPanel(again);
    await untilRegionShows(reopened, 'You are here', 'Continue where you left off');
    const address = await reopened.waitFor((link) => {
      const { href = '' } = document.querySelector<HTMLAnchorElement>(link) ?? {};
      return href.includes('#') && href;
    }, BACK);
    const words = session.reader.name === 'firefox' ? '' : ':~:text=No%20other%20paragraph';
    expect(address).toContain(`performance-indicators/#wider-community-merged-mrs-per-release${words}`);
    await reopened.click(BACK);
    await untilSection(reopened, SECTIONS.strategy);
    // Where the browser brings the words is its own affair: they are in the window.
    const seen = () =>
      again.evaluate(() => {
        const { top = -1 } =
          document.querySelector('#wider-community-merged-mrs-per-release')?.getBoundingClientRect() ?? {};
        return top >= 0 && top < innerHeight;
      });
    await expect.poll(seen, { timeout: 10_000 }).toBe(true);
    await again.close();
  });
});

describe('what comes next', () => {
  const session = useSession({ keepsState: true });

  test('is what was not visited; and when all of an objective’s sections is, the tick is suggested', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'Next: Startups Program');
    const marks = 'section[aria-label="Resources"] button.mark';
    await panel.waitFor((of) => document.querySelectorAll(of).length > 4, marks);
    await panel.click('button[aria-label="Visited: Startups Program"]');
    await untilRegionShows(panel, 'You are here', 'Next: GitLab Diversity Scholarship program');
    const suggestion = () => document.querySelector('.ready')?.textContent;
    expect(await panel.evaluate(suggestion)).toBeUndefined();
    await panel.waitFor((of) => {
      const open = document.querySelector<HTMLElement>(`${of}[aria-pressed="false"]`);
      open?.click();
      return !open;
    }, marks);
    await untilRegionShows(panel, 'Objectives', 'Tick it when you can do it.');
    expect(await panel.evaluate(() => document.querySelector('input:checked'))).toBeNull();
    await untilRegionShows(panel, 'You are here', `Next: `);
    await page.close();
  });
});
