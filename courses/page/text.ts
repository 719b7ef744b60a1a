import { withoutInvisible } from '../../text/invisible.ts';
import { LONGEST } from '../limits.ts';

/** More of a text is not kept while it is read: it is cut to less in the end. */
const ENOUGH = 4 * LONGEST.text;

/** A text in the making: what the page has between two places. */
export interface Words {
  said: string;
}

export function add(words: Words | undefined, text: string): void {
  if (words && words.said.length < ENOUGH) words.said += text.slice(0, ENOUGH);
}

/** `text` as one line without characters that are not seen, cut at a word where it is longer than `most`. */
export function plain(text: string, most = LONGEST.text): string {
  const line = withoutInvisible(text.slice(0, ENOUGH).replace(/[\s\u200b]+/g, ' '))
    .toWellFormed()
    .trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).toWellFormed();
  return `${cut.replace(/\ufffd$/, '').replace(/(?<=.{20})\s\S*$/, '')}…`;
}

/** `text` without the colon that leads over to what follows. */
export function withoutColon(text: string): string {
  return text.replace(/\s*[:：]\s*$/, '');
}

/** Words that say nothing without what stands around them. */
const VAGUE =
  /^(?:(?:click|see|read|watch|view|open|check out|find|learn)\b *)?(?:(?:the|this|that|it|out|more|full|on|our|to) *)*(?:here|there|links?|pages?|videos?|recordings?|docs?|documents?|issues?|more|expand|details|youtube)?[.!…]*$/i;

/** Whether `text` cannot stand alone as a title: a time, a mark, or “here”. */
export function isVague(text: string): boolean {
  return !/\p{L}{2}/u.test(text) || VAGUE.test(text);
}

/** The sentence of `text` at the place `at`. */
export function sentenceAt(text: string, at: number): string {
  const start = [...text.slice(0, at).matchAll(/[.!?]\s/g)].at(-1);
  const rest = text.slice(at).search(/[.!?](?:\s|$)/);
  return text.slice(start ? start.index + 1 : 0, rest < 0 ? undefined : at + rest + 1);
}

/** The end of an address in words, for a link that is written as its address; '' for any other. */
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
