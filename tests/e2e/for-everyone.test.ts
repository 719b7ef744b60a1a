import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { patternOf, t } from '../texts.ts';
import { button, click, named, region, seen, untilGone, untilSeen, within } from './by-role.ts';
import { recordsAbout } from './done-records.ts';
import { putRecords } from './followed-courses.ts';
import { openFold, untilCourse, untilWritable } from './panel-parts.ts';
import { buildWithoutPanel, openPanelTab } from './panel-tab.ts';
import { segmentOf } from './section-bar.ts';
import {
  HANDBOOK,
  pathOf,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';
import { markOf } from './ticks-and-visits.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const ENGINEERING = `${HANDBOOK}engineering/`;
const MISSING = `${RELATIONS}evangelist-program/`;
/** A page of the other built-in course. */
const ONBOARDING = `${HANDBOOK}communication/chat/`;
const [pathway, onboarding] = builtInCourses;
if (!pathway || !onboarding) throw new Error('there are no courses');

/**
 * The targets for a pointer that are smaller than 24 × 24 CSS pixels without the spacing that makes up for it
 * (https://www.w3.org/TR/WCAG22/#target-size-minimum). Runs in the panel, so it uses nothing outside itself.
 */
function smallTargets(): string[] {
  const LEAST = 24;
  const all = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, input, textarea'),
  ];
  const targets = all
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((element) => {
      // A label is part of its field's target.
      const label = (element as HTMLInputElement).labels?.[0] ?? element;
      return { element, box: label.getBoundingClientRect() };
    });
  const isSmall = ({ width, height }: DOMRect) => width < LEAST - 0.1 || height < LEAST - 0.1;
  const centre = (box: DOMRect) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
  const distance = (box: DOMRect, { x, y }: { x: number; y: number }) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  return targets.flatMap(({ element, box }) => {
    if (!isSmall(box)) return [];
    const near = targets.find((other) => {
      if (other.element === element) return false;
      const [a, b] = [centre(box), centre(other.box)];
      const touches = isSmall(other.box) && Math.hypot(a.x - b.x, a.y - b.y) < LEAST;
      return touches || distance(other.box, a) < LEAST / 2;
    });
    const name = element.getAttribute('aria-label') ?? element.textContent;
    return near ? [`${element.localName} “${name}”: ${box.width} × ${box.height}`] : [];
  });
}

/** The levels of the headings that are shown, in order. Runs in the panel. */
const headingLevels = () =>
  [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.checkVisibility())
    .map(({ localName }) => Number(localName.slice(1)));

/** Whether what has the focus is wholly visible, and not behind the header or the footer. Runs in the panel. */
function whereFocusIs() {
  const focused = document.activeElement;
  const [header, footer] = ['body > header', 'body > footer'].map((name) => document.querySelector(name));
  const own = [header, footer].some((part) => part?.contains(focused));
  const box = focused?.getBoundingClientRect();
  const [from, to] = own
    ? [0, innerHeight]
    : [
        Math.max(0, header?.getBoundingClientRect().bottom ?? 0),
        Math.min(innerHeight, footer?.getBoundingClientRect().top ?? innerHeight),
      ];
  return {
    isNone: focused === document.body || focused === document.documentElement,
    name: `${focused?.localName} “${focused?.getAttribute('aria-label') ?? focused?.textContent}”`,
    hidden:
      !box || box.top < from - 0.5 || box.bottom > to + 0.5
        ? `${focused?.textContent} from ${box?.top} to ${box?.bottom}, between ${from} and ${to}`
        : '',
  };
}

describe('for everyone', () => {
  const session = useSession();

  async function open(address: string): Promise<Panel> {
    session.server.setPage(pathOf(ONBOARDING), handbookPage('/handbook/engineering/'));
    const page = await session.reader.newPage(address);
    const panel = await session.reader.openPanel(page);
    await panel.waitFor(() => document.querySelector('main > *'));
    return panel;
  }

  test.each([360, 320])('at %i px every target can be hit', async (width) => {
    const panel = await open(PROGRAM);
    await putRecords(panel, recordsAbout(pathway.id, 'open-source-program', {}));
    await panel.resize(width, 700);
    await untilRegionShows(panel, t('resources.title'), t('note.count', 1));
    expect(await panel.evaluate(smallTargets)).toEqual([]);
    for (const fold of ['objectives.all', 'course.sections', 'note.mine']) await openFold(panel, fold);
    await click(panel, within(region('course.sections'), button('course.unfold', [SECTIONS.strategy])));
    await click(panel, within(region('resources.title'), button('note.count', 1)));
    await click(panel, within(region('resources.title'), button('here.why')));
    await click(panel, markOf('Startups Program'));
    await untilSeen(panel, button('history.undo'));
    await click(panel, segmentOf(SECTIONS.strategy, 2));
    await untilSeen(panel, button('header.backToPage'));
    expect(await panel.evaluate(smallTargets)).toEqual([]);
    await click(panel, button('header.menu'));
    await untilSeen(panel, button('settings.title'));
    expect(await panel.evaluate(smallTargets)).toEqual([]);
  });

  test.each([
    ['outside the course', ENGINEERING, 'welcome.title'],
    ['at a missing page', MISSING, 'here.title'],
  ])('also %s', async (_, address, shown) => {
    const panel = await open(address);
    await panel.resize(320, 700);
    await untilSeen(panel, region(shown), ({ text }) => text !== '');
    expect(await panel.evaluate(smallTargets)).toEqual([]);
  });

  test('the sections are buttons with a name and a state, or an image with a text where they would be too narrow', async () => {
    const panel = await open(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await panel.resize(360, 700);
    const bar = within(named('banner'), named('button', patternOf('bar.section')));
    // One has nothing to read, and is filled by its objectives.
    const other = within(named('banner'), named('button', patternOf('bar.objectives')));
    await untilSeen(panel, other);
    const sections = await seen(panel, bar);
    expect(sections.length).toBe(4);
    expect(sections.map(({ current }) => current)).toEqual([undefined, true, undefined, undefined]);
    const wide = await open(ONBOARDING);
    await untilCourse(wide, onboarding.title);
    await wide.resize(360, 700);
    await untilSeen(
      wide,
      within(named('banner'), named('img', t('bar.summary', [0, onboarding.sections.length]))),
    );
    expect(await seen(wide, bar)).toEqual([]);
  });

  test('headings have the levels of an outline', async () => {
    const panel = await open(PROGRAM);
    const page = async (address: string, until: () => Promise<unknown>) => {
      await session.reader.newPage(address);
      await until();
      const levels = await panel.evaluate(headingLevels);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      // From one heading to the next it is at most one level deeper.
      for (const [at, level] of levels.entries())
        expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
      expect(levels.length).toBeGreaterThan(3);
    };
    await page(PROGRAM, async () => {
      await untilWritable(panel);
      await openFold(panel, 'course.sections');
    });
    await page(ENGINEERING, () => untilRegionShows(panel, t('here.title'), t('here.notInCourse')));
    await page(MISSING, () => untilRegionShows(panel, t('here.title'), t('here.missing')));
  });

  test('in a low window the header and the footer scroll with the content, and in a higher one they stay', async () => {
    const panel = await open(PROGRAM);
    await untilWritable(panel);
    const edges = () =>
      panel.evaluate(() => {
        scrollTo(0, 200);
        const [header, footer] = ['body > header', 'body > footer'].map((name) =>
          document.querySelector(name)?.getBoundingClientRect(),
        );
        return { header: header?.top, footer: (footer?.bottom ?? 0) - innerHeight };
      });
    await panel.resize(360, 390);
    const low = await edges();
    expect(low.header).toBe(-200);
    expect(low.footer).toBeGreaterThan(0);
    await panel.resize(360, 500);
    expect(await edges()).toEqual({ header: 0, footer: 0 });
  });

  test.each([
    { width: 360, height: 500 },
    { width: 320, height: 390 },
  ])('at $width × $height what has the focus is never hidden', async ({ width, height }) => {
    const panel = await open(PROGRAM);
    await untilWritable(panel);
    await openFold(panel, 'course.sections');
    await panel.resize(width, height);
    const reached = new Set<string>();
    for (const modifiers of [[], ['Shift']] as const) {
      for (let presses = 0; presses < 60; presses++) {
        await panel.press('Tab', { modifiers: [...modifiers] });
        const { isNone, name } = await panel.evaluate(whereFocusIs);
        if (isNone) break;
        await expect.poll(async () => (await panel.evaluate(whereFocusIs)).hidden).toBe('');
        reached.add(name);
      }
    }
    expect(reached.size).toBeGreaterThan(25);
  });

  test('the actions of a row are reached by Tab, and show then', async () => {
    const panel = await open(PROGRAM);
    await untilCurrent(panel, 'Education Program');
    const rows = region('resources.title');
    const note = within(rows, button('note.keepWith', ['Startups Program']));
    await untilSeen(panel, note);
    const opacity = () =>
      panel.evaluate(
        (name) => {
          const found = document.querySelector(`main button[aria-label="${name}"]`);
          return found && getComputedStyle(found).opacity;
        },
        t('note.keepWith', ['Startups Program']),
      );
    // Without a mouse to hover, they always show.
    const canHover = await panel.evaluate(() => matchMedia('(hover: hover)').matches);
    expect(await opacity()).toBe(canHover ? '0' : '1');
    const inRow = [markOf('Startups Program'), within(rows, named('link', 'Startups Program')), note];
    for (const target of [within(rows, button('here.why')), ...inRow]) {
      let found = false;
      for (let presses = 0; !found && presses < 40; presses++) {
        await panel.press('Tab');
        found = (await seen(panel, target)).some(({ focused }) => focused);
      }
      expect(found).toBe(true);
    }
    expect(await opacity()).toBe('1');
    await panel.press('Enter');
    await untilSeen(panel, named('dialog', t('note.title')));
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
  });
});

describe('in a tab', () => {
  const session = useSession({ extensionDir: buildWithoutPanel() });

  test('the content is at most 480 px wide and in the middle, with the menu and the views', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await openPanelTab(session, page);
    await untilSection(panel, SECTIONS.programs);
    const edgesOf = (selector: string) =>
      panel.evaluate((of) => {
        const { left = 0, right = 0 } = document.querySelector(of)?.getBoundingClientRect() ?? {};
        // Without the space for a scroll bar.
        const all = document.documentElement.getBoundingClientRect();
        return {
          width: right - left,
          isCentred: Math.abs(left - all.left - (all.right - right)) <= 1,
          left,
          right,
        };
      }, selector);
    expect(await panel.evaluate(() => innerWidth)).toBeGreaterThan(600);
    const body = await edgesOf('body');
    for (const part of ['body', 'body > header', 'main', 'body > footer'])
      expect(await edgesOf(part)).toMatchObject({ width: 480, isCentred: true });
    await click(panel, within(named('banner'), button('header.menu')));
    await untilSeen(panel, button('settings.title'));
    const menu = await edgesOf('[popover]');
    expect(menu.left).toBeGreaterThanOrEqual(body.left);
    expect(menu.right).toBeLessThanOrEqual(body.right);
    await click(panel, button('settings.title'));
    await untilSeen(panel, named('dialog'));
    expect(await edgesOf('dialog')).toMatchObject({ width: 480, isCentred: true });
  });
});
