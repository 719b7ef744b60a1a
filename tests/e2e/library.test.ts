import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { chooseFile, openLibrary, pressInLibrary, titlesIn } from './library-sheet.ts';
import { HANDBOOK, objectivesIn, untilRegionShows, useSession } from './session.ts';

const ENGINEERING = `${HANDBOOK}engineering/`;
const PATHWAY = 'Community Learning Pathway';
const ONBOARDING = 'CSM Onboarding';
const BUILD = 'How we build';

const untilCourse = (panel: Panel, title: string) =>
  panel.waitFor((expected) => document.querySelector('header h1')?.textContent === expected, title);
const region = (panel: Panel, text: string) => untilRegionShows(panel, 'Your courses', text);
const importing = (panel: Panel, text: string) => untilRegionShows(panel, 'Import a course', text);

describe('the library', () => {
  const session = useSession({ keepsState: true });
  const begin = async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await panel.waitFor(() => document.querySelector('input:not(:disabled)'));
    return { page, panel };
  };

  test('takes a course from a file, which is shown first, and its pages are found', async () => {
    const { page, panel } = await begin();
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await openLibrary(panel);
    expect(await titlesIn(panel)).toEqual([PATHWAY, ONBOARDING]);
    await chooseFile(panel, 'build.json', JSON.stringify(libraryPack()));
    await importing(panel, '2 objectives · 1 section · 1 resource');
    expect(await titlesIn(panel)).toEqual([PATHWAY, ONBOARDING]);
    await pressInLibrary(panel, 'Add this course');
    await importing(panel, `“${BUILD}” is among your courses.`);
    await expect.poll(() => titlesIn(panel)).toEqual([PATHWAY, ONBOARDING, BUILD]);
    await pressInLibrary(panel, BUILD);
    await untilCourse(panel, BUILD);
    await untilRegionShows(panel, 'You are here', 'Departments');
    // The welcome above goes when the reader has chosen.
    await panel.waitFor(() => !document.querySelector('.welcome'));
    await panel.click('section[aria-label="Objectives"] input');
    await expect.poll(async () => (await objectivesIn(panel))[0]?.ticked).toBe(true);
    await expect.poll(() => session.reader.badgeText(page)).toBe('1');
    await openLibrary(panel);
    await region(panel, 'imported · 1 of 2 ticked');
    await panel.close();
    await page.close();
  });

  test('is there after a restart, and the page of an imported course shows it at once', async () => {
    await session.reader.restart();
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, BUILD);
    await untilRegionShows(panel, 'You are here', 'Departments');
    expect(await panel.evaluate(() => document.querySelectorAll('header h1').length)).toBe(1);
    await panel.close();
    await page.close();
  });

  test('saves a course to a file that holds the same', async () => {
    const { page, panel } = await begin();
    await panel.evaluate(() => {
      // What the file holds is read where the browser gets it from.
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => {
          document.documentElement.dataset.saved = text;
        });
        return createObjectURL.call(URL, blob);
      };
    });
    await openLibrary(panel);
    await pressInLibrary(panel, `Save to a file: ${BUILD}`);
    await region(panel, 'Saved as “how-we-build.json”');
    const saved = await panel.waitFor(() => document.documentElement.dataset.saved);
    expect(JSON.parse(saved ?? '')).toEqual(libraryPack());
    await chooseFile(panel, 'how-we-build.json', saved ?? '');
    await importing(panel, 'it teaches what the file does');
    await panel.close();
    await page.close();
  });

  test('takes a later file of a course over, and keeps the ticks', async () => {
    const { page, panel } = await begin();
    const { audiences, sections } = libraryPack();
    const [everyone] = audiences;
    if (!everyone) throw new Error('there is no audience');
    const objectives = everyone.objectives
      .toReversed()
      .map((each) => (each.id === 'name-the-parts' ? { ...each, text: 'Name every part' } : each));
    const later = libraryPack({ audiences: [{ ...everyone, objectives }], sections });
    await openLibrary(panel);
    await chooseFile(panel, 'later.json', JSON.stringify(later));
    await importing(panel, '“Name the parts of the department” is called “Name every part” now');
    await pressInLibrary(panel, 'Take the changes over');
    await importing(panel, 'is among your courses');
    await panel.press('Escape');
    await expect
      .poll(() => objectivesIn(panel))
      .toEqual([
        { text: 'Find someone to ask', ticked: false },
        { text: 'Name every part', ticked: true },
      ]);
    await panel.close();
    await page.close();
  });

  test('puts courses in another order, at the keyboard, and keeps it', async () => {
    const { page, panel } = await begin();
    await openLibrary(panel);
    await pressInLibrary(panel, `Move up: ${BUILD}`);
    await expect.poll(() => titlesIn(panel)).toEqual([PATHWAY, BUILD, ONBOARDING]);
    const focused = () => panel.evaluate(() => document.activeElement?.ariaLabel);
    await expect.poll(focused).toBe(`Move up: ${BUILD}`);
    await panel.press('Enter');
    await expect.poll(() => titlesIn(panel)).toEqual([BUILD, PATHWAY, ONBOARDING]);
    // It is the first now: the way back down is left.
    await expect.poll(focused).toBe(`Move down: ${BUILD}`);
    await panel.close();
    const again = await session.reader.openPanel(page);
    await openLibrary(again);
    expect(await titlesIn(again)).toEqual([BUILD, PATHWAY, ONBOARDING]);
    await again.close();
    await page.close();
  });

  test('archives a course, built-in ones as well, and takes it back', async () => {
    const { page, panel } = await begin();
    await openLibrary(panel);
    await pressInLibrary(panel, `Archive: ${ONBOARDING}`);
    await region(panel, '1 archived course');
    await page.goto(`${HANDBOOK}customer-success/csm/csm-onboarding/`);
    await untilCourse(panel, BUILD);
    await pressInLibrary(panel, '1 archived course');
    await pressInLibrary(panel, `Take out of the archive: ${ONBOARDING}`);
    await untilCourse(panel, ONBOARDING);
    expect(await titlesIn(panel)).toEqual([BUILD, PATHWAY, ONBOARDING]);
    await panel.close();
    await page.close();
  });

  test('removes a course, not a built-in one, and brings it back with its ticks', async () => {
    const { page, panel } = await begin();
    await untilCourse(panel, BUILD);
    await openLibrary(panel);
    const removing = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll('.library button')].flatMap(({ ariaLabel }) =>
          ariaLabel?.startsWith('Remove') ? [ariaLabel] : [],
        ),
      );
    expect(await removing()).toEqual([`Remove: ${BUILD}`]);
    await pressInLibrary(panel, `Remove: ${BUILD}`);
    await region(panel, `Course removed: ${BUILD}`);
    await untilCourse(panel, PATHWAY);
    expect(await titlesIn(panel)).toEqual([PATHWAY, ONBOARDING]);
    await pressInLibrary(panel, 'Undo');
    await region(panel, 'Undone.');
    await expect.poll(() => titlesIn(panel)).toEqual([BUILD, PATHWAY, ONBOARDING]);
    await region(panel, 'imported · 1 of 2 ticked');
    await panel.close();
    await page.close();
  });

  test('comes back from the copies when the database is deleted', async () => {
    const { page, panel } = await begin();
    await openLibrary(panel);
    await pressInLibrary(panel, `Move down: ${BUILD}`);
    await expect.poll(() => titlesIn(panel)).toEqual([PATHWAY, BUILD, ONBOARDING]);
    const keys = (prefix: string) =>
      panel.evaluate(
        async (start) =>
          Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith(start)),
        prefix,
      );
    await expect.poll(() => keys('journal:'), { timeout: 15_000 }).toEqual([]);
    expect(await keys('snapshot:')).not.toEqual([]);
    await panel.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('waymark');
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(deleting.error);
        }),
    );
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilCourse(again, BUILD);
    await openLibrary(again);
    await expect.poll(() => titlesIn(again)).toEqual([PATHWAY, BUILD, ONBOARDING]);
    await region(again, 'imported · 1 of 2 ticked');
    await again.close();
    await page.close();
  });
});
