import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { chooseFile, importPack, openLibrary, pressInLibrary, titlesIn } from './library-sheet.ts';
import { HANDBOOK, untilRegionShows, useSession } from './session.ts';

const ENGINEERING = `${HANDBOOK}engineering/`;

describe('a course made to do harm', () => {
  const session = useSession({ keepsState: true });
  const begin = async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await openLibrary(panel);
    return { page, panel };
  };

  test('shows the script in its title as text', async () => {
    const { page, panel } = await begin();
    const title = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    await importPack(panel, libraryPack({ title }));
    await pressInLibrary(panel, title);
    await panel.waitFor((expected) => document.querySelector('header h1')?.textContent === expected, title);
    expect(await panel.evaluate(() => document.querySelectorAll('img, body script').length)).toBe(0);
    await page.close();
  });

  test.each([
    [
      'with a link that is a script',
      libraryPack({ id: 'harm', address: 'javascript:alert(1)' }),
      'address: a link begins with https://',
    ],
    ['with the id of a built-in course', libraryPack({ id: 'csm-onboarding' }), 'has the id of this one'],
    ['that is a built-in course', builtInCourses[1], 'comes with Waymark'],
    ['with an unknown field', { ...libraryPack({ id: 'harm' }), html: '<b>' }, 'html: '],
    ['that is no course', [], 'no course. Nothing was changed'],
  ])('%s is refused with its reason', async (_, pack, sentence) => {
    const { page, panel } = await begin();
    const before = await titlesIn(panel);
    await chooseFile(panel, 'harm.json', JSON.stringify(pack));
    await untilRegionShows(panel, 'Import a course', sentence);
    expect(await titlesIn(panel)).toEqual(before);
    expect(await panel.evaluate(() => document.querySelector('.library .card'))).toBe(null);
    await page.close();
  });
});
