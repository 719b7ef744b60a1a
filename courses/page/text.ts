import { withoutInvisible } from '../../text/invisible.ts';
import { LONGEST } from '../limits.ts';
import type { PageLanguage } from './languages/language.ts';

/** A buffer holds no more than this: its text is cut to less in the end. */
const MOST_BUFFERED = 4 * LONGEST.text;

/** A text that is being put together from the parts of a page. */
export interface TextBuffer {
  value: string;
}

export function append(buffer: TextBuffer, text: string): void {
  if (buffer.value.length < MOST_BUFFERED) buffer.value += text.slice(0, MOST_BUFFERED);
}

/** `text` as one line without invisible characters, cut between words if it is longer than `most` UTF-16 code units. */
export function plain(text: string, most = LONGEST.text): string {
  const line = withoutInvisible(text.slice(0, MOST_BUFFERED).replace(/[\s\u200b]+/g, ' '))
    .toWellFormed()
    .trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).toWellFormed();
  return `${cut.replace(/\ufffd$/, '').replace(/(?<=.{20})\s\S*$/, '')}…`;
}

/** `text` without a colon at its end. */
export function withoutColon(text: string): string {
  return text.replace(/\s*[:：]\s*$/, '');
}

/** Whether `text` can't be a title alone: a time, a symbol, or “here”. */
export function isVague(text: string, { vague }: PageLanguage): boolean {
  return !/\p{L}{2}/u.test(text) || vague.test(text);
}

/**
 * Whether `text` is a sentence, or several, and so no title: a full stop after it or between its words. A number at the beginning, a
 * shortened word and a question are no sentence.
 */
export function isSentence(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (
    (words > 4 && /\p{L}{3}[.!]$/u.test(text)) || /\p{L}{3}[.!]\s+\p{Lu}/u.test(text) || /。./u.test(text)
  );
}

/** The sentence of `text` at the index `at`. */
export function sentenceAt(text: string, at: number): string {
  const start = [...text.slice(0, at).matchAll(/[.!?]\s|[。！？]/g)].at(-1);
  const rest = text.slice(at).search(/[.!?](?:\s|$)|[。！？]/);
  return text.slice(start ? start.index + 1 : 0, rest < 0 ? undefined : at + rest + 1);
}

/** The last part of an address in words, if `text` is an address; otherwise ''. */
export function wordsOfAddress(text: string): string {
  const [, host, path = ''] = /^https?:\/\/([^/\s]+)([^\s?#]*)\S*$/.exec(text) ?? [];
  if (host === undefined) return '';
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  const words = last
    .replace(/\.\w{2,4}$/, '')
    .replace(/[-_+]+/g, ' ')
    .replace(/^[\d ]+/, '');
  return /\p{L}{2}/u.test(words) ? words : host;
}
