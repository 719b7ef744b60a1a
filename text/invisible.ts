/**
 * Control characters other than white space, and the characters that change the direction of the text after them (U+202A to
 * U+202E, U+2066 to U+2069), with which one text can pass itself off as another. No text of a course or note needs them.
 */
const INVISIBLE = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069]/gu;
/** The same, and white space other than the space, such as tabs. */
const INVISIBLE_OR_BREAK = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** The same, except line breaks. */
const INVISIBLE_OR_TAB = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Whether `text`, which should be one line, has control characters (including tabs and line breaks) or ones that change its direction. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE_OR_BREAK) >= 0;
}

/** `text` without invisible characters. White space stays, including tabs and line breaks. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** `text` with U+FFFD for each invisible character, so that a reader sees that something was there. Line breaks stay. */
export function markInvisible(text: string): string {
  return text.replace(INVISIBLE_OR_TAB, '\ufffd');
}

/** The first `most` UTF-16 code units of a text from outside, as one well-formed line to show: U+FFFD for each invisible character. */
export function excerptToShow(text: string, most: number): string {
  return text.slice(0, most).replace(INVISIBLE_OR_BREAK, '\ufffd').toWellFormed();
}
