import { describe, expect, test } from 'vitest';
import { handbookPage } from '../fixtures/pages.ts';
import { fixedPartOf, t } from '../texts.ts';
import { button, click, region, untilSeen, within } from './by-role.ts';
import { untilReason } from './panel-parts.ts';
import {
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PAGE = `${HANDBOOK}company/stewardship/`;
const LOST = `${PAGE}#how-open-source-benefits-from-open-core`;
const lost = (resource: string, heading: string) => t('here.lostHeading', [resource, heading]);
const OPEN_CORE = 'GitLab’s strategy & open core model';
const LOST_OPEN_CORE = lost(OPEN_CORE, 'how-open-source-benefits-from-open-core');
/** Leads to the heading that is meant. */
const CLOSEST = within(
  region('here.title'),
  button('here.closestHeading', ['How Open Source Benefits From Open Core']),
);
const RENAMED = 'open-source-and-what-it-gains-from-open-core';

describe('a resource whose heading is no longer on its page', () => {
  const session = useSession();

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
    await untilRegionShows(panel, t('here.title'), LOST_OPEN_CORE);
    await untilSeen(panel, CLOSEST);
    // A reader who goes to that address without the panel stays there, and sees a notice.
    await page.goto('about:blank');
    await page.goto(LOST);
    await untilRegionShows(panel, t('here.title'), LOST_OPEN_CORE);
    await click(panel, CLOSEST);
    await expect.poll(() => page.url()).toBe(`${PAGE}#${RENAMED}`);
    session.server.setPage(new URL(PAGE).pathname, undefined);
    await page.goto('about:blank');
    await page.goto(LOST);
    await untilCurrent(panel, OPEN_CORE);
    await untilReason(panel, 'reason.heading');
    expect((await untilSeen(panel, region('here.title'))).text).not.toContain(
      fixedPartOf('here.lostHeading'),
    );
    await page.close();
  });

  test('is the one that the reader came for, if the page has lost several', async () => {
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
    await untilRegionShows(
      panel,
      t('here.title'),
      lost('Percent of MRs from Community', 'percent-of-mrs-from-community'),
    );
    await panel.click(linkTo(`${indicators}#mrarr`));
    await expect.poll(() => page.url()).toBe(`${indicators}#renamed-mrarr`);
    await untilRegionShows(panel, t('here.title'), lost('MRARR', 'mrarr'));
    session.server.setPage(new URL(indicators).pathname, undefined);
    await page.close();
  });
});
