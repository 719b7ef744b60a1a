import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage, stubPage } from '../fixtures/pages.ts';
import {
  HANDBOOK,
  linkTo,
  pathOf,
  RELATIONS,
  recordKeys,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const START = `${RELATIONS}developer-advocacy/`;
const EDUCATION = { title: 'Education Program', address: `${RELATIONS}programs/education-program/` };
const OPEN_SOURCE = { title: 'Open Source Program', address: `${RELATIONS}programs/open-source-program/` };
const STARTUPS = {
  title: 'Startups Program',
  address: `${HANDBOOK}sales/high-velocity-sales-fo-team/startups-program/`,
};
/** Another place for a page: with the name that it has, or with a new one. */
const elsewhere = (address: string, name = address.split('/').at(-2)) => `${RELATIONS}outreach/${name}/`;

/** How many moves are on record, refused ones included. */
const learned = async (panel: Panel) =>
  (await panel.evaluate(recordKeys)).filter(([, kind]) => kind === 'move').length;

describe('a link that the handbook leads elsewhere', () => {
  const session = useSession({ keepsState: true });

  const move = (from: string, to: string, how: 'redirect' | 'stub') => {
    session.server.setPage(pathOf(to), handbookPage(pathOf(from)));
    if (how === 'redirect') session.server.setRedirect(pathOf(from), pathOf(to));
    else session.server.setPage(pathOf(from), stubPage(to));
  };
  /** The handbook has dropped its redirect, and the old address with it. */
  const expire = (from: string) => {
    session.server.setRedirect(pathOf(from), `${pathOf(from)}gone/`);
    session.server.setPage(pathOf(from), undefined);
  };
  const open = (panel: Panel, address: string) => panel.click(linkTo(address, 'Programs'));
  const untilLinkLeadsTo = (panel: Panel, address: string) =>
    panel.waitFor((selector) => document.querySelector(selector) !== null, linkTo(address, 'Programs'));
  const begin = async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    return { tab, panel };
  };

  test.each([
    ['redirect' as const, EDUCATION],
    ['stub' as const, OPEN_SOURCE],
  ])(
    'by a %s, to a page of the same name: the panel knows the page, keeps the move after it expired, and says why',
    async (how, { title, address }) => {
      const moved = elsewhere(address);
      move(address, moved, how);
      const { tab, panel } = await begin();
      await open(panel, address);
      await expect.poll(() => tab.url()).toBe(moved);
      await untilRegionShows(panel, 'You are here', `${title} this page`);
      await untilRegionShows(panel, 'You are here', 'has moved here, or away from here');
      await untilLinkLeadsTo(panel, moved);
      expire(address);
      await tab.goto(START);
      await untilRegionShows(panel, 'You are here', 'Developer Evangelism this page');
      await open(panel, moved);
      await expect.poll(() => tab.url()).toBe(moved);
      await untilRegionShows(panel, 'You are here', `${title} this page`);
      const item = `section[aria-label="Programs"] li:has(> div > a[href="${moved}"])`;
      await panel.click(`${item} summary`);
      await untilRegionShows(panel, 'Programs', 'When you opened this link, the handbook led you here.');
      await untilRegionShows(panel, 'Programs', `- [${title}](${pathOf(moved)})`);
      // The resource being read stands out by its own link alone.
      const weights = await panel.evaluate(
        (of) =>
          [...document.querySelectorAll(`${of} a`)].map(
            (link) => getComputedStyle(link).textDecorationThickness,
          ),
        item,
      );
      expect(weights).toEqual(['2px', 'auto']);
      await panel.click(`${item} .moved-link > button`);
      await untilLinkLeadsTo(panel, address);
      // The button is gone: the focus is on the link that it was about.
      expect(await panel.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(address);
      await panel.close();
      await tab.close();
    },
  );

  test('to a page of another name: it is believed when it was seen twice', async () => {
    const { address } = STARTUPS;
    const moved = elsewhere(address, 'young-companies');
    move(address, moved, 'redirect');
    const { tab, panel } = await begin();
    const before = await learned(panel);
    await open(panel, address);
    await expect.poll(() => tab.url()).toBe(moved);
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await expect.poll(() => learned(panel)).toBe(before + 1);
    await tab.goto(START);
    await untilRegionShows(panel, 'You are here', 'Developer Evangelism this page');
    await open(panel, address);
    await untilLinkLeadsTo(panel, moved);
    await untilRegionShows(panel, 'You are here', 'Startups Program this page');
    await panel.close();
    await tab.close();
  });
});

describe('a link that leads where its page has not moved', () => {
  const session = useSession({ keepsState: true });
  const { address } = EDUCATION;

  test('to the front page, a page above it or a missing one: nothing is learned', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    for (const target of ['/handbook/', '/handbook/marketing/developer-relations/', '/handbook/nowhere/']) {
      session.server.setRedirect(pathOf(address), target);
      for (const _ of ['once', 'twice']) {
        await panel.click(linkTo(address, 'Programs'));
        await expect.poll(() => pathOf(tab.url())).toBe(target);
        await untilRegionShows(
          panel,
          'You are here',
          target.includes('nowhere') ? 'no such page' : 'not part',
        );
        await tab.goto(START);
        await untilRegionShows(panel, 'You are here', 'Developer Evangelism this page');
      }
    }
    session.server.setRedirect(pathOf(address), undefined);
    expect(await learned(panel)).toBe(0);
    await panel.close();
    await tab.close();
  });

  test('nowhere, so that the reader opens another link of the panel: that is not where it leads', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    const course = `${RELATIONS}community-pathway/`;
    session.server.setFault(pathOf(address), 'never');
    await panel.click(linkTo(address, 'Programs'));
    await expect.poll(() => session.server.requests.at(-1)).toBe(address);
    await panel.click(linkTo(course, 'Course'));
    await expect.poll(() => tab.url()).toBe(course);
    // What the panel follows it has read.
    await tab.waitForFunction(() => document.readyState === 'complete');
    await tab.evaluate(() => document.getElementById('join-us')?.scrollIntoView());
    await untilSection(panel, SECTIONS.joinUs);
    session.server.setFault(pathOf(address), undefined);
    await tab.goto(START);
    await untilRegionShows(panel, 'You are here', 'Developer Evangelism this page');
    expect(await learned(panel)).toBe(0);
    await panel.close();
    await tab.close();
  });

  test('to its own page, from which the reader goes on: that is not taken for its new place', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(linkTo(address, 'Programs'));
    await untilRegionShows(panel, 'You are here', 'Education Program this page');
    session.server.setPage(pathOf(elsewhere(address)), handbookPage(pathOf(address)));
    await tab.goto(elsewhere(address));
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    expect(await learned(panel)).toBe(0);
    await panel.close();
    await tab.close();
  });
});
