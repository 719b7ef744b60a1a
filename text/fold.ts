/** Latin letters that NFD doesn't take apart, as people type them on a keyboard without them. */
const LETTERS: Partial<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
};

/** The distance in Unicode from a hiragana to its katakana. */
const TO_KATAKANA = 0x60;

/**
 * Normalises `text` to compare it in a search: lower case; Latin letters without accents, and ligatures as single letters (`oeuvre` for
 * Œuvre); katakana for hiragana; one form for full-width and half-width letters. Marks in other scripts stay, since they distinguish
 * letters there (カ and ガ).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:\p{sc=Latin}\p{M}*)+/gu, (word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[ß-œ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[ぁ-ゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + TO_KATAKANA));
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
