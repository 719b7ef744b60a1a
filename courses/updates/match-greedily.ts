/** How two things of a course before and after a change of its page may be found to be the same. */
export interface Rule<Kept, Read> {
  /** What both have in common if they may be the same: only such are compared. */
  keptKeys: (kept: Kept) => Iterable<string>;
  readKeys: (read: Read) => Iterable<string>;
  /** How sure it is; 0 where they are not the same. */
  score?: (kept: Kept, read: Read) => number;
}

/** A rule by what `keyOf` says of both; '' says nothing. */
export function by<Thing>(
  keyOf: (each: Thing) => string,
  score?: Rule<Thing, Thing>['score'],
): Rule<Thing, Thing> {
  const keys = (each: Thing) => [keyOf(each)].filter(Boolean);
  return { keptKeys: keys, readKeys: keys, ...(score && { score }) };
}

interface Candidate {
  kept: number;
  read: number;
  score: number;
}

/** Pages that say the same a thousand times are not worth the time: of what has a key in common the nearest are compared. */
const MOST = { near: 100, candidates: 200_000 };

/** Those of `places`, which ascend, that are nearest to `at`. */
function nearest(places: number[], at: number): number[] {
  if (places.length <= MOST.near) return places;
  let [from, to] = [0, places.length - MOST.near];
  while (from < to) {
    const middle = (from + to) >> 1;
    const [first = 0, next = 0] = [places[middle], places[middle + MOST.near]];
    if (at - first > next - at) from = middle + 1;
    else to = middle;
  }
  return places.slice(from, from + MOST.near);
}

/** The surer first, then those that stand nearer to where they were. */
function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || Math.abs(a.kept - a.read) - Math.abs(b.kept - b.read) || a.read - b.read;
}

/**
 * Which of `kept` each of `read` is, one of each at most: by the first of `rules` that finds any, the surest first. What
 * `pairs` has is added to.
 */
export function matchGreedily<Kept, Read>(
  pairs: Map<Read, Kept>,
  kept: readonly Kept[],
  read: readonly Read[],
  ...rules: Rule<Kept, Read>[]
): Map<Read, Kept> {
  const taken = new Set(pairs.values());
  for (const { keptKeys, readKeys, score = () => 1 } of rules) {
    const byKey = new Map<string, number[]>();
    kept.forEach((each, at) => {
      if (taken.has(each)) return;
      for (const key of new Set(keptKeys(each))) {
        const same = byKey.get(key);
        if (same) same.push(at);
        else byKey.set(key, [at]);
      }
    });
    const candidates: Candidate[] = [];
    read.forEach((each, at) => {
      if (pairs.has(each)) return;
      const near = new Set([...new Set(readKeys(each))].flatMap((key) => nearest(byKey.get(key) ?? [], at)));
      for (const index of near) {
        if (candidates.length >= MOST.candidates) return;
        const candidate = { kept: index, read: at, score: score(kept[index] as Kept, each) };
        if (candidate.score > 0) candidates.push(candidate);
      }
    });
    for (const candidate of candidates.sort(byScore)) {
      const [before, after] = [kept[candidate.kept] as Kept, read[candidate.read] as Read];
      if (taken.has(before) || pairs.has(after)) continue;
      taken.add(before);
      pairs.set(after, before);
    }
  }
  return pairs;
}
