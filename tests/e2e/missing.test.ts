import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { missingPage } from '../fixtures/pages.ts';
import {
  HANDBOOK,
  linkTo,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const GONE = `${RELATIONS}evangelist-program/`;

/** The links of "You are here": those offered for a missing page with their reasons, and all together. */
const offeredIn = (panel: Panel) =>
  panel.evaluate(() => {
    const region = document.querySelector('section[aria-label="You are here"]');
    const links = [...(region?.querySelectorAll('a') ?? [])].map(({ href }) => href);
    const offered = [...(region?.querySelectorAll('.candidates li') ?? [])].map((item) => [
      item.querySelector('.tag')?.textContent,
      item.querySelector('a')?.href,
    ]);
    return { links, offered };
  });

const untilOffered = (panel: Panel, address: string) =>
  expect.poll(async () => (await offeredIn(panel)).offered.map(([, offered]) => offered)).toContain(address);

describe('beside a missing page the panel offers living ones', () => {
  const session = useSession({ keepsState: true });

  test('for a resource that is gone: which it was, and what is like it', async () => {
    const page = await session.reader.newPage(GONE);
    const panel = await session.reader.openPanel(page);
    const here = await untilRegionShows(panel, 'You are here', 'the page above it');
    expect(here).toContain('no such page any more');
    expect(here).toContain('Evangelist Program was meant');
    expect(here).toContain('no other has taken its place');
    const { links, offered } = await offeredIn(panel);
    expect(offered).toHaveLength(5);
    expect(offered[0]).toEqual(['the page above it', RELATIONS]);
    expect(offered).toContainEqual(['similar address', PROGRAM]);
    expect(links).not.toContain(GONE);
    await panel.click(linkTo(PROGRAM, 'You are here'));
    await expect.poll(() => page.url()).toBe(PROGRAM);
    await panel.waitFor(() => !document.querySelector('.candidates'));
    await untilRegionShows(panel, 'You are here', 'Education Program this page');
    await page.close();
  });

  test('for a resource that moved: where it is now, once', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    const here = await untilRegionShows(panel, 'You are here', 'the page above it');
    expect(here).toContain('Education Program was meant');
    expect(here).toContain('The page of this resource has moved');
    const { links, offered } = await offeredIn(panel);
    expect(links.filter((link) => link === PROGRAM)).toHaveLength(1);
    expect(offered.map(([, address]) => address)).not.toContain(PROGRAM);
    await page.close();
  });

  test('for a page that several resources moved from: where they are now comes first', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/quality/performance-indicators/`);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, `${RELATIONS}performance-indicators/`);
    expect((await offeredIn(panel)).offered[0]).toEqual([
      'moved here',
      `${RELATIONS}performance-indicators/`,
    ]);
    await page.close();
  });

  test('for the heading that one of them had there: which it was, and where it is now', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await page.goto(`${HANDBOOK}engineering/quality/performance-indicators/#mrarr`);
    await untilRegionShows(panel, 'You are here', 'the page above it');
    // A heading is only read on a page that is there, however long the reader looks at this one.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await untilRegionShows(panel, 'You are here', 'MRARR was meant');
    expect((await offeredIn(panel)).links).toContain(`${RELATIONS}performance-indicators/#mrarr`);
    await page.close();
  });

  test('for a page whose address is written in another way: the page itself comes first', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}Engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, `${HANDBOOK}engineering/`);
    expect((await offeredIn(panel)).offered[0]).toEqual(['similar address', `${HANDBOOK}engineering/`]);
    await panel.click(linkTo(`${HANDBOOK}engineering/`, 'You are here'));
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await page.close();
  });

  test('below a resource: the resource is above, and was not meant', async () => {
    const page = await session.reader.newPage(`${PROGRAM}no-such-page/`);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, PROGRAM);
    const here = await untilRegionShows(panel, 'You are here', 'above this page');
    expect(here).not.toContain('was meant');
    expect((await offeredIn(panel)).offered).toContainEqual(['the page above it', PROGRAM]);
    await page.close();
  });

  test('elsewhere: what is like it and the way back, and always for the page shown now', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(() => document.querySelector('section[aria-label="Course"]'));
    await page.goto(`${HANDBOOK}engineering/root-cause-analysis/`);
    await untilOffered(panel, `${HANDBOOK}engineering/workflow/root-cause-analysis/`);
    const { links, offered } = await offeredIn(panel);
    expect(offered.length).toBeLessThanOrEqual(5);
    expect(new Set(links).size).toBe(links.length);
    // The way back comes before what came later.
    expect(links[0]).toBe(PROGRAM);
    expect(links).not.toContain(`${HANDBOOK}engineering/root-cause-analysis/`);
    await page.goto(`${HANDBOOK}sales/readmes/francis-potter/`);
    await untilOffered(panel, `${HANDBOOK}sales/readmes/`);
    expect((await offeredIn(panel)).links).not.toContain(
      `${HANDBOOK}engineering/workflow/root-cause-analysis/`,
    );
    await page.goto(`${HANDBOOK}engineering/`);
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    expect((await offeredIn(panel)).offered).toEqual([]);
    await page.close();
  });

  test('even for the course’s own page, of which it says that it is missing', async () => {
    const course = `${RELATIONS}community-pathway/`;
    session.server.setPage(new URL(course).pathname, missingPage());
    const page = await session.reader.newPage(course);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, RELATIONS);
    await untilRegionShows(panel, 'You are here', 'no such page');
    expect((await offeredIn(panel)).links).not.toContain(course);
    session.server.setPage(new URL(course).pathname, undefined);
    await page.close();
  });
});
