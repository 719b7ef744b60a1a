import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import type { Course } from '../../courses/course.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { t } from '../texts.ts';
import { click } from './by-role.ts';
import { openFold, untilCourse, untilWritable } from './panel-parts.ts';
import { inSectionList } from './section-bar.ts';
import { HANDBOOK, pathOf, RELATIONS, untilSection, useSession } from './session.ts';

/** A page of each built-in course. The test handbook has none of the second. */
const PAGES: Record<string, string> = {
  'community-learning-pathway': `${RELATIONS}programs/education-program/`,
  'csm-onboarding': `${HANDBOOK}communication/chat/`,
};

/** The names of the regions that the first view is made of. */
const NAMES = {
  read: t('resources.title'),
  ticks: [t('objectives.then'), t('objectives.tick')],
};

interface Expected {
  /** How many resources. */
  resources: number;
  objectives: boolean;
  /** Whether the title must be shown whole. */
  whole: boolean;
}

/** What of the section can't be seen without scrolling. Runs in the panel, so it uses nothing outside itself. */
function outOfSight({ read, ticks }: typeof NAMES, { resources, objectives, whole }: Expected): string[] {
  const [header, footer] = ['body > header', 'body > footer'].map((name) => document.querySelector(name));
  const top = header?.getBoundingClientRect().bottom ?? 0;
  const bottom = footer?.getBoundingClientRect().top ?? 0;
  const hidden: string[] = [];
  const check = (
    what: string,
    element: Element | null | undefined,
    from = top,
    to = bottom,
    least = Infinity,
  ) => {
    const box = element?.getBoundingClientRect();
    // Of what may be long, its first lines are enough.
    const end = box && Math.min(box.bottom, box.top + least);
    const isIn = box && end && box.height > 0 && box.top >= from - 0.5 && end <= to + 0.5;
    if (!isIn || box.left < -0.5 || box.right > innerWidth + 0.5)
      hidden.push(`${what} at ${box?.top} to ${end}, between ${from} and ${to}`);
  };
  if (scrollY !== 0) hidden.push('the panel has scrolled');
  const title = header?.querySelector('h1');
  check('the title', title, 0, top);
  if (whole && title && title.scrollHeight > title.clientHeight + 1) hidden.push('the end of the title');
  const rows = [...document.querySelectorAll(`section[aria-label="${read}"] li`)];
  for (let at = 0; at < resources; at++) check(`resource ${at + 1}`, rows[at]);
  if (objectives) {
    const selector = ticks.map((name) => `section[aria-label="${name}"]`).join();
    const part = document.querySelector(selector);
    check('the heading of the objectives', part?.querySelector('h2'));
    check('the first objective', part?.querySelector('label'), top, bottom, 24);
  }
  check('the way on', footer?.querySelector('nav > :not([aria-label])'), bottom, innerHeight);
  return hidden;
}

describe.each([
  { width: 360, height: 700, most: 5, all: true },
  { width: 320, height: 600, most: 3, all: false },
])('at $width × $height without scrolling', ({ width, height, most, all }) => {
  const session = useSession();

  test.each(builtInCourses.map((course) => ({ id: course.id, course })))(
    'the reader sees the beginning of every section of $id',
    async ({ course }: { course: Course }) => {
      const address = PAGES[course.id] ?? course.address;
      session.server.setPage(
        pathOf(address),
        handbookPage(pathOf(address)) ?? handbookPage('/handbook/engineering/'),
      );
      const page = await session.reader.newPage(address);
      const panel = await session.reader.openPanel(page);
      await untilCourse(panel, course.title);
      await panel.resize(width, height);
      await openFold(panel, 'course.sections');
      const [audience] = course.audiences;
      for (const { id, title, resources } of course.sections) {
        await click(panel, inSectionList(title));
        await untilSection(panel, title);
        const expected = {
          resources: Math.min(most, resources.length),
          objectives: all && (audience?.objectives.some(({ sections }) => sections.includes(id)) ?? false),
          whole: all,
        };
        await expect
          .poll(async () => [title, await panel.evaluate(outOfSight, NAMES, expected)])
          .toEqual([title, []]);
      }
      await page.close();
    },
  );

  test('what a fold at the lower edge contains comes into sight when it is opened', async () => {
    const page = await session.reader.newPage(PAGES['community-learning-pathway']);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    await panel.resize(width, height);
    const sections = `section[aria-label="${t('course.sections')}"]`;
    await panel.evaluate((of) => document.querySelector(of)?.scrollIntoView({ block: 'end' }), sections);
    await panel.click(`${sections} summary`);
    const lastOf = (of: string) => {
      const last = document.querySelector(`${of} li:last-child`)?.getBoundingClientRect();
      const end = document.querySelector('body > footer')?.getBoundingClientRect().top;
      return last !== undefined && end !== undefined && last.height > 0 && last.bottom <= end + 0.5;
    };
    await panel.waitFor(lastOf, sections);
    await page.close();
  });
});
