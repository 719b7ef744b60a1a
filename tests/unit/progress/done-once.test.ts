import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { chooseAudience, markVisited, setCompletion, unmarkVisited } from '../../../progress/actions.ts';
import { readHistory } from '../../../progress/history.ts';
import { deleteNote, readNotes, saveNote } from '../../../progress/notes.ts';

const done = async () =>
  (await readHistory()).flatMap((day) =>
    day.entries.flatMap((each) => ('action' in each ? each.action.kind : [])),
  );

test('a double click does something once, and one Undo undoes it', async () => {
  await Promise.all([setCompletion('c', 'o', true), setCompletion('c', 'o', true)]);
  expect(await done()).toEqual(['tick']);
  await Promise.all([markVisited('c', 'r'), markVisited('c', 'r')]);
  await Promise.all([unmarkVisited('c', 'r'), unmarkVisited('c', 'r')]);
  await Promise.all([chooseAudience('c', 'a'), chooseAudience('c', 'a')]);
  expect((await done()).sort()).toEqual(['audience', 'mark', 'mark', 'tick']);
});

test('a note that is deleted twice is deleted once', async () => {
  const about = { kind: 'objective', id: 'o' } as const;
  await saveNote('d', { about, text: 'w', quote: '', address: '', title: '', evidence: false });
  const [note] = (await readNotes(['d'])).get('d') ?? [];
  const before = (await done()).length;
  await Promise.all([deleteNote('d', note?.id ?? ''), deleteNote('d', note?.id ?? '')]);
  expect(await done()).toHaveLength(before + 1);
});
