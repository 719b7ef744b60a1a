import type { Note } from '../../progress/records.ts';
import { fold } from '../../text/fold.ts';
import { targetKey } from './note.ts';

/**
 * Finds the notes that contain all words of `query`, in their text, their quote, or the title of what they belong to.
 * @param titles the titles by `targetKey`
 * @returns them in the order of what they belong to
 */
export function findNotes(
  notes: readonly Note[],
  titles: ReadonlyMap<string, string>,
  query: string,
): readonly Note[] {
  const words = fold(query).split(/\s+/);
  const order = new Map([...titles.keys()].map((key, at) => [key, at] as const));
  const placeOf = ({ about }: Note) => order.get(targetKey(about)) ?? order.size;
  return notes
    .filter(({ about, quote, text, title }) => {
      const all = fold([titles.get(targetKey(about)), quote, text, title].join(' '));
      return words.every((word) => all.includes(word));
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}
