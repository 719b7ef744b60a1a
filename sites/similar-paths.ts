import { wordsOf } from '../text/fold.ts';

/** The factor by which a word's weight decreases with each folder towards the start of the path, in the given path and in known ones. */
const FADING = { sought: 0.65, found: 0.5 };
/** The parts of a score (0 to 1) that are given for being in the same folders and for having the same name. */
const SHARE = { folders: 0.3, name: 0.1 };

/** The parts of `path` without its topmost folder, which is the same for all pages of a site. */
function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean).slice(1);
}

/** The words of `path` with their weights (0 to 1). */
function weigh(path: string, fading: number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [at, part] of partsOf(path).toReversed().entries()) {
    for (const word of wordsOf(part)) weights.set(word, Math.max(weights.get(word) ?? 0, fading ** at));
  }
  return weights;
}

/** How many of the folders of both paths are the same: from 0 for none to 1 for two pages in one folder. */
function nearness(path: string, other: string): number {
  const parts = partsOf(path);
  const others = partsOf(other);
  const fork = parts.findIndex((part, at) => part !== others[at]);
  return (fork < 0 ? parts.length : fork) / Math.max(1, parts.length - 1);
}

/**
 * Creates a function that finds the paths most similar to a given one, which needn't be one of `paths`. Similarity is the cosine of
 * the paths' words, as in TF-IDF: a word weighs more the rarer it is in `paths` and the nearer it is to the end of its path.
 * @returns a function that returns the paths with a score above 0 (at most 1), the highest first
 */
export function createPathSearch(
  paths: readonly string[],
): (path: string) => { path: string; score: number }[] {
  const weighed = paths.map((path) => ({ path, words: weigh(path, FADING.found) }));
  const counts = new Map<string, number>();
  for (const { words } of weighed) {
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const rarity = (word: string) => Math.log(1 + paths.length / (counts.get(word) ?? 1));
  const lengthOf = (words: Map<string, number>) =>
    Math.hypot(...[...words].map(([word, weight]) => weight * rarity(word)));
  const known = weighed.map((page) => ({ ...page, length: lengthOf(page.words) }));
  return (sought) => {
    const words = weigh(sought, FADING.sought);
    const soughtLength = lengthOf(words);
    const scores = known.map(({ path, words: found, length }) => {
      let shared = 0;
      for (const [word, weight] of words) shared += weight * (found.get(word) ?? 0) * rarity(word) ** 2;
      if (shared === 0) return { path, score: 0 };
      const folders = SHARE.folders * nearness(sought, path);
      const name = SHARE.name * Number(partsOf(sought).at(-1) === partsOf(path).at(-1));
      const similarity = shared / soughtLength / length;
      return { path, score: similarity * (1 - SHARE.folders - SHARE.name + folders + name) };
    });
    return scores.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  };
}
