import { describe, expect, test } from 'vitest';
import { type Course, objectivesOf } from '../../courses/course.ts';
import { writePack } from '../../courses/pack-file.ts';
import type { Panel } from '../browsers/reader.ts';
import { BAKERY, coursePage } from '../fixtures/course-pages.ts';
import { dumps, type Stored } from '../fixtures/databases.ts';
import { t } from '../texts.ts';
import { named, region, seen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { openFold, untilCourse } from './panel-parts.ts';
import { HANDBOOK, useSession } from './session.ts';
import { fill } from './stored-by-version.ts';

const ADDRESS = new URL(BAKERY, HANDBOOK).href;
const ID = 'bakery-tasters';
const [, dump] = dumps.find(([version]) => version === '0.3.0') ?? [];
if (!dump) throw new Error('there is no dump of 0.3.0');
const records = dump.stores.records?.values as Stored[];
const isPack = ({ key }: Stored) => key[1] === 'pack' && key[2] === ID;
const course = JSON.parse(String(records.find(isPack)?.value)) as Course;

/** The dump with this as the course that was followed, and a tick in it. */
const dumpWith = (followed: Course, ticked: string) => ({
  ...dump,
  stores: {
    ...dump.stores,
    records: {
      keyPath: 'key',
      autoIncrement: false,
      values: [
        ...records.map((record) => (isPack(record) ? { ...record, value: writePack(followed) } : record)),
        { key: [ID, 'completion', ticked], value: true, time: 1, count: 0, device: '' },
      ],
    },
  },
  area: {},
});

describe('a course that 0.3.0 followed, on its unchanged page', () => {
  const session = useSession();
  const storedIn = (panel: Panel): Promise<Stored[]> => panel.evaluate(recordsAfter, []);

  test('is replaced silently by what is read better, and keeps what was ticked', async () => {
    // 0.3.0 took a line of the page for an objective, and missed a link.
    const older = structuredClone(course);
    const mistaken = { id: 'crust', text: 'For some only', sections: [] };
    older.audiences[0]?.objectives.push(mistaken);
    const lost = older.sections[1]?.resources.pop();
    await session.reader.evaluateInExtension(fill, dumpWith(older, mistaken.id));
    session.server.setPage(BAKERY, coursePage('tables'));
    const page = await session.reader.newPage(ADDRESS);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, course.title);
    const packNow = async () => JSON.parse(String((await storedIn(panel)).find(isPack)?.value)) as Course;
    await expect
      .poll(async () => (await packNow()).sections[1]?.resources.map(({ id }) => id), { timeout: 15_000 })
      .toContain(lost?.id);
    expect(objectivesOf(await packNow())).toEqual([]);
    await openFold(panel, 'living.earlier');
    const earlier = within(region('living.earlier'), named('checkbox', mistaken.text));
    await expect.poll(async () => (await seen(panel, earlier)).map(({ checked }) => checked)).toEqual([true]);
    // Nothing is announced, also when the page is opened again. A page is read when it has been shown for a second.
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await seen(panel, named('button', t('living.takeOver')))).toEqual([]);
    expect((await storedIn(panel)).some(({ key }) => key[1] === 'reading' && key[2] === ID)).toBe(true);
    await panel.close();
    await page.close();
  });
});
