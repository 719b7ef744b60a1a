import { HOLE } from './literals.ts';

/** As texts are compared: quotation marks and spaces as they may be typed, and no space around. */
const spelled = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ');
const wordsIn = (text: string) => text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** `pattern` as whole words: not where a longer word only contains it. */
const asWords = (pattern: string, flags = '') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, `u${flags}`);

/** So many words in a row are a text that nobody writes by chance. */
const SEVERAL = 3;

/** What is put in for `$1` where a message has nothing to be known by but small words, as `$1 of $2`. */
const NUMBER = `(?:\\d[\\d.,]*|${HOLE})`;

function formOf(key: string, message: string) {
  const text = spelled(message);
  const fixed = text.split(/\$\d/).map((part) => part.trim());
  const known = /[\p{Lu}:"]/u.test(text);
  const patternWith = (given: string) => text.split(/\$\d/).map(escaped).join(given);
  return {
    key,
    text: text.toLowerCase(),
    /** Matches all of it, whatever is put in. */
    whole: new RegExp(`^${patternWith(known ? '.+' : NUMBER)}$`, 's'),
    /** What never changes, and is long enough to be found in the middle of a literal. */
    runs: fixed.filter((part) => wordsIn(part) >= SEVERAL).map((part) => asWords(escaped(part), 'i')),
    /** All of it with numbers put in. */
    counted: wordsIn(text) >= SEVERAL && /\$\d/.test(text) ? asWords(patternWith('\\d+'), 'i') : undefined,
    /** What is left where the start or the end of `Next: $1` is put in. */
    only: fixed.filter((part) => part !== '').length === 1 ? fixed.find((part) => part !== '') : undefined,
  };
}

/**
 * Tells of a literal which message it repeats: it is the message (whatever is put in for `$1`), contains one of three or more
 * words, or is itself a piece of one, of three or more words.
 * @param messages each form of each message, with its key
 * @param codeWords the literals of the product's source: a single lower-case word among them, such as `note`, is a name of the
 *   code's, not a text
 */
export function repetitions(
  messages: readonly (readonly [key: string, message: string])[],
  codeWords: ReadonlySet<string>,
): (literal: string) => string | undefined {
  const forms = messages.map(([key, message]) => formOf(key, message));
  return (literal) => {
    const text = spelled(literal).trim();
    if (!/\p{L}/u.test(text) || (/^[\p{Ll}-]+$/u.test(text) && codeWords.has(text))) return undefined;
    const same = forms.find(({ whole, only }) => whole.test(text) || only === text);
    if (same) return `is “${same.key}”`;
    const within = forms.find(({ runs, counted }) => [...runs, counted].some((run) => run?.test(text)));
    if (within) return `contains “${within.key}”`;
    const parts = text.toLowerCase().split(HOLE);
    // Between what is put in there are more small words that could stand anywhere.
    const least = parts.length > 1 ? SEVERAL + 1 : SEVERAL;
    const pieces = parts.map((piece) => piece.trim()).filter((piece) => wordsIn(piece) >= least);
    const longer = forms.find((form) =>
      pieces.some((piece) => form.text.includes(piece) && asWords(escaped(piece)).test(form.text)),
    );
    return longer && `is a piece of “${longer.key}”`;
  };
}
