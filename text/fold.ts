/**
 * `text` as a search compares it: without case, without the accents of Latin letters, and with one form for full-width and
 * half-width letters. Other scripts keep their marks, which make other letters there (カ and ガ).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Latin}+/gu, (word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
    .replaceAll('ß', 'ss');
}

/** The folded words of a query or of a text to search in. */
export function searchWordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** `text` in lower case without any marks, quotes or apostrophes: for ids, and to compare titles by their words. */
export function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘"“”`]/gu, '');
}

/** The words of a title or sentence to compare with another's. Singular and plural are the same word. */
export function wordsOf(text: string): string[] {
  const words = bareLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.map((word) => word.replace(/(?<=\w{3}[^s])s$/, ''));
}

/** `text` without white space, case and invisible or zero-width characters: to find a text however its lines break and its style writes it. */
export function withoutSpaces(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, '').toLowerCase();
}
