/** How many letters have to be changed, put in, left out or swapped with the next to make `a` of `b`. */
function typosBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let typos = Math.min((last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) typos = Math.min(typos, (before[j - 2] ?? 0) + 1);
      row[j] = typos;
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** A word that is written in kana, of which each says more than a letter. */
const KANA = /^[\p{scx=Hira}\p{scx=Kana}]+$/u;
/** What a first letter that is another one counts, since slips are seldom there. */
const OTHER_START = 0.25;

/**
 * The known word that `word` is a misspelling of: one typo away, from eight letters on two; of several the nearest,
 * then one that begins alike, then the first of `known`. `word` itself where it is short, begins a known word, or is like none.
 */
export function spelled(word: string, known: readonly string[]): string {
  if (
    word.length < (KANA.test(word) ? 3 : 4) ||
    word.length > 40 ||
    known.some((other) => other.startsWith(word))
  )
    return word;
  let [best, least] = [word, word.length < 8 ? 1.5 : 2.5];
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const typos = typosBetween(word, other) + (word[0] === other[0] ? 0 : OTHER_START);
    if (typos < least) [best, least] = [other, typos];
  }
  return best;
}
