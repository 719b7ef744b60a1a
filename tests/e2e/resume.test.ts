import { describe, expect, test } from 'vitest';
import { handbookPage } from '../fixtures/pages.ts';
import { patternOf, t } from '../texts.ts';
import { button, click, named, region, seen, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { CONTINUE, nextLink } from './panel-parts.ts';
import {
  HANDBOOK,
  objectivesIn,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';
import { markOf, untilVisited } from './ticks-and-visits.ts';

const INDICATORS = `${RELATIONS}performance-indicators/`;
const PROGRAM = `${RELATIONS}programs/education-program/`;
const OUTSIDE = `${HANDBOOK}engineering/`;
/** The heading that is read, and the title of its resource. */
const HEADING = 'wider-community-merged-mrs-per-release';

describe('the next day', () => {
  const session = useSession();

  test('the reader continues where they left off: at the page, the heading and the text', async () => {
    // The other paragraphs of the test handbook repeat, and only a unique text identifies its place.
    const heading = `id="${HEADING}"`;
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
    await page.evaluate((id) => {
      // Far enough down that this heading is the one being read.
      const { top = 0 } = document.getElementById(id)?.getBoundingClientRect() ?? {};
      scrollBy({ top: top - innerHeight * 0.25, behavior: 'instant' });
    }, HEADING);
    await untilCurrent(panel, 'Wider Community merged MRs per release');
    // The place is saved after five seconds of visibility, later on a slow machine.
    const kept = async () => JSON.stringify(await panel.evaluate(recordsAfter, []));
    await expect.poll(kept).toContain(`#${HEADING}`);
    await session.reader.restart();
    const again = await session.reader.newPage(OUTSIDE);
    const reopened = await session.reader.openPanel(again);
    const { href: address } = await untilSeen(reopened, CONTINUE, ({ href }) => href?.includes('#') === true);
    const words = session.reader.name === 'firefox' ? '' : ':~:text=No%20other%20paragraph';
    expect(address).toContain(`performance-indicators/#${HEADING}${words}`);
    await click(reopened, CONTINUE);
    await untilSection(reopened, SECTIONS.strategy);
    // Browsers place the text differently, so it only has to be in the window.
    const seen = () =>
      again
        .evaluate((id) => {
          const { top = -1 } = document.getElementById(id)?.getBoundingClientRect() ?? {};
          return top >= 0 && top < innerHeight;
        }, HEADING)
        .catch(() => false);
    await expect.poll(seen).toBe(true);
  });
});

describe('the next step', () => {
  const session = useSession();

  test('is a resource that wasn’t visited; once all of an objective’s sections are visited, its tick is suggested', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSeen(panel, nextLink('Startups Program'));
    await click(panel, markOf('Startups Program'));
    await untilSeen(panel, nextLink('GitLab Diversity Scholarship program'));
    const objectives = async () => (await seen(panel, region('objectives.then')))[0]?.text;
    expect(await objectives()).not.toContain(t('objectives.ready'));
    const unread = within(region('resources.title'), named('button', patternOf('resources.markThis')));
    const more = within(region('resources.title'), button('resources.more', 1));
    for (const _ of await seen(panel, more)) await click(panel, more);
    // The page itself counts as read after a while.
    await untilVisited(panel, 'Education Program');
    for (const { name } of await seen(panel, unread))
      await click(panel, within(region('resources.title'), named('button', name)));
    await untilRegionShows(panel, t('objectives.then'), t('objectives.ready'));
    expect((await objectivesIn(panel)).filter(({ ticked }) => ticked)).toEqual([]);
    await click(panel, button('next.tick'));
    const box = within(region('objectives.then'), named('checkbox'));
    await untilSeen(panel, box, ({ focused }) => focused);
    await panel.press(' ');
    await untilSeen(panel, box, ({ checked }) => checked === true);
    await click(panel, button('next.section', [SECTIONS.practices]));
    await untilSection(panel, SECTIONS.practices);
    expect(page.url()).toBe(PROGRAM);
  });
});
