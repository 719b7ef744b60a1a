import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import type { Course, Section } from '../../courses/course.ts';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { patternOf, t } from '../texts.ts';
import { button, click, link, named, nth, region, seen, untilGone, untilSeen, within } from './by-role.ts';
import { recordKeys } from './clipboard-and-records.ts';
import { nextLink, openFold, type, untilCourse } from './panel-parts.ts';
import { inSectionList, segmentOf } from './section-bar.ts';
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

const PROGRAM = `${RELATIONS}programs/education-program/`;
const INDICATORS = `${RELATIONS}performance-indicators/`;
const ENGINEERING = `${HANDBOOK}engineering/`;
/** A page of the other built-in course. */
const ONBOARDING = `${HANDBOOK}communication/chat/`;
const TRANSPARENCY = 'Transparency and openness';
const CHIP = within(named('banner'), button('header.backToPage'));

const [pathway, onboarding] = builtInCourses as [Course, Course];
const [, strategy, programs] = pathway.sections as [Section, Section, Section];

const numberOf = (title: string) => pathway.sections.findIndex((each) => each.title === title) + 1;

describe('a section that is chosen', () => {
  const session = useSession();

  async function open(address = PROGRAM): Promise<{ page: Page; panel: Panel }> {
    const page = await session.reader.newPage(address);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, pathway.title);
    return { page, panel };
  }
  /** Shows a section in the panel, from the bar. */
  async function browse(panel: Panel, to: { title: string } = strategy): Promise<void> {
    await click(panel, segmentOf(to.title, numberOf(to.title)));
    await untilSection(panel, to.title);
    await untilSeen(panel, CHIP);
  }

  test('in the bar, in the list of sections or in the search is shown, and the page stays', async () => {
    const { page, panel } = await open();
    await untilSection(panel, SECTIONS.programs);
    const requests = session.server.requests.length;
    await browse(panel);
    await untilRegionShows(panel, t('resources.title'), strategy.resources[0]?.title ?? '');
    expect((await seen(panel, segmentOf(strategy.title, numberOf(strategy.title))))[0]?.current).toBe(true);
    // The page is in another section, so no resource is the current one.
    expect(await panel.evaluate(() => document.querySelector('main [aria-current=page]'))).toBeNull();
    await openFold(panel, 'course.sections');
    await click(panel, inSectionList(SECTIONS.practices));
    await untilSection(panel, SECTIONS.practices);
    expect(await panel.evaluate(() => scrollY)).toBe(0);
    await panel.press('/');
    await untilSeen(panel, named('combobox'), ({ focused }) => focused);
    await type(panel, SECTIONS.joinUs);
    await untilSeen(panel, nth(named('option'), 0), ({ name }) => name.startsWith(SECTIONS.joinUs));
    await panel.press('Enter');
    await untilSection(panel, SECTIONS.joinUs);
    await untilSeen(panel, CHIP);
    expect(page.url()).toBe(PROGRAM);
    expect(session.server.requests.length).toBe(requests);
    await page.close();
  });

  test('is left by the chip, by Escape, and by choosing the section of the page', async () => {
    const { page, panel } = await open();
    await browse(panel);
    await click(panel, CHIP);
    await untilSection(panel, SECTIONS.programs);
    await untilGone(panel, CHIP);
    await untilCurrent(panel, 'Education Program');
    await browse(panel);
    await panel.press('Escape');
    await untilSection(panel, SECTIONS.programs);
    await untilGone(panel, CHIP);
    await browse(panel);
    await click(panel, segmentOf(programs.title, numberOf(programs.title)));
    await untilSection(panel, SECTIONS.programs);
    await untilGone(panel, CHIP);
    await page.close();
  });

  test('is left neither by Escape in an open view or menu, nor by scrolling, nor by a page outside the course', async () => {
    const { page, panel } = await open(INDICATORS);
    await untilSection(panel, SECTIONS.strategy);
    await browse(panel, programs);
    await click(panel, within(named('banner'), button('header.menu')));
    await untilSeen(panel, button('settings.title'));
    await panel.press('Escape');
    await untilGone(panel, button('settings.title'));
    await panel.press('?');
    await untilSeen(panel, named('dialog'));
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    await page.evaluate(() => document.querySelector('#mrarr')?.scrollIntoView());
    const visits = async () =>
      (await recordKeys(session.reader.evaluateInExtension)).filter(([, kind]) => kind === 'visit');
    await until('the page counts as read', async () => (await visits()).length > 0);
    await untilSection(panel, SECTIONS.programs);
    await untilSeen(panel, CHIP);
    await page.goto(ENGINEERING);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    await untilSection(panel, SECTIONS.programs);
    await untilSeen(panel, CHIP);
    await page.close();
  });

  test('is left by another page of any course', async () => {
    const { page, panel } = await open();
    await browse(panel);
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panel, SECTIONS.practices);
    await untilGone(panel, CHIP);
    // Also by one of the same section.
    await page.goto(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await browse(panel);
    await page.goto(`${RELATIONS}programs/open-source-program/`);
    await untilCurrent(panel, 'Open Source Program');
    await untilSection(panel, SECTIONS.programs);
    await browse(panel);
    session.server.setPage(pathOf(ONBOARDING), handbookPage('/handbook/engineering/'));
    await page.goto(ONBOARDING);
    await untilCourse(panel, onboarding.title);
    await untilGone(panel, CHIP);
    await page.close();
  });

  test('is what the footer speaks of', async () => {
    const { page, panel } = await open();
    await untilSeen(panel, nextLink('Startups Program'));
    await untilSeen(panel, link('here.previous', ['Developer Evangelism']));
    await browse(panel);
    await untilSeen(panel, link('next.resource', [strategy.resources[0]?.title ?? '']));
    // Before the section is only a video.
    expect(await seen(panel, named('link', patternOf('here.previous')))).toEqual([]);
    await openFold(panel, 'course.sections');
    await click(panel, inSectionList(SECTIONS.practices));
    const last = programs.resources.findLast(({ gone }) => !gone)?.title ?? '';
    await untilSeen(panel, link('here.previous', [last]));
    await page.close();
  });

  test('can be looked into in the list of sections, without leaving the shown one', async () => {
    const { page, panel } = await open();
    await openFold(panel, 'course.sections');
    const sections = region('course.sections');
    const unfold = within(sections, button('course.unfold', [SECTIONS.practices]));
    const inside = within(sections, named('link', TRANSPARENCY));
    await untilSeen(panel, unfold, ({ expanded }) => expanded === false);
    expect(await seen(panel, inside)).toEqual([]);
    await click(panel, unfold);
    await untilSeen(panel, unfold, ({ expanded }) => expanded === true);
    await untilSeen(panel, inside);
    await untilSection(panel, SECTIONS.programs);
    expect(await seen(panel, CHIP)).toEqual([]);
    // What is in it works as in the section itself.
    const mark = within(sections, button('resources.markThis', [TRANSPARENCY]));
    await click(panel, mark);
    await untilSeen(panel, within(sections, button('resources.unmarkThis', [TRANSPARENCY])));
    await click(panel, unfold);
    await untilGone(panel, inside);
    await page.close();
  });
});
