/** How many typos turn `b` into `a`: the number of letters to change, insert, remove or swap with the next one (Damerau–Levenshtein). */
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

/** A word in kana. A kana carries more meaning than a letter, so shorter words are corrected. */
const KANA = /^[\p{scx=Hira}\p{scx=Kana}]+$/u;
/** The penalty for another first letter: people seldom get that one wrong. */
const OTHER_START = 0.25;

/** The most typos that are corrected in `word`. */
const mostTyposIn = (word: string) => (word.length < 8 ? 1 : 2);

/**
 * Returns the known word of which `word` is a misspelling: at most `most` typos away, by default one, or two for words of eight letters or more. If there are
 * several, prefers the nearest, then one with the same first letter, then the first of `known`. Returns `word` itself if it is short,
 * begins a known word, or isn't close to any.
 */
export function correctSpelling(
  word: string,
  known: readonly string[],
  most: number = mostTyposIn(word),
): string {
  if (
    word.length < (KANA.test(word) ? 3 : 4) ||
    word.length > 40 ||
    known.some((other) => other.startsWith(word))
  )
    return word;
  let [best, least] = [word, most + 0.5];
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const typos = typosBetween(word, other) + (word[0] === other[0] ? 0 : OTHER_START);
    if (typos < least) [best, least] = [other, typos];
  }
  return best;
}
