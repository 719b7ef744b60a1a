import { expect, test } from 'vitest';
import { findNotes } from '../../../../components/notes/find-notes.ts';
import type { Note } from '../../../../progress/records.ts';

const noteOn = (id: string, note: Partial<Note>): Note => ({
  id: `note on ${id}`,
  about: { kind: 'resource', id },
  text: '',
  quote: '',
  address: '',
  title: '',
  evidence: false,
  made: 1,
  ...note,
});
const titles = new Map([
  ['resource first', 'Values'],
  ['resource second', 'Transparency'],
]);
const notes = [
  noteOn('second', { text: 'Zoë asked first' }),
  noteOn('dropped', { text: 'Old' }),
  noteOn('first', { quote: 'Share by default', title: 'Handbook' }),
];
const found = (query: string) => findNotes(notes, titles, query).map(({ about }) => about.id);

test('notes are in the order of what they belong to, those of removed items last', () => {
  expect(found('')).toEqual(['first', 'second', 'dropped']);
  expect(found('  ')).toEqual(['first', 'second', 'dropped']);
});

test.each([
  ['asked zoe', ['second']],
  ['SHARE default', ['first']],
  ['transparency', ['second']],
  ['handbook', ['first']],
  ['share zoe', []],
])('the words “%s” are looked for in any order in text, quote and titles', (query, ids) => {
  expect(found(query)).toEqual(ids);
});
