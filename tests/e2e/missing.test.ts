import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { missingPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { region, untilSeen } from './by-role.ts';
import { untilCurrent,
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

/** The links of “You are here”: those that replace a missing page, with their reasons, and all of them. */
const offeredIn = (panel: Panel) =>
  panel.evaluate(
    (here, title, reasons) => {
      const region = document.querySelector(`section[aria-label="${here}"]`);
      const links = [...(region?.querySelectorAll('a') ?? [])].map(({ href }) => href);
      // The list is named by the sentence above it.
      const list = [...(region?.querySelectorAll('ul[aria-labelledby]') ?? [])].find(
        (each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent === title,
      );
      const offered = [...(list?.querySelectorAll('li') ?? [])].map((item) => [
        reasons.find((reason) => [...item.children].some(({ textContent }) => textContent === reason)),
        item.querySelector('a')?.href,
      ]);
      return { links, offered };
    },
    t('here.title'),
    t('missing.places'),
    ['missing.moved', 'missing.alike', 'missing.above'].map((key) => t(key)),
  );

const untilOffered = (panel: Panel, address: string) =>
  expect.poll(async () => (await offeredIn(panel)).offered.map(([, offered]) => offered)).toContain(address);

describe('next to a missing page, the panel offers existing ones', () => {
  const session = useSession();

  test('for a removed resource: its title, and similar pages', async () => {
    const page = await session.reader.newPage(GONE);
    const panel = await session.reader.openPanel(page);
    const here = await untilRegionShows(panel, t('here.title'), t('missing.above'));
    expect(here).toContain(t('here.missing'));
    expect(here).toContain(`Evangelist Program ${t('here.meant')}`);
    expect(here).toContain(t('moved.gone'));
    const { links, offered } = await offeredIn(panel);
    expect(offered).toHaveLength(5);
    expect(offered[0]).toEqual([t('missing.above'), RELATIONS]);
    expect(offered).toContainEqual([t('missing.alike'), PROGRAM]);
    expect(links).not.toContain(GONE);
    await panel.click(linkTo(PROGRAM, t('here.title')));
    await expect.poll(() => page.url()).toBe(PROGRAM);
    await expect.poll(async () => (await offeredIn(panel)).offered).toEqual([]);
    await untilCurrent(panel, 'Education Program');
  });

  test('for a moved resource: its new address, once', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    const here = await untilRegionShows(panel, t('here.title'), t('missing.above'));
    expect(here).toContain(`Education Program ${t('here.meant')}`);
    expect(here).toContain(t('here.missingMoved'));
    const { links, offered } = await offeredIn(panel);
    expect(links.filter((link) => link === PROGRAM)).toHaveLength(1);
    expect(offered.map(([, address]) => address)).not.toContain(PROGRAM);
  });

  test('for a page that several resources moved from: their new addresses come first', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/quality/performance-indicators/`);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, `${RELATIONS}performance-indicators/`);
    expect((await offeredIn(panel)).offered[0]).toEqual([
      t('missing.moved'),
      `${RELATIONS}performance-indicators/`,
    ]);
  });

  test('for a heading of a moved resource: its title, and its new address', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await page.goto(`${HANDBOOK}engineering/quality/performance-indicators/#mrarr`);
    await untilRegionShows(panel, t('here.title'), t('missing.above'));
    // A heading is read only on a page that exists, however long the reader looks at this one. A wrong reading would come
    // sooner than this wait ends, which is by the page's own clock.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await untilRegionShows(panel, t('here.title'), `MRARR ${t('here.meant')}`);
    expect((await offeredIn(panel)).links).toContain(`${RELATIONS}performance-indicators/#mrarr`);
  });

  test('for another spelling of a page’s address: the page itself comes first', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}Engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, `${HANDBOOK}engineering/`);
    expect((await offeredIn(panel)).offered[0]).toEqual([t('missing.alike'), `${HANDBOOK}engineering/`]);
    await panel.click(linkTo(`${HANDBOOK}engineering/`, t('here.title')));
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
  });

  test('below a resource: the resource is the parent page, not the page that was meant', async () => {
    const page = await session.reader.newPage(`${PROGRAM}no-such-page/`);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, PROGRAM);
    const here = await untilRegionShows(panel, t('here.title'), t('here.above'));
    expect(here).not.toContain(t('here.meant'));
    expect((await offeredIn(panel)).offered).toContainEqual([t('missing.above'), PROGRAM]);
  });

  test('elsewhere: similar pages and the way back, always for the page shown now', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilSeen(panel, region('course.title'));
    await page.goto(`${HANDBOOK}engineering/root-cause-analysis/`);
    await untilOffered(panel, `${HANDBOOK}engineering/workflow/root-cause-analysis/`);
    const { links, offered } = await offeredIn(panel);
    expect(offered.length).toBeLessThanOrEqual(5);
    expect(new Set(links).size).toBe(links.length);
    // The way back comes before what was loaded later.
    expect(links[0]).toBe(PROGRAM);
    expect(links).not.toContain(`${HANDBOOK}engineering/root-cause-analysis/`);
    await page.goto(`${HANDBOOK}sales/readmes/francis-potter/`);
    await untilOffered(panel, `${HANDBOOK}sales/readmes/`);
    expect((await offeredIn(panel)).links).not.toContain(
      `${HANDBOOK}engineering/workflow/root-cause-analysis/`,
    );
    await page.goto(`${HANDBOOK}engineering/`);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    expect((await offeredIn(panel)).offered).toEqual([]);
  });

  test('even for the course page, and says that it is the one that is missing', async () => {
    const course = `${RELATIONS}community-pathway/`;
    session.server.setPage(new URL(course).pathname, missingPage());
    const page = await session.reader.newPage(course);
    const panel = await session.reader.openPanel(page);
    await untilOffered(panel, RELATIONS);
    await untilRegionShows(panel, t('here.title'), t('here.missing'));
    expect((await offeredIn(panel)).links).not.toContain(course);
  });
});
