import { describe, expect, test } from 'vitest';
import titles from '../../assets/sites/titles.json' with { type: 'json' };
import type { Panel } from '../browsers/reader.ts';
import { missingPage } from '../fixtures/pages.ts';
import { fixedPartOf, t } from '../texts.ts';
import { button, click, named, region, seen, untilGone, untilSeen, within } from './by-role.ts';
import { CONTINUE } from './panel-parts.ts';
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

const PROGRAM = `${RELATIONS}programs/education-program/`;
const INDICATORS = `${RELATIONS}performance-indicators/`;
const GONE = `${RELATIONS}evangelist-program/`;
const HERE = region('here.title');
/** The button of a moved resource. */
const OPEN_MOVED = within(HERE, button('moved.open'));
/** The button of the best suggestion, if that is this page. It has the page's title, or its path if that isn't known. */
const opens = (address: string) => {
  const path = address.slice(titles.origin.length);
  const known: Partial<Record<string, string>> = titles.titles;
  return within(HERE, button('missing.open', [known[path] ?? path]));
};

/**
 * What the card offers instead of a missing page: the reason for the best suggestion, the others with their reasons, and the
 * addresses of all links.
 */
const offeredIn = (panel: Panel) =>
  panel.evaluate(
    (here, reasons) => {
      const region = document.querySelector(`section[aria-label="${here}"]`);
      const reasonIn = (place: Element | null | undefined) =>
        reasons.find((reason) =>
          [...(place?.children ?? [])].some(({ textContent }) => textContent?.startsWith(reason)),
        );
      const others = [...(region?.querySelectorAll('li') ?? [])];
      return {
        best: reasonIn(region?.querySelector('.notice')),
        others: others.map((item) => [reasonIn(item), item.querySelector('a')?.href]),
        links: [...(region?.querySelectorAll('a') ?? [])].map(({ href }) => href),
      };
    },
    t('here.title'),
    ['missing.moved', 'missing.similar', 'missing.above'].map((key) => t(key)),
  );

/** Waits until the best suggestion is this page, for this reason. */
async function untilBest(panel: Panel, address: string, reason: string): Promise<void> {
  await untilSeen(panel, opens(address));
  expect((await offeredIn(panel)).best).toBe(t(reason));
}
/** Waits until this page is among the suggestions. */
const untilOffered = (panel: Panel, address: string) =>
  expect
    .poll(async () => {
      const { links } = await offeredIn(panel);
      return links.includes(address) || (await seen(panel, opens(address))).length > 0;
    })
    .toBe(true);

describe('next to a missing page, the panel offers existing ones', () => {
  const session = useSession();

  test('for a removed resource: its title, and similar pages', async () => {
    const page = await session.reader.newPage(GONE);
    const panel = await session.reader.openPanel(page);
    await untilBest(panel, RELATIONS, 'missing.above');
    const { text } = await untilSeen(panel, HERE);
    expect(text).toContain(t('here.missing'));
    expect(text).not.toContain(t('moved.removed'));
    // The resource that was meant is marked in its section.
    await untilSection(panel, SECTIONS.programs);
    const row = within(region('resources.title'), named('listitem', /Evangelist Program/));
    const meant = await untilSeen(panel, row);
    expect(meant.text).toContain(t('resources.state.here'));
    expect(meant.text).toContain(t('resources.state.removed'));
    const { others, links } = await offeredIn(panel);
    expect(others.map(([, href]) => href).filter((href) => !href?.startsWith(RELATIONS))).toEqual([]);
    expect(others).toContainEqual([t('missing.similar'), PROGRAM]);
    expect(links).not.toContain(GONE);
    await click(panel, within(HERE, button('missing.places')));
    await panel.click(linkTo(PROGRAM, t('here.title')));
    await expect.poll(() => page.url()).toBe(PROGRAM);
    await expect.poll(() => offeredIn(panel)).toEqual({ best: undefined, others: [], links: [] });
    await untilCurrent(panel, 'Education Program');
  });

  test('for a moved resource: its new address, and nothing else', async () => {
    const page = await session.reader.newPage(`${RELATIONS}community-programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSeen(panel, OPEN_MOVED);
    const { text } = await untilSeen(panel, HERE);
    expect(text).toContain(t('moved.title'));
    expect(text).toContain(t('moved.text', ['Education Program']));
    expect(text).not.toContain(t('here.missing'));
    expect(await offeredIn(panel)).toEqual({ best: undefined, others: [], links: [] });
    await untilCurrent(panel, 'Education Program');
    await click(panel, OPEN_MOVED);
    await expect.poll(() => page.url()).toBe(PROGRAM);
    await untilGone(panel, OPEN_MOVED);
  });

  test('for a page that several resources moved from: their new address comes first', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/quality/performance-indicators/`);
    const panel = await session.reader.openPanel(page);
    await untilBest(panel, INDICATORS, 'missing.moved');
    expect((await offeredIn(panel)).links).toEqual([]);
    await click(panel, opens(INDICATORS));
    await expect.poll(() => page.url()).toBe(INDICATORS);
  });

  test('for a resource that was at its former address between two editions: its new address', async () => {
    const page = await session.reader.newPage(`${RELATIONS}strategy-programs/startups-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSeen(panel, OPEN_MOVED);
    await untilRegionShows(panel, t('here.title'), t('moved.text', ['Startups Program']));
    await untilCurrent(panel, 'Startups Program');
  });

  test('in a folder that moved: the page at the same place in the new folder', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}marketing/strategy-performance/dashboards/`);
    const panel = await session.reader.openPanel(page);
    await untilBest(panel, `${HANDBOOK}enterprise-data/marketing-analytics/dashboards/`, 'missing.similar');
  });

  test('for a heading of a moved resource: its title, and its new address', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await page.goto(`${HANDBOOK}engineering/quality/performance-indicators/#mrarr`);
    await untilSeen(panel, OPEN_MOVED);
    // A heading is read only on a page that exists, however long the reader looks at this one. A wrong reading would come
    // sooner than this wait ends, which is by the page's own clock.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await untilRegionShows(panel, t('here.title'), t('moved.text', ['MRARR']));
    await untilCurrent(panel, 'MRARR');
    await click(panel, OPEN_MOVED);
    await expect.poll(() => page.url()).toBe(`${INDICATORS}#mrarr`);
  });

  test('for another spelling of a page’s address: the page itself comes first', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}Engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilBest(panel, `${HANDBOOK}engineering/`, 'missing.similar');
    await click(panel, opens(`${HANDBOOK}engineering/`));
    await expect.poll(() => page.url()).toBe(`${HANDBOOK}engineering/`);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
  });

  test('below a resource: the resource is the parent page, not the page that was meant', async () => {
    const page = await session.reader.newPage(`${PROGRAM}no-such-page/`);
    const panel = await session.reader.openPanel(page);
    await untilBest(panel, PROGRAM, 'missing.above');
    await untilSection(panel, SECTIONS.programs);
    expect(await panel.evaluate(() => !document.querySelector('main [aria-current=page]'))).toBe(true);
    const read = await untilSeen(panel, region('resources.title'));
    expect(read.text).not.toContain(t('resources.state.here'));
  });

  test('elsewhere: similar pages and the way back, always for the page shown now', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await page.goto(`${HANDBOOK}engineering/root-cause-analysis/`);
    const similar = `${HANDBOOK}engineering/workflow/root-cause-analysis/`;
    await untilBest(panel, similar, 'missing.similar');
    const { links } = await offeredIn(panel);
    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThanOrEqual(4);
    expect(new Set([similar, ...links]).size).toBe(links.length + 1);
    expect(links).not.toContain(`${HANDBOOK}engineering/root-cause-analysis/`);
    const back = await untilSeen(panel, CONTINUE);
    expect(back.name).toBe(t('next.continue', ['Education Program']));
    expect(back.href).toBe(PROGRAM);
    await page.goto(`${HANDBOOK}sales/readmes/francis-potter/`);
    await untilOffered(panel, `${HANDBOOK}sales/readmes/`);
    expect((await offeredIn(panel)).links).not.toContain(similar);
    expect(await seen(panel, opens(similar))).toEqual([]);
    await page.goto(`${HANDBOOK}engineering/`);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    const { text } = await untilSeen(panel, HERE);
    expect(text).not.toContain(fixedPartOf('missing.open'));
    expect(await offeredIn(panel)).toEqual({ best: undefined, others: [], links: [] });
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
