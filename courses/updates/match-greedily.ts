/** A rule that matches items of a stored course with items of its new version. */
export interface Rule<Stored, Read> {
  /** Only items with a common key are compared. */
  storedKeys: (stored: Stored) => Iterable<string>;
  readKeys: (read: Read) => Iterable<string>;
  /** How certain a match is; 0 for no match. */
  score?: (stored: Stored, read: Read) => number;
}

/** Returns a rule that matches items with the same key; '' matches nothing. */
export function by<Thing>(
  keyOf: (each: Thing) => string,
  score?: Rule<Thing, Thing>['score'],
): Rule<Thing, Thing> {
  const keys = (each: Thing) => [keyOf(each)].filter(Boolean);
  return { storedKeys: keys, readKeys: keys, ...(score && { score }) };
}

interface Candidate {
  stored: number;
  read: number;
  score: number;
}

/** Limits for pages that repeat themselves a thousand times: of the items with a common key only the nearest are compared. */
const MOST = { near: 100, candidates: 200_000 };

/** Returns the `MOST.near` indexes in `places`, which are in ascending order, that are nearest to `at`. */
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

/** Sorts by score, then by the distance from the stored place. */
function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || Math.abs(a.stored - a.read) - Math.abs(b.stored - b.read) || a.read - b.read;
}

/**
 * Exchanges partners of pairs that nothing tells apart, such as those of several items with equal words, so that these keep their
 * order, also when others are added above them.
 * @param keyOf returns the same for new items that have the same keys
 */
function putInOrder(
  pairs: readonly Candidate[],
  keyOf: (read: number) => string,
  scoreOf: (stored: number, read: number) => number,
): void {
  for (const alike of Map.groupBy(pairs, ({ score, read }) => `${score} ${keyOf(read)}`).values()) {
    alike.sort((a, b) => a.stored - b.stored);
    for (const [at, one] of alike.entries())
      for (const other of alike.slice(at + 1, at + MOST.near)) {
        const { score, read } = one;
        const isSure = scoreOf(one.stored, other.read) === score && scoreOf(other.stored, read) === score;
        if (read > other.read && isSure) [one.read, other.read] = [other.read, read];
      }
  }
}

/**
 * Pairs each item of the new version (key) with at most one stored item (value): by the first of `rules` that finds any, the
 * highest scores first. Adds to `pairs` and returns it.
 */
export function matchGreedily<Stored, Read>(
  pairs: Map<Read, Stored>,
  stored: readonly Stored[],
  read: readonly Read[],
  ...rules: Rule<Stored, Read>[]
): Map<Read, Stored> {
  const taken = new Set(pairs.values());
  for (const { storedKeys, readKeys, score = () => 1 } of rules) {
    const byKey = new Map<string, number[]>();
    stored.forEach((each, at) => {
      if (taken.has(each)) return;
      for (const key of new Set(storedKeys(each))) {
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
        const candidate = { stored: index, read: at, score: score(stored[index] as Stored, each) };
        if (candidate.score > 0) candidates.push(candidate);
      }
    });
    const chosen: Candidate[] = [];
    const [storedUsed, readUsed] = [new Set<number>(), new Set<number>()];
    for (const candidate of candidates.sort(byScore)) {
      if (storedUsed.has(candidate.stored) || readUsed.has(candidate.read)) continue;
      storedUsed.add(candidate.stored);
      readUsed.add(candidate.read);
      chosen.push(candidate);
    }
    putInOrder(
      chosen,
      (at) => JSON.stringify([...readKeys(read[at] as Read)]),
      (before, after) => score(stored[before] as Stored, read[after] as Read),
    );
    for (const pair of chosen) {
      const before = stored[pair.stored] as Stored;
      taken.add(before);
      pairs.set(read[pair.read] as Read, before);
    }
  }
  return pairs;
}
