import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import {
  HANDBOOK,
  linkTo,
  objectivesIn,
  RELATIONS,
  SECTIONS,
  travel,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const FIRST = 'section[aria-label="Objectives"] input';
const AUDIENCE = 'header select';

const firstTicked = (panel: Panel, value: boolean) =>
  panel.waitFor(
    (selector, expected) => document.querySelector<HTMLInputElement>(selector)?.checked === expected,
    FIRST,
    value,
  );
const choose = (panel: Panel, audience: string) =>
  panel.evaluate(
    (selector, value) => {
      const select = document.querySelector<HTMLSelectElement>(selector);
      if (!select) throw new Error('there is no choice of audience');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    AUDIENCE,
    audience,
  );
const markOf = (address: string) => `section[aria-label="Resources"] li:has(a[href="${address}"]) button`;
const untilMarked = (panel: Panel, address: string, value: boolean, timeout?: number) =>
  expect
    .poll(
      () => panel.evaluate((of) => document.querySelector(of)?.getAttribute('aria-pressed'), markOf(address)),
      {
        timeout: timeout ?? 5000,
      },
    )
    .toBe(String(value));

describe('what the reader does is kept', () => {
  const session = useSession({ keepsState: true });

  test('a tick shows in every open panel, counts, and can be taken back', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    const other = await session.reader.newWindow(`${HANDBOOK}engineering/`);
    const otherPanel = await session.reader.openPanel(other);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(FIRST);
    await firstTicked(panel, true);
    const { text } = (await objectivesIn(panel)).find(({ ticked }) => ticked) ?? {};
    await expect
      .poll(async () => (await objectivesIn(otherPanel)).filter(({ ticked }) => ticked))
      .toEqual([{ text, ticked: true }]);
    await panel.waitFor(() => document.querySelector('header .count')?.textContent === '1 of 4 ticked');
    await panel.click(FIRST);
    await firstTicked(panel, false);
    await otherPanel.waitFor(() => document.querySelector('header .count')?.textContent === '0 of 4 ticked');
    await other.close();
    await page.close();
  });

  test('the objectives of the page’s section come first', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    expect((await objectivesIn(panel)).map(({ text }) => text)[0]).toBe(
      'Bring good habits into every exchange with the community',
    );
    await page.goto(`${RELATIONS}developer-advocacy/community-response/`);
    await untilSection(panel, SECTIONS.joinUs);
    expect((await objectivesIn(panel)).map(({ text }) => text)[0]).toBe(
      'Tell how and when to work with the community team',
    );
    await page.close();
  });

  test('another audience has other objectives and its own progress', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(FIRST);
    await firstTicked(panel, true);
    await choose(panel, 'community-member');
    await panel.waitFor(() => document.querySelector('header .count')?.textContent === '0 of 5 ticked');
    expect(await objectivesIn(panel)).toHaveLength(5);
    await choose(panel, 'team-member');
    await panel.waitFor(() => document.querySelector('header .count')?.textContent === '1 of 4 ticked');
    await panel.click(FIRST);
    await firstTicked(panel, false);
    await page.close();
  });

  test('a page shown beside the panel for five seconds is visited, a missing one is not', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await untilMarked(panel, `${HANDBOOK}values/#transparency`, false);
    await untilMarked(panel, `${HANDBOOK}values/#transparency`, true, 8000);
    await untilMarked(panel, `${HANDBOOK}values/#diversity-inclusion`, false);
    await page.goto(`${RELATIONS}community-programs/startups-program/`);
    await untilRegionShows(panel, 'You are here', 'no such page');
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await untilMarked(panel, `${HANDBOOK}sales/high-velocity-sales-fo-team/startups-program/`, false);
    await page.close();
  });

  test('a page that does not load any more is not visited, though it was there before', async () => {
    const stewardship = `${HANDBOOK}company/stewardship/`;
    const openCore = `${stewardship}#how-open-source-benefits-from-open-core`;
    const page = await session.reader.newPage(stewardship);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.strategy);
    await page.goto('https://www.kubernetes.dev/');
    await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    session.server.setFault(new URL(stewardship).pathname, 'cut');
    await page.goto(stewardship).catch(() => {});
    await untilSection(panel, SECTIONS.strategy);
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await untilMarked(panel, openCore, false);
    session.server.setFault(new URL(stewardship).pathname, undefined);
    await page.close();
  });

  test('a resource can be marked and unmarked, and one elsewhere counts when it is opened', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#diversity-inclusion`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    const elsewhere = 'https://www.redhat.com/en/blog/value-open-source';
    await panel.click(markOf(elsewhere));
    await untilMarked(panel, elsewhere, true);
    await panel.click(markOf(elsewhere));
    await untilMarked(panel, elsewhere, false);
    const opened = 'https://www.kubernetes.dev/community/values/#inclusive-is-better-than-exclusive';
    await panel.click(linkTo(opened));
    await untilRegionShows(panel, 'You are here', 'you opened it from here');
    await page.waitForFunction(
      () => location.host === 'www.kubernetes.dev' && document.readyState === 'complete',
    );
    await travel(page, -1);
    await untilRegionShows(panel, 'You are here', 'Fostering DIB');
    await untilMarked(panel, opened, true);
    await page.close();
  });

  test('everything is there again after a restart', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await choose(panel, 'community-member');
    await panel.waitFor(() => document.querySelector('header .count')?.textContent === '0 of 5 ticked');
    await panel.click(FIRST);
    await firstTicked(panel, true);
    await panel.click(markOf(PROGRAM));
    await untilMarked(panel, PROGRAM, true);
    await session.reader.restart();
    const again = await session.reader.openPanel(await session.reader.newPage(PROGRAM));
    await untilSection(again, SECTIONS.programs);
    await again.waitFor(() => document.querySelector('header .count')?.textContent === '1 of 5 ticked');
    await firstTicked(again, true);
    await untilMarked(again, PROGRAM, true);
  });
});
