import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { resourcesOf, type Section } from '../../courses/course.ts';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, dialog, link, named, region, seen, untilGone, untilSeen, within } from './by-role.ts';
import { recordsOf } from './done-records.ts';
import { putRecords } from './followed-courses.ts';
import { openFold } from './panel-parts.ts';
import { RELATIONS, SECTIONS, untilCurrent, untilSection, useSession } from './session.ts';
import { markOf, untilVisited } from './ticks-and-visits.ts';

const FIRST = `${RELATIONS}programs/open-source-program/`;
const THIRD = `${RELATIONS}programs/education-program/`;
const LAST = `${RELATIONS}programs/operational-guidelines/`;
const COURSE_PAGE = `${RELATIONS}community-pathway/`;
const [pathway] = builtInCourses;
if (!pathway) throw new Error('there is no course');
const [, , programs, practices] = pathway.sections as [Section, Section, Section, Section];
const ALL = resourcesOf(pathway).map(({ id }) => id);
const TICKS = pathway.audiences[0]?.objectives.map(({ id }) => id) ?? [];
const OBJECTIVE = 'Name the programs and know where to read more about each';
const idsIn = ({ resources }: Section) => resources.map(({ id }) => id);
const allBut = (...ids: string[]) => ALL.filter((id) => !ids.includes(id));

/** The name of the one button for what comes next. */
const primary = (panel: Panel) =>
  panel.evaluate(
    () => document.querySelector('body > footer nav > .primary')?.firstElementChild?.textContent ?? undefined,
  );
const untilNext = (panel: Panel, name: string) => expect.poll(() => primary(panel)).toBe(name);

describe('the one button for what comes next', () => {
  const session = useSession();

  /** Opens the panel next to a page, for a reader who has read and ticked this. */
  async function open(
    address: string,
    read: string[] = [],
    ticked: string[] = [],
  ): Promise<{ page: Page; panel: Panel }> {
    const page = await session.reader.newPage(address);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS[address === LAST ? 'joinUs' : 'programs']);
    if (read.length + ticked.length > 0)
      await putRecords(panel, recordsOf('community-learning-pathway', { read, ticked }));
    return { page, panel };
  }

  test('is the next resource of the section, and opens it', async () => {
    const { page, panel } = await open(FIRST);
    await untilNext(panel, t('next.resource', ['Developer Evangelism']));
    await click(panel, link('next.resource', ['Developer Evangelism']));
    await untilCurrent(panel, 'Developer Evangelism');
    await page.close();
  });

  test('says that it skips what is read, and that it leaves something unread', async () => {
    const { page, panel } = await open(FIRST);
    await untilNext(panel, t('next.resource', ['Developer Evangelism']));
    await click(panel, markOf('Developer Evangelism'));
    await untilVisited(panel, 'Developer Evangelism');
    await untilNext(panel, t('next.unread', ['Education Program']));
    await page.goto(THIRD);
    await untilCurrent(panel, 'Education Program');
    await untilNext(panel, t('next.unread', ['Startups Program']));
    await page.close();
  });

  test('comes back to what was left unread in the section', async () => {
    const { page, panel } = await open(THIRD, allBut('open-source-program'));
    await untilNext(panel, t('next.unread', ['Open Source Program']));
    await page.close();
  });

  test('then leads to the objectives of the section, next to one for the next section', async () => {
    const { page, panel } = await open(THIRD, idsIn(programs));
    await panel.resize(320);
    await untilNext(panel, t('next.tick'));
    await openFold(panel, 'course.sections');
    await panel.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await click(panel, button('next.tick'));
    const box = within(region('objectives.then'), named('checkbox', OBJECTIVE));
    await untilSeen(panel, box, ({ focused }) => focused);
    const isInSight = () =>
      panel.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        const [header, footer] = ['body > header', 'body > footer'].map((name) =>
          document.querySelector(name)?.getBoundingClientRect(),
        );
        return box && header && footer && box.top >= header.bottom && box.bottom <= footer.top;
      });
    await expect.poll(isInSight).toBe(true);
    await panel.press(' ');
    await untilSeen(panel, box, ({ checked }) => checked === true);
    await untilNext(panel, t('next.section', [SECTIONS.practices]));
    expect(await seen(panel, button('next.sectionShort'))).toEqual([]);
    // Unticked, it is the next step again, and the other button leads on without it.
    await panel.press(' ');
    await untilNext(panel, t('next.tick'));
    await click(panel, button('next.sectionShort'));
    await untilSection(panel, SECTIONS.practices);
    expect(page.url()).toBe(THIRD);
    await page.close();
  });

  test('then is the next section, which it shows in the panel', async () => {
    const { page, panel } = await open(THIRD, idsIn(programs), ['team-programs']);
    await untilNext(panel, t('next.section', [SECTIONS.practices]));
    await click(panel, button('next.section', [SECTIONS.practices]));
    await untilSection(panel, SECTIONS.practices);
    await untilNext(panel, t('next.resource', [practices.resources[0]?.title ?? '']));
    expect(page.url()).toBe(THIRD);
    await page.close();
  });

  test('at the end is what was left unread before', async () => {
    const { page, panel } = await open(LAST, allBut('startups-program'), TICKS);
    await untilNext(panel, t('next.earlier', ['Startups Program']));
    await click(panel, link('next.earlier', ['Startups Program']));
    await untilCurrent(panel, 'Startups Program');
    await page.close();
  });

  test('and when all is read and ticked, the badge', async () => {
    const { page, panel } = await open(LAST, ALL, TICKS);
    await untilNext(panel, t('badge.makeYours'));
    const inFooter = 'body > footer nav > .primary';
    await panel.click(inFooter);
    await untilSeen(panel, dialog('badge.title'));
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    // It returns to where it was opened.
    expect(
      await panel.evaluate((of) => document.activeElement === document.querySelector(of), inFooter),
    ).toBe(true);
    await page.close();
  });

  test('and so it is on a page that is in no section', async () => {
    const page = await session.reader.newPage(COURSE_PAGE);
    const panel = await session.reader.openPanel(page);
    // Its first section has only a video.
    await untilNext(panel, t('next.start', [pathway.sections[0]?.title ?? '']));
    await putRecords(panel, recordsOf('community-learning-pathway', { read: ALL, ticked: TICKS }));
    await untilNext(panel, t('badge.makeYours'));
    await page.close();
  });

  test('before that, what was not ticked in another section', async () => {
    const { page, panel } = await open(LAST, ALL, TICKS.slice(1));
    const [first] = pathway?.sections ?? [];
    await untilNext(panel, t('next.unticked', [first?.title ?? '']));
    await click(panel, button('next.unticked', [first?.title ?? '']));
    await untilSection(panel, first?.title ?? '');
    await untilNext(panel, t('next.tick'));
    await page.close();
  });
});
