import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { seen, untilSeen } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { untilNoticed } from './notices.ts';
import { BOXES, openFold, untilWritable } from './panel-parts.ts';
import {
  HANDBOOK,
  objectivesIn,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

describe('with any input, page and panel go on working', () => {
  const session = useSession();

  test.each(['untitled', 'headings', 'markup', 'wrong-identity', 'base', 'japanese', 'framed'])(
    'on a page that is odd: %s',
    async (name) => {
      const page = await session.reader.newPage(PROGRAM);
      const panel = await session.reader.openPanel(page);
      await untilSection(panel, SECTIONS.programs);
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(`${HANDBOOK}odd/${name}/`);
      const here = await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
      expect(here).not.toMatch(/<|onerror/);
      expect(await panel.evaluate(() => '__pwned' in window)).toBe(false);
      expect(errors).toEqual([]);
      await page.goto(`${HANDBOOK}values/#transparency`);
      await untilSection(panel, SECTIONS.practices);
      await page.close();
    },
  );

  test('a stored record that does not fit is quarantined, left as it is and reported', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const course = 'community-learning-pathway';
    await panel.evaluate(recordsAfter, [
      { key: [course, 'completion', 'team-programs'], value: true, time: 1, count: 0, device: '' },
      { key: [course, 'completion', 'team-value'], value: 'perhaps', time: 1, count: 0, device: '' },
      { key: [course, 'something-newer', 'x'], value: {}, time: 1 },
    ]);
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilNoticed(again, t('notice.setAside', 2));
    await untilWritable(again);
    const ticked = (await objectivesIn(again)).filter((objective) => objective.ticked);
    expect(ticked).toHaveLength(1);
    await page.close();
  });

  test('a database of a newer version is reported, and can be read but not written', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('waymark', 99);
          opening.onsuccess = () => resolve(opening.result.close());
          opening.onerror = () => reject(opening.error);
        }),
    );
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilSection(again, SECTIONS.programs);
    await untilNoticed(again, t('notice.newer'));
    await openFold(again, 'objectives.all');
    await untilSeen(again, BOXES);
    const boxes = await seen(again, BOXES);
    expect(boxes.every(({ disabled }) => disabled)).toBe(true);
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(again, SECTIONS.practices);
    await page.close();
  });
});
