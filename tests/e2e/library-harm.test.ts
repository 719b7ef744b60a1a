import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { t } from '../texts.ts';
import { named, seen, within } from './by-role.ts';
import {
  chooseFile,
  importPack,
  openLibrary,
  pressInLibrary,
  titlesIn,
  untilLibrarySays,
} from './library-sheet.ts';
import { untilCourse } from './panel-parts.ts';
import { HANDBOOK, useSession } from './session.ts';

const ENGINEERING = `${HANDBOOK}engineering/`;

describe('a malicious course', () => {
  const session = useSession();
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
    await untilCourse(panel, title);
    expect(await panel.evaluate(() => document.querySelectorAll('img, body script').length)).toBe(0);
    await page.close();
  });

  test.each([
    [
      'with a link that is a script',
      libraryPack({ id: 'harm', address: 'javascript:alert(1)' }),
      `address: ${t('library.refused.at.link')}`,
    ],
    [
      'with the id of a built-in course',
      libraryPack({ id: 'csm-onboarding' }),
      t('library.refused.taken', ['CSM Onboarding']),
    ],
    ['that is a built-in course', builtInCourses[1], t('library.refused.builtIn', ['CSM Onboarding'])],
    [
      'with an unknown field',
      { ...libraryPack({ id: 'harm' }), html: '<b>' },
      `html: ${t('library.refused.at.unknown')}`,
    ],
    ['that is no course', [], t('library.refused.notOurs')],
  ])('%s is refused with its reason', async (_, pack, sentence) => {
    const { page, panel } = await begin();
    const before = await titlesIn(panel);
    await chooseFile(panel, 'harm.json', JSON.stringify(pack));
    await untilLibrarySays(panel, sentence);
    expect(await titlesIn(panel)).toEqual(before);
    const offered = [t('library.take'), t('library.takeUpdate'), t('cancel')];
    const buttons = await seen(panel, within(named('dialog'), named('button')));
    expect(buttons.filter(({ name }) => offered.includes(name))).toEqual([]);
    await page.close();
  });
});
