import { keyOf } from '../page/words.ts';

/** Shorter texts are found in others by chance: a letter or sign that names a part. */
const SHORTEST = 3;

/**
 * Pairs texts of an unchanged page that another version of the reading cut elsewhere: one contains the other, and no third one
 * contains or is contained in either. So a tick stays with its objective, and never gets to one that says more than was ticked.
 * @returns pairs of indexes, of `read` and `stored`
 */
export function readInPart(
  stored: readonly string[],
  read: readonly string[],
): [read: number, stored: number][] {
  const [were, are] = [stored.map(keyOf), read.map(keyOf)];
  const overlap = (a: string, b: string) =>
    Math.min(a.length, b.length) >= SHORTEST && (a.includes(b) || b.includes(a));
  const only = (key: string, keys: readonly string[]) => {
    const found = keys.flatMap((each, at) => (overlap(each, key) ? [at] : []));
    return found.length === 1 ? found[0] : undefined;
  };
  return are.flatMap((key, at): [number, number][] => {
    const was = only(key, were);
    return was !== undefined && only(were[was] ?? '', are) === at ? [[at, was]] : [];
  });
}
