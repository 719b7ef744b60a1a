import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage, stubPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { button, click, containing, dialog, named, region, untilGone, untilSeen, within } from './by-role.ts';
import { recordKeys } from './clipboard-and-records.ts';
import { untilClosed } from './note-sheet.ts';
import { openFold, openView, untilReason } from './panel-parts.ts';
import {
  HANDBOOK,
  linkTo,
  pathOf,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const READ = region('resources.title');
const OUTDATED = dialog('outdated.title');
const START = `${RELATIONS}developer-advocacy/`;
const EDUCATION = { title: 'Education Program', address: `${RELATIONS}programs/education-program/` };
const OPEN_SOURCE = { title: 'Open Source Program', address: `${RELATIONS}programs/open-source-program/` };
const STARTUPS = {
  title: 'Startups Program',
  address: `${HANDBOOK}sales/high-velocity-sales-fo-team/startups-program/`,
};
/** New addresses of a page: with the same name, and with another one. */
const elsewhere = (address: string, name = address.split('/').at(-2)) => `${RELATIONS}outreach/${name}/`;

/** Returns the number of stored moves, refused ones included. */
const learned = async (panel: Panel) =>
  (await recordKeys(panel.evaluate)).filter(([, kind]) => kind === 'move').length;

describe('a link that the handbook redirects', () => {
  const session = useSession();

  const move = (from: string, to: string, how: 'redirect' | 'stub') => {
    session.server.setPage(pathOf(to), handbookPage(pathOf(from)));
    if (how === 'redirect') session.server.setRedirect(pathOf(from), pathOf(to));
    else session.server.setPage(pathOf(from), stubPage(to));
  };
  /** Removes the redirect and the old address, as the handbook does later. */
  const expire = (from: string) => {
    session.server.setRedirect(pathOf(from), `${pathOf(from)}gone/`);
    session.server.setPage(pathOf(from), undefined);
  };
  const open = (panel: Panel, address: string) => panel.click(linkTo(address));
  const untilLinkLeadsTo = (panel: Panel, address: string) =>
    untilSeen(panel, within(READ, named('link')), ({ href }) => href === address);
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
    'by a %s, to a page of the same name: the panel knows the page, remembers the move after the redirect was removed, and says why',
    async (how, { title, address }) => {
      const moved = elsewhere(address);
      move(address, moved, how);
      const { tab, panel } = await begin();
      await open(panel, address);
      await expect.poll(() => tab.url()).toBe(moved);
      await untilCurrent(panel, title);
      await untilReason(panel, 'reason.moved');
      await untilLinkLeadsTo(panel, moved);
      expire(address);
      await tab.goto(START);
      await untilCurrent(panel, 'Developer Evangelism');
      await open(panel, moved);
      await expect.poll(() => tab.url()).toBe(moved);
      await untilCurrent(panel, title);
      // The resource being read is marked by its own link only.
      expect(await panel.evaluate(() => document.querySelectorAll('[aria-current=page]').length)).toBe(1);
      await openView(panel, 'outdated.title');
      const item = within(OUTDATED, containing(named('listitem'), named('heading', title)));
      const { text } = await untilSeen(panel, item);
      expect(text).toContain(t('moved.opened'));
      expect(text).toContain(`- [${title}](${pathOf(moved)})`);
      await click(panel, within(item, button('actionsFor', [title])));
      await click(panel, within(item, button('moved.takeBack')));
      await untilGone(panel, within(item, button('moved.takeBack')));
      // The entry may be removed, but the focus stays in the list.
      await panel.waitFor(() => document.activeElement?.closest('dialog section'));
      await panel.press('Escape');
      await untilClosed(panel);
      // The page isn't part of the course any more, so its programs are in a fold.
      await openFold(panel, 'programs.title');
      const link = within(region('programs.title'), named('link', title));
      expect((await untilSeen(panel, link)).href).toBe(address);
    },
  );

  test('to a page with another name: the move is saved once it was seen twice', async () => {
    const { address } = STARTUPS;
    const moved = elsewhere(address, 'young-companies');
    move(address, moved, 'redirect');
    const { tab, panel } = await begin();
    await open(panel, address);
    await expect.poll(() => tab.url()).toBe(moved);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    await expect.poll(() => learned(panel)).toBe(1);
    await tab.goto(START);
    await untilCurrent(panel, 'Developer Evangelism');
    await open(panel, address);
    await untilLinkLeadsTo(panel, moved);
    await untilCurrent(panel, 'Startups Program');
  });
});

describe('a link that leads elsewhere although its page has not moved', () => {
  const session = useSession();
  const { address } = EDUCATION;

  test('to the front page, a parent page or a missing one: no move is saved', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    for (const target of ['/handbook/', '/handbook/marketing/developer-relations/', '/handbook/nowhere/']) {
      session.server.setRedirect(pathOf(address), target);
      for (const _ of ['once', 'twice']) {
        await panel.click(linkTo(address));
        await expect.poll(() => pathOf(tab.url())).toBe(target);
        await untilRegionShows(
          panel,
          t('here.title'),
          target.includes('nowhere') ? t('here.missing') : t('here.notInCourse'),
        );
        await tab.goto(START);
        await untilCurrent(panel, 'Developer Evangelism');
      }
    }
    expect(await learned(panel)).toBe(0);
  });

  test('nowhere, so that the reader opens another link: its page isn’t saved as the new address', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    const course = `${RELATIONS}community-pathway/`;
    session.server.setFault(pathOf(address), 'never');
    await panel.click(linkTo(address));
    await expect.poll(() => session.server.requests).toContain(address);
    await openView(panel, 'course.openPage');
    await expect.poll(() => tab.url()).toBe(course);
    // The panel has read the page once it follows it.
    await tab.waitForFunction(() => document.readyState === 'complete');
    await tab.evaluate(() => document.getElementById('join-us')?.scrollIntoView());
    await untilSection(panel, SECTIONS.joinUs);
    session.server.setFault(pathOf(address), undefined);
    await tab.goto(START);
    await untilCurrent(panel, 'Developer Evangelism');
    expect(await learned(panel)).toBe(0);
  });

  test('to its own page, from which the reader navigates on: that isn’t saved as the new address', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(linkTo(address));
    await untilCurrent(panel, 'Education Program');
    session.server.setPage(pathOf(elsewhere(address)), handbookPage(pathOf(address)));
    await tab.goto(elsewhere(address));
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    expect(await learned(panel)).toBe(0);
  });
});
