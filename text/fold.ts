/**
 * Normalises `text` to compare it in a search: lower case, Latin letters without accents, and one form for full-width and half-width
 * letters. Marks in other scripts stay, since they distinguish letters there (カ and ガ).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Latin}+/gu, (word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
    .replaceAll('ß', 'ss');
}

/** The folded words of a query or of a searched text. */
export function searchWordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** `text` in lower case and without marks, quotes and apostrophes: for ids, and to compare the words of titles. */
export function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘"“”`]/gu, '');
}

/** The words of a title or sentence, to compare it with another one. Singular and plural give the same word. */
export function wordsOf(text: string): string[] {
  const words = bareLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.map((word) => word.replace(/(?<=\w{3}[^s])s$/, ''));
}

/** `text` in lower case and without white space or invisible characters: to find a text whatever its line breaks and text style are. */
export function withoutSpaces(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, '').toLowerCase();
}
