import { LONGEST } from '../limits.ts';
import type { Frame, Link } from './blocks.ts';
import type { PageLanguage } from './languages/language.ts';
import { isVague, plain, sentenceAt, wordsOfAddress } from './text.ts';

/** A longer text before a link is no name of what it leads to. */
const LONGEST_LEAD = 60;
const SENTENCE_END = /[.!?](?:\s|$)|[。！？]/;
/** As long as a number that is added may be, with its brackets. */
const NUMBER = 8;

/** What of a link makes its title. */
export interface LinkContext {
  link: Link | Frame;
  /** Where the text around the first link of the same text begins, by that text. */
  firstAt: ReadonlyMap<unknown, number>;
  /** The title of its group, or ''. */
  group: string;
  /** The title of its section. */
  section: string;
}

/** For each text with links, the index in it where its first link begins. */
export function firstLinks(links: readonly (Link | Frame)[]): Map<unknown, number> {
  const first = new Map<unknown, number>();
  for (const link of links)
    if ('around' in link && link.around && !first.has(link.around)) first.set(link.around, link.at);
  return first;
}

/** What ends a name before a link: “Ovens: ”, “Ovens - ”, “Ovens (”. Without it, the text goes on in the link. */
const SEPARATED = /(?:[:：|(（]|\s[-–—])\s*$/u;

/** The short name before the first link of an item, paragraph or row, such as “Ovens” in “Ovens: Transcript - Video”; or ''. */
function leadOf({ link, firstAt }: LinkContext, language: PageLanguage): string {
  if (!('around' in link) || !link.around) return '';
  const at = firstAt.get(link.around) ?? 0;
  // For a link in another cell, it is the text of the row's first one.
  const before = at > 0 ? link.around.value.slice(0, at) : link.around.value;
  const lead = plain(before).replace(/[\s\-–—|(（:：]+$/u, '');
  const isName = at > 0 ? SEPARATED.test(before) : !lead.startsWith(plain(link.text.value));
  return !isName || lead.length > LONGEST_LEAD || SENTENCE_END.test(lead) || isVague(lead, language)
    ? ''
    : lead;
}

function joined(context: string, own: string): string {
  const isSaid = own.toLowerCase().startsWith(context.toLowerCase());
  return isSaid || context.length + own.length + 2 > LONGEST.text ? own : `${context}: ${own}`;
}

const DATE = /^\d{1,4}[-./年月]\d[\d\-./年月日]*$/;

/**
 * The title of a link: its own text, or the text around it if its own says nothing. A text that only says of what kind it is, such as
 * “Transcript”, follows what it is of.
 */
export function titleOfLink(context: LinkContext, language: PageLanguage): string {
  const { link, group, section } = context;
  if ('frame' in link)
    return isVague(plain(link.title), language) || /player/i.test(link.title) ? '' : plain(link.title);
  const own = plain(link.text.value);
  const lead = leadOf(context, language);
  const isKind = language.kindOfResource.test(own);
  if (lead && (isKind || DATE.test(own))) return joined(lead, own);
  if (isVague(own, language)) {
    const around = plain(sentenceAt(link.around?.value ?? '', link.at), 100);
    return isVague(around, language) ? group || own : around;
  }
  if (isKind) return joined(group || section, own);
  return wordsOfAddress(own) || own.replace(/(?<=\p{L})[.,;:]$/u, '');
}

/** The indexes of `titles` that are the same but for their case, those of two or more together. */
function sameIn(titles: readonly string[]): number[][] {
  const indexes = titles.map((_, at) => at);
  const groups = Map.groupBy(indexes, (at) => titles[at]?.toLowerCase());
  return [...groups.values()].filter((same) => same.length > 1);
}

/**
 * Tells the resources, or the videos, of a section apart that have the same title: each gets what is written before its link, or else
 * the title of its group.
 * @returns the titles, some of which may still be the same
 */
export function distinctTitles(
  items: readonly { title: string; context: LinkContext }[],
  language: PageLanguage,
): string[] {
  const titles = items.map(({ title }) => title);
  for (const at of sameIn(titles).flat()) {
    const { title, context } = items[at] as (typeof items)[number];
    titles[at] = joined(leadOf(context, language) || context.group, title);
  }
  return titles;
}

/** The titles, with a number from the second of the same on. */
export function numbered(titles: readonly string[]): string[] {
  const result = [...titles];
  for (const same of sameIn(titles))
    for (const [nth, at] of same.entries())
      if (nth > 0) result[at] = `${plain(result[at] ?? '', LONGEST.text - NUMBER)} (${nth + 1})`;
  return result;
}
