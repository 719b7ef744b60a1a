import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import {
  chooseAudience,
  markVisited,
  recordVisits,
  setCompletion,
  unmarkVisited,
} from '../../../progress/actions.ts';
import { onChange } from '../../../progress/changes.ts';
import { kinds } from '../../../progress/kinds.ts';
import { readProgress } from '../../../progress/progress.ts';
import { openDatabase } from '../../../progress/store/database.ts';
import { doneIn, dumps, recordsIn } from '../../fixtures/databases.ts';

const COURSE = 'community-learning-pathway';

afterEach(async () => {
  await deleteDB('waymark');
});

async function store(values: unknown[]): Promise<void> {
  const database = await openDatabase();
  for (const value of values) await database.put('records', value as never);
}

describe('what the reader did', () => {
  test('a tick is read again, and no longer after it was cleared', async () => {
    await setCompletion(COURSE, 'an-objective', true);
    expect((await readProgress(COURSE)).completed).toEqual(new Set(['an-objective']));
    await setCompletion(COURSE, 'an-objective', false);
    expect((await readProgress(COURSE)).completed).toEqual(new Set());
  });

  test('courses are separate, whatever their ids', async () => {
    await setCompletion('a', 'one', true);
    await setCompletion('a-b', 'two', true);
    await setCompletion('b', 'three', true);
    expect((await readProgress('a')).completed).toEqual(new Set(['one']));
  });

  test('the audience chosen last counts', async () => {
    await chooseAudience(COURSE, 'team-member');
    await chooseAudience(COURSE, 'community-member');
    expect((await readProgress(COURSE)).audience).toBe('community-member');
  });

  test('a visit is recorded once a day', async () => {
    await recordVisits([{ course: COURSE, resource: 'a-resource' }]);
    const first = (await readProgress(COURSE)).lastVisit;
    await recordVisits([{ course: COURSE, resource: 'a-resource' }]);
    expect((await readProgress(COURSE)).lastVisit).toEqual(first);
    expect(await (await openDatabase()).count('records')).toBe(1);
  });

  test('an unmarked resource stays so for the day, until it is marked again', async () => {
    await store([
      { key: [COURSE, 'visit', 'a-resource', '2026-01-01'], value: true, time: 1, count: 0, device: '' },
    ]);
    await unmarkVisited(COURSE, 'a-resource');
    expect((await readProgress(COURSE)).visited).toEqual(new Set());
    await recordVisits([{ course: COURSE, resource: 'a-resource' }]);
    expect((await readProgress(COURSE)).visited).toEqual(new Set());
    await markVisited(COURSE, 'a-resource');
    expect((await readProgress(COURSE)).visited).toEqual(new Set(['a-resource']));
  });

  test('every change is announced', async () => {
    let told = 0;
    const stop = onChange(() => told++);
    await setCompletion(COURSE, 'an-objective', true);
    stop();
    await setCompletion(COURSE, 'an-objective', false);
    expect(told).toBe(1);
  });
});

describe('a stored record that does not fit', () => {
  const odd = {
    key: [COURSE, 'completion', 'an-objective'],
    value: 'perhaps',
    time: 1,
    count: 0,
    device: '',
  };

  test('is quarantined as it is, counted, and hides nothing else', async () => {
    await store([
      odd,
      { key: [COURSE, 'completion', 'another'], value: true, time: 1, count: 0, device: '' },
    ]);
    const read = await readProgress(COURSE);
    expect(read.quarantined).toBe(1);
    expect(read.completed).toEqual(new Set(['another']));
    expect(await (await openDatabase()).getAll('setAside')).toMatchObject([{ found: odd }]);
    expect((await readProgress(COURSE)).quarantined).toBe(1);
  });

  test('is quarantined once, however many panels find it', async () => {
    await store([odd]);
    await Promise.all([readProgress(COURSE), readProgress(COURSE), readProgress(COURSE)]);
    expect(await (await openDatabase()).count('setAside')).toBe(1);
  });
});

describe('the database of an earlier version', () => {
  test.each(dumps)('%s is read with everything in it', async (_, dump) => {
    const old = await openDB(dump.name, dump.version, {
      upgrade(database) {
        for (const [name, { keyPath, autoIncrement, values }] of Object.entries(dump.stores)) {
          const created = database.createObjectStore(name, { keyPath, autoIncrement });
          for (const value of values) void created.add(value);
        }
      },
    });
    old.close();
    const read = await readProgress(COURSE);
    expect([...read.completed]).toEqual(doneIn(dump, COURSE, 'completion'));
    expect([...read.visited]).toEqual(doneIn(dump, COURSE, 'visit'));
    expect(read.completed.size * read.visited.size).toBeGreaterThan(0);
    expect(read.audience).toBe('community-member');
    expect(read.quarantined).toBe(recordsIn(dump).odd.length);
  });

  test('has every kind of record in one version or another', () => {
    const dumped = dumps.flatMap(([, dump]) => recordsIn(dump).fitting.map(({ key }) => key[1]));
    const missing = Object.keys(kinds).filter((kind) => !dumped.includes(kind));
    const advice =
      'let scripts/dump-doings.ts make such records, then run `npm run dump` for the next version';
    expect(missing, advice).toEqual([]);
  });

  test('of a newer version is not opened, and the reason is reported', async () => {
    (await openDB('waymark', 99)).close();
    await expect(readProgress(COURSE)).rejects.toThrow(/version/i);
    await deleteDB('waymark');
  });
});
