import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { resourcesOf } from '../../courses/course.ts';
import { t } from '../texts.ts';
import { choose, combobox, dialog, seen, untilGone, untilSeen, within } from './by-role.ts';
import { recordKeys } from './clipboard-and-records.ts';
import { CONTINUE, openSettings, untilCourse } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, SECTIONS, travel, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const OUTSIDE = `${HANDBOOK}engineering/`;
const PATHWAY = builtInCourses.find(({ id }) => id === 'community-learning-pathway');
const ONBOARDING = builtInCourses.find(({ id }) => id === 'csm-onboarding');
const RESOURCE = PATHWAY && resourcesOf(PATHWAY).find(({ address }) => address === PROGRAM)?.title;
const TITLE = t('next.continue', [RESOURCE ?? '']);

describe('the place where the reader left off', () => {
  const session = useSession();

  test('is one in the shown course, never in another', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await travel(page, OUTSIDE);
    await untilSeen(panel, CONTINUE, ({ name }) => name === TITLE);
    const choosing = async (title: string) => {
      await openSettings(panel);
      const settings = dialog('settings.title');
      await choose(panel, within(settings, combobox('learning.course')), title);
      await panel.press('Escape');
      await untilGone(panel, settings);
      await untilCourse(panel, title);
    };
    await choosing(ONBOARDING?.title ?? '');
    expect(await seen(panel, CONTINUE)).toEqual([]);
    await choosing(PATHWAY?.title ?? '');
    await untilSeen(panel, CONTINUE, ({ name }) => name === TITLE);
    await page.close();
  });

  test('has the title of the resource, even after a restart', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await expect
      .poll(async () => (await recordKeys(panel.evaluate)).some(([, kind]) => kind === 'place'), {
        timeout: 15_000,
      })
      .toBe(true);
    await session.reader.restart();
    const again = await session.reader.newPage(OUTSIDE);
    const reopened = await session.reader.openPanel(again);
    const { name } = await untilSeen(reopened, CONTINUE);
    expect(name).toBe(TITLE);
    await again.close();
  });
});
