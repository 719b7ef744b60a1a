import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { markVisited, setCompletion } from '../../../progress/actions.ts';
import { readDatedProgress } from '../../../progress/dated-progress.ts';
import { saveNote } from '../../../progress/notes.ts';
import { dayOf } from '../../../progress/records.ts';
import { openDatabase } from '../../../progress/store/database.ts';
import { COURSE, stamp } from './samples.ts';

afterEach(async () => {
  await deleteDB('waymark');
});

test('what was done in a course is read with days, without what was undone', async () => {
  const today = dayOf(Date.now());
  await setCompletion(COURSE, 'ticked', true);
  await setCompletion(COURSE, 'taken-back', true);
  await setCompletion(COURSE, 'taken-back', false);
  await setCompletion('another', 'ticked-there', true);
  await markVisited(COURSE, 'visited');
  const about = { kind: 'objective' as const, id: 'ticked' };
  await saveNote(COURSE, { about, text: 'Mine', quote: '', address: '', title: '', evidence: false });
  const { completed, visited, notes } = await readDatedProgress(COURSE);
  expect([...completed]).toEqual([['ticked', today]]);
  expect([...visited]).toEqual([['visited', today]]);
  expect(notes.map(({ text }) => text)).toEqual(['Mine']);
});

test('of several visits the last day counts, and what does not fit is left out', async () => {
  const database = await openDatabase();
  const visit = (day: string) => ({ key: [COURSE, 'visit', 'a', day], value: true, ...stamp(1) });
  for (const day of ['2026-06-01', '2026-08-31', '2026-07-01'])
    await database.put('records', visit(day) as never);
  await database.put('records', { key: [COURSE, 'visit', 'b', '2026-06-01'], value: 'odd' } as never);
  expect([...(await readDatedProgress(COURSE)).visited]).toEqual([['a', '2026-08-31']]);
});
