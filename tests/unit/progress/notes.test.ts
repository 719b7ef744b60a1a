import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { readHistory } from '../../../progress/history.ts';
import { deleteNote, readNotes, saveNote } from '../../../progress/notes.ts';
import { COURSE } from './samples.ts';

afterEach(async () => {
  await deleteDB('waymark');
});

const about = { kind: 'objective' as const, id: 'ticked' };
const draft = { about, text: 'Mine', quote: '', address: '', title: '', evidence: false };
const kept = async () => (await readNotes([COURSE])).get(COURSE) ?? [];

test('a note is saved, edited and deleted', async () => {
  expect(await saveNote(COURSE, draft)).toBeDefined();
  const [note] = await kept();
  if (!note) throw new Error('nothing was kept');
  expect(await saveNote(COURSE, { ...note, text: 'Mine now' })).toBeDefined();
  expect((await kept()).map(({ text }) => text)).toEqual(['Mine now']);
  await deleteNote(COURSE, note.id);
  expect(await kept()).toEqual([]);
});

test('an edit does not replace one that was saved since it began', async () => {
  await saveNote(COURSE, draft);
  const [note] = await kept();
  if (!note) throw new Error('nothing was kept');
  expect(await saveNote(COURSE, { ...note, text: 'Changed elsewhere' }, false, note)).toBeDefined();
  expect(await saveNote(COURSE, { ...note, text: 'Changed here' }, false, note)).toBeUndefined();
  expect((await kept()).map(({ text }) => text)).toEqual(['Changed elsewhere']);
});

test('an edit does not move a note back that was moved to another objective since it began', async () => {
  await saveNote(COURSE, draft);
  const [note] = await kept();
  if (!note) throw new Error('nothing was kept');
  const elsewhere = { kind: 'objective' as const, id: 'other' };
  expect(await saveNote(COURSE, { ...note, about: elsewhere }, false, note)).toBeDefined();
  expect(await saveNote(COURSE, { ...note, text: 'Changed here' }, false, note)).toBeUndefined();
  expect((await kept()).map((each) => each.about)).toEqual([elsewhere]);
});

test('an edit does not bring back a note that was deleted since it began, and ticks nothing', async () => {
  await saveNote(COURSE, draft);
  const [note] = await kept();
  if (!note) throw new Error('nothing was kept');
  await deleteNote(COURSE, note.id);
  const before = (await readHistory()).flatMap(({ entries }) => entries).length;
  expect(
    await saveNote(COURSE, { ...note, text: 'Changed elsewhere', evidence: true }, true),
  ).toBeUndefined();
  expect(await kept()).toEqual([]);
  expect((await readHistory()).flatMap(({ entries }) => entries)).toHaveLength(before);
  expect(await saveNote(COURSE, { ...note, id: undefined, made: undefined })).toBeDefined();
  expect((await kept()).map(({ text }) => text)).toEqual(['Mine']);
});
