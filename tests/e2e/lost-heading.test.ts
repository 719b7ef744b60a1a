import { describe, expect, test } from 'vitest';
import { handbookPage } from '../fixtures/pages.ts';
import {
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PAGE = `${HANDBOOK}company/stewardship/`;
const LOST = `${PAGE}#how-open-source-benefits-from-open-core`;
const RENAMED = 'open-source-and-what-it-gains-from-open-core';

describe('a resource whose heading is no longer on its page', () => {
  const session = useSession({ keepsState: true });

  test('opens at the closest heading, and says so', async () => {
    const before = handbookPage(new URL(PAGE).pathname) ?? '';
    session.server.setPage(
      new URL(PAGE).pathname,
      before.replaceAll('how-open-source-benefits-from-open-core', RENAMED),
    );
    const page = await session.reader.newPage(`${RELATIONS}performance-indicators/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await panel.click(linkTo(LOST));
    await expect.poll(() => page.url()).toBe(`${PAGE}#${RENAMED}`);
    await untilRegionShows(panel, 'You are here', 'which this page does not have any more');
    await untilRegionShows(panel, 'You are here', 'The closest one:');
    // A reader who comes to that address by themselves stays where they are, and is told.
    await page.goto('about:blank');
    await page.goto(LOST);
    await untilRegionShows(panel, 'You are here', 'which this page does not have any more');
    await panel.click(linkTo(`${PAGE}#${RENAMED}`, 'You are here'));
    await expect.poll(() => page.url()).toBe(`${PAGE}#${RENAMED}`);
    session.server.setPage(new URL(PAGE).pathname, undefined);
    await page.goto('about:blank');
    await page.goto(LOST);
    await untilRegionShows(panel, 'You are here', 'the heading you are reading');
    expect(await untilRegionShows(panel, 'You are here', 'Section')).not.toContain('any more');
    await page.close();
  });

  test('is the one that the reader came for, where the page has lost several', async () => {
    const indicators = `${RELATIONS}performance-indicators/`;
    const before = handbookPage(new URL(indicators).pathname) ?? '';
    session.server.setPage(
      new URL(indicators).pathname,
      before
        .replaceAll('"mrarr"', '"renamed-mrarr"')
        .replaceAll('"percent-of-mrs-from-community"', '"share-of-mrs-from-community"'),
    );
    const page = await session.reader.newPage(PAGE);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await panel.click(linkTo(`${indicators}#percent-of-mrs-from-community`));
    await expect.poll(() => page.url()).toBe(`${indicators}#share-of-mrs-from-community`);
    await untilRegionShows(panel, 'You are here', 'Percent of MRs from Community” leads to');
    await panel.click(linkTo(`${indicators}#mrarr`));
    await expect.poll(() => page.url()).toBe(`${indicators}#renamed-mrarr`);
    await untilRegionShows(panel, 'You are here', 'MRARR” leads to');
    session.server.setPage(new URL(indicators).pathname, undefined);
    await page.close();
  });
});
