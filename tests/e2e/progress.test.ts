import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { choose, click, combobox, named, region, seen, untilSeen, within } from './by-role.ts';
import { untilNoticed } from './notices.ts';
import { boxOf, closeSheet, openSettings, tick, untilReason, untilWritable } from './panel-parts.ts';
import {
  HANDBOOK,
  linkTo,
  objectivesIn,
  RELATIONS,
  SECTIONS,
  travel,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';
import {
  letReadingTimePass,
  markOf,
  READING_TIME,
  untilTicked,
  untilVisited,
  visitTimes,
} from './ticks-and-visits.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
/** The team member's objective of the programs section, and the community member's. */
const PROGRAMS = 'Name the programs and know where to read more about each';
const THEIRS = 'Find the programs and resources that are there for you';
/** A resource of the section about best practices. */
const OTHER = 'Participating in Open Source Communities';

async function chooseAudience(panel: Panel, audience: string): Promise<void> {
  await openSettings(panel);
  await choose(panel, within(region('learning.title'), combobox('audience')), audience);
  await closeSheet(panel);
}

describe('progress is saved', () => {
  const session = useSession();

  test('a tick shows in every open panel, counts, and can be removed', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    const other = await session.reader.newWindow(`${HANDBOOK}engineering/`);
    const otherPanel = await session.reader.openPanel(other);
    await untilSection(panel, SECTIONS.programs);
    await tick(panel, PROGRAMS);
    await expect
      .poll(async () => (await objectivesIn(otherPanel)).filter(({ ticked }) => ticked))
      .toEqual([{ text: PROGRAMS, ticked: true }]);
    await untilTicked(panel, 1, 4);
    await tick(panel, PROGRAMS, false);
    await untilTicked(otherPanel, 0, 4);
  });

  test('the objectives of the page’s section follow its resources, the others are folded', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    const shown = async () => (await seen(panel, named('checkbox'))).map(({ name }) => name);
    await expect.poll(shown).toEqual(['Bring good habits into every exchange with the community']);
    await page.goto(`${RELATIONS}developer-advocacy/community-response/`);
    await untilSection(panel, SECTIONS.joinUs);
    await expect.poll(shown).toEqual(['Tell how and when to work with the community team']);
    const then = within(region('objectives.then'), named('checkbox'));
    await click(panel, then);
    await untilSeen(panel, then, ({ checked }) => checked === true);
    await untilTicked(panel, 1, 4);
  });

  test('another audience has other objectives and separate progress', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await tick(panel, PROGRAMS);
    await chooseAudience(panel, 'Community member');
    await untilTicked(panel, 0, 5);
    expect(await objectivesIn(panel)).toHaveLength(5);
    await chooseAudience(panel, 'Team member');
    await untilTicked(panel, 1, 4);
  });

  test('a page that is shown next to the panel for five seconds counts as visited, a missing one does not', async () => {
    const began = Date.now();
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    // The page is narrower next to the panel, so that Firefox scrolls away from the heading.
    await page.evaluate(() => document.querySelector('#transparency')?.scrollIntoView());
    await untilVisited(panel, 'Transparency and openness');
    const [visited = 0] = await visitTimes(panel, 'transparency');
    expect(visited).toBeGreaterThan(began + READING_TIME);
    await untilVisited(panel, 'Fostering DIB in our community', false);
    await page.goto(`${RELATIONS}community-programs/startups-program/`);
    await untilNoticed(panel, t('moved.title'));
    await letReadingTimePass(panel, 'Open Source Program');
    await untilVisited(panel, 'Startups Program', false);
    expect(await visitTimes(panel, 'startups-program')).toEqual([]);
  });

  test('a page that no longer loads does not count as visited, although it existed before', async () => {
    const stewardship = `${HANDBOOK}company/stewardship/`;
    const page = await session.reader.newPage(stewardship);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await page.goto('https://www.kubernetes.dev/');
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
    // On a slow machine the page may have been visible for long enough before.
    const before = await visitTimes(panel, 'open-core');
    session.server.setFault(new URL(stewardship).pathname, 'cut');
    await page.goto(stewardship).catch(() => {});
    await untilSection(panel, SECTIONS.strategy);
    await letReadingTimePass(panel, 'MRARR');
    expect(await visitTimes(panel, 'open-core')).toEqual(before);
  });

  test('a resource can be marked and unmarked, and one outside the handbook counts when it is opened', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await click(panel, markOf(OTHER));
    await untilVisited(panel, OTHER);
    await click(panel, markOf(OTHER));
    await untilVisited(panel, OTHER, false);
    await panel.click(
      linkTo('https://www.kubernetes.dev/community/values/#inclusive-is-better-than-exclusive'),
    );
    await untilCurrent(panel, 'Kubernetes Community Values');
    await untilReason(panel, 'reason.opened');
    await page.waitForFunction(
      () => location.host === 'www.kubernetes.dev' && document.readyState === 'complete',
    );
    await travel(page, -1);
    await untilCurrent(panel, 'Fostering DIB in our community');
    await untilVisited(panel, 'Kubernetes Community Values');
  });

  test('everything is there after a restart', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await chooseAudience(panel, 'Community member');
    await untilTicked(panel, 0, 5);
    await tick(panel, THEIRS);
    await click(panel, markOf('Open Source Program'));
    await untilVisited(panel, 'Open Source Program');
    await session.reader.restart();
    const again = await session.reader.openPanel(await session.reader.newPage(PROGRAM));
    await untilSection(again, SECTIONS.programs);
    await untilTicked(again, 1, 5);
    await untilWritable(again);
    await untilSeen(again, boxOf(THEIRS), ({ checked }) => checked === true);
    await untilVisited(again, 'Open Source Program');
  });
});
