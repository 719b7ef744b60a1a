import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t } from '../texts.ts';
import { catchFiles, fileOf } from './badge-sheet.ts';
import { named, region, seen, untilGone, untilSeen, within } from './by-role.ts';
import { areaKeys, deleteDatabase } from './clipboard-and-records.ts';
import {
  actionsFor,
  chooseFile,
  chooseForCourse,
  importPack,
  openLibrary,
  pressInLibrary,
  titlesIn,
  undoInLibrary,
  untilLibrarySays,
} from './library-sheet.ts';
import { tick, untilCourse, untilWritable } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, untilRegionShows, untilSection, useSession } from './session.ts';

const ENGINEERING = `${HANDBOOK}engineering/`;
const PATHWAY = 'Community Learning Pathway';
const ONBOARDING = 'CSM Onboarding';
const BUILD = 'How we build';
/** The status of the imported course once one of its objectives is ticked. */
const HALF_DONE = `${t('course.objectives', [1, 2])} · ${t('library.source.imported')}`;

const yours = (panel: Panel, text: string) => untilRegionShows(panel, t('library.yours'), text);
const importing = (panel: Panel, text: string) => untilRegionShows(panel, t('library.import'), text);
const here = (panel: Panel, text: string) => untilRegionShows(panel, t('here.title'), text);

describe('the library', () => {
  const session = useSession();
  const begin = async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    return { page, panel };
  };
  /** Opens the library with a course from a file that is the current one and has its first objective ticked. */
  const beginWithCourse = async () => {
    const { page, panel } = await begin();
    await openLibrary(panel);
    await importPack(panel, libraryPack());
    await pressInLibrary(panel, BUILD);
    await untilCourse(panel, BUILD);
    await tick(panel, 0);
    await openLibrary(panel);
    await yours(panel, HALF_DONE);
    return { page, panel };
  };
  const putFirst = async (panel: Panel) => {
    for (const order of [
      [PATHWAY, BUILD, ONBOARDING],
      [BUILD, PATHWAY, ONBOARDING],
    ]) {
      await chooseForCourse(panel, BUILD, 'library.up');
      await expect.poll(() => titlesIn(panel)).toEqual(order);
    }
  };

  test('imports a course from a file after a preview, and its pages are recognised', async () => {
    const { page, panel } = await begin();
    await here(panel, t('here.notInCourse'));
    await untilSeen(panel, region('welcome.title'));
    await openLibrary(panel);
    expect(await titlesIn(panel)).toEqual([PATHWAY, ONBOARDING]);
    await chooseFile(panel, 'build.json', JSON.stringify(libraryPack()));
    await importing(
      panel,
      ['objectives', 'sections', 'resources']
        .map((of, at) => t(`library.${of}`, at === 0 ? 2 : 1))
        .join(' · '),
    );
    expect(await titlesIn(panel)).toEqual([PATHWAY, ONBOARDING]);
    await pressInLibrary(panel, t('library.take'));
    await untilLibrarySays(panel, t('library.taken', [BUILD]));
    await expect.poll(() => titlesIn(panel)).toEqual([PATHWAY, ONBOARDING, BUILD]);
    await pressInLibrary(panel, BUILD);
    await untilCourse(panel, BUILD);
    await untilSection(panel, 'Departments');
    // The welcome above disappears once the reader has chosen an audience.
    await untilGone(panel, region('welcome.title'));
    await tick(panel, 0);
    await expect.poll(() => session.reader.badgeText(page)).toBe('1');
    await openLibrary(panel);
    await yours(panel, HALF_DONE);
    await panel.close();
    await page.close();
  });

  test('is still there after a restart, and a page of an imported course shows it at once', async () => {
    await beginWithCourse();
    await session.reader.restart();
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, BUILD);
    await untilSection(panel, 'Departments');
    expect(await seen(panel, within(named('banner'), named('heading')))).toHaveLength(1);
    await panel.close();
    await page.close();
  });

  test('saves a course as a file with the same content', async () => {
    const { page, panel } = await beginWithCourse();
    await catchFiles(panel);
    const saved = await fileOf(panel, () => chooseForCourse(panel, BUILD, 'library.export'));
    await untilLibrarySays(panel, t('backup.saved', ['how-we-build.json']));
    expect(JSON.parse(saved)).toEqual(libraryPack());
    await chooseFile(panel, 'how-we-build.json', saved);
    await importing(panel, t('library.sameAsHere'));
    await panel.close();
    await page.close();
  });

  test('updates a course from a later file, and keeps the ticks', async () => {
    const { page, panel } = await beginWithCourse();
    const { audiences, sections } = libraryPack();
    const [everyone] = audiences;
    if (!everyone) throw new Error('there is no audience');
    const objectives = everyone.objectives
      .toReversed()
      .map((each) => (each.id === 'name-the-parts' ? { ...each, text: 'Name every part' } : each));
    const later = libraryPack({ audiences: [{ ...everyone, objectives }], sections });
    await chooseFile(panel, 'later.json', JSON.stringify(later));
    await importing(panel, t('changes.reworded', ['Name the parts of the department', 'Name every part']));
    await pressInLibrary(panel, t('library.takeUpdate'));
    await untilLibrarySays(panel, t('library.taken', [BUILD]));
    await panel.press('Escape');
    const expected = [
      { text: 'Find someone to ask', ticked: false },
      { text: 'Name every part', ticked: true },
    ];
    await expect.poll(() => objectivesIn(panel)).toEqual(expected);
    await panel.close();
    await page.close();
  });

  test('moves courses up and down with the keyboard, and saves the order', async () => {
    const { page, panel } = await beginWithCourse();
    await chooseForCourse(panel, BUILD, 'library.up');
    await expect.poll(() => titlesIn(panel)).toEqual([PATHWAY, BUILD, ONBOARDING]);
    const focused = () => panel.evaluate(() => document.activeElement?.ariaLabel);
    // The menu moves with its course, and keeps the focus.
    await expect.poll(focused).toBe(t('actionsFor', [BUILD]));
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await panel.press(key);
    await expect.poll(() => titlesIn(panel)).toEqual([BUILD, PATHWAY, ONBOARDING]);
    await expect.poll(focused).toBe(t('actionsFor', [BUILD]));
    // The course is the first one now, so it can only be moved down.
    const actions = await actionsFor(panel, BUILD);
    expect(actions).not.toContain(t('library.up'));
    expect(actions).toContain(t('library.down'));
    await panel.close();
    const again = await session.reader.openPanel(page);
    await openLibrary(again);
    expect(await titlesIn(again)).toEqual([BUILD, PATHWAY, ONBOARDING]);
    await again.close();
    await page.close();
  });

  test('archives a course, even a built-in one, and unarchives it', async () => {
    const { page, panel } = await beginWithCourse();
    await chooseForCourse(panel, ONBOARDING, 'library.archive');
    await yours(panel, t('library.archived', 1));
    // While the library is open, the panel stays at the page that it was opened from.
    await panel.press('Escape');
    await page.goto(`${HANDBOOK}customer-success/csm/csm-onboarding/`);
    // The page is part of the archived course only, so the title is that of the course and not of a section.
    await untilSeen(panel, within(named('banner'), named('heading', BUILD)));
    await untilCourse(panel, BUILD);
    await openLibrary(panel);
    await pressInLibrary(panel, t('library.archived', 1));
    await chooseForCourse(panel, ONBOARDING, 'library.unarchive');
    await expect.poll(() => titlesIn(panel)).toEqual([PATHWAY, ONBOARDING, BUILD]);
    await panel.press('Escape');
    await untilCourse(panel, ONBOARDING);
    await panel.close();
    await page.close();
  });

  test('removes a course, but not a built-in one, and restores it with its ticks', async () => {
    const { page, panel } = await beginWithCourse();
    await putFirst(panel);
    for (const title of [PATHWAY, ONBOARDING])
      expect(await actionsFor(panel, title)).not.toContain(t('library.remove'));
    expect(await actionsFor(panel, BUILD)).toContain(t('library.remove'));
    await chooseForCourse(panel, BUILD, 'library.remove');
    await untilLibrarySays(panel, t('history.removed', [BUILD]));
    await untilCourse(panel, PATHWAY);
    expect(await titlesIn(panel)).toEqual([PATHWAY, ONBOARDING]);
    await undoInLibrary(panel);
    await untilLibrarySays(panel, t('history.undone'));
    await expect.poll(() => titlesIn(panel)).toEqual([BUILD, PATHWAY, ONBOARDING]);
    await yours(panel, HALF_DONE);
    await panel.close();
    await page.close();
  });

  test('is restored from backups when the database is deleted', async () => {
    const { page, panel } = await beginWithCourse();
    await chooseForCourse(panel, BUILD, 'library.up');
    await expect.poll(() => titlesIn(panel)).toEqual([PATHWAY, BUILD, ONBOARDING]);
    await expect.poll(() => areaKeys(panel, 'journal:'), { timeout: 30_000 }).toEqual([]);
    expect(await areaKeys(panel, 'snapshot:')).not.toEqual([]);
    await panel.evaluate(deleteDatabase);
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilCourse(again, BUILD);
    await openLibrary(again);
    await expect.poll(() => titlesIn(again)).toEqual([PATHWAY, BUILD, ONBOARDING]);
    await yours(again, HALF_DONE);
    await again.close();
    await page.close();
  });
});
