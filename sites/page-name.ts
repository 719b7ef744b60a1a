import { type Address, decoded, pageOf } from './address.ts';

/** A page in the words of its address, for lists that know no titles. */
export interface PageName {
  /** The last part of its path. */
  title: string;
  /** The folders that it lies in, from the top, a foreign host first; '' where there are none. */
  folders: string;
}

/** Short words that are spoken letter by letter though they have a vowel; those without one are known by that. */
const SPELT = new Set(['ai', 'api', 'aws', 'ci', 'faq', 'ide', 'kpi', 'okr', 'ui', 'ux']);

function inCase(word: string): string {
  const [, stem = word, plural = ''] = /^(\w{2,3}[^s\W])(s)$/.exec(word) ?? [];
  const spelt = (letters: string) => SPELT.has(letters) || /^[b-df-hj-np-tv-xz]{2,4}$/.test(letters);
  return spelt(stem) ? stem.toUpperCase() + plural : word;
}

function inWords(part: string): string {
  const words = decoded(part)
    .replace(/\.html$/, '')
    .split(/[-_\s]+/)
    .filter(Boolean)
    .map(inCase)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name of the page of `address` in a site's list, whose own host `origin` and topmost folder go without saying. */
export function pageName(address: Address, origin: string): PageName {
  const { host, pathname, origin: its } = new URL(pageOf(address));
  const parts = pathname.split('/').filter(Boolean);
  const foreign = its === origin ? [] : [host];
  const title = inWords(parts.at(-1) ?? '') || host;
  const folders = parts.slice(foreign.length > 0 ? 0 : 1, -1).map(inWords);
  return { title, folders: [...foreign, ...folders].filter(Boolean).join(' / ') };
}
