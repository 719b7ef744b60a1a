import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t } from '../texts.ts';
import { region, untilSeen } from './by-role.ts';
import { recordKeys } from './clipboard-and-records.ts';
import { chooseFile, openLibrary, pressInLibrary, undoInLibrary, untilLibrarySays } from './library-sheet.ts';
import { closeSheet, openSettings, untilWritable } from './panel-parts.ts';
import { HANDBOOK, untilRegionShows, useSession } from './session.ts';

const TRANSPARENCY = `${HANDBOOK}values/#transparency`;
const BUILT_IN = ['community-learning-pathway', 'csm-onboarding'];
const LATER = libraryPack({
  sections: [
    {
      id: 'departments',
      title: 'Departments',
      anchor: 'departments',
      resources: [{ id: 'open', title: 'Being open', address: TRANSPARENCY }],
    },
  ],
});

describe('a page that several courses list', () => {
  const session = useSession();

  test('is read in all of them, and in a course that is added later, until that is undone', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    // Opening the panel makes the page narrower, which would move the heading away from where it is being read.
    await page.goto(TRANSPARENCY);
    const coursesRead = async () => {
      const keys = await recordKeys(panel.evaluate);
      return keys.flatMap(([course, kind]) => (kind === 'visit' && course ? [course] : [])).sort();
    };
    await expect.poll(coursesRead).toEqual(BUILT_IN);
    await openSettings(panel);
    await untilSeen(
      panel,
      region('history.title'),
      ({ text }) =>
        text.includes(t('history.read', ['Transparency and openness'])) &&
        builtInCourses.every(({ title }) => text.includes(title)),
    );
    await closeSheet(panel);
    await openLibrary(panel);
    await chooseFile(panel, 'pack.json', JSON.stringify(LATER));
    await pressInLibrary(panel, t('library.take'));
    const yours = (text: string) => untilRegionShows(panel, t('library.yours'), text);
    const done = (read: number) =>
      `${t('course.resources', [read, 1])} · ${t('course.objectives', [0, 2])} · ${t('library.source.imported')}`;
    await yours(done(1));
    expect(await coursesRead()).toEqual([...BUILT_IN, LATER.id]);
    await undoInLibrary(panel);
    await untilLibrarySays(panel, t('history.undone'));
  });
});
