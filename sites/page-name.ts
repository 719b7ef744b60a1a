import { type Address, decoded, pageOf } from './address.ts';

/** A page's name made from its address, for lists of pages whose titles aren't known. */
export interface PageName {
  /** From the last part of its path. */
  title: string;
  /** The folders it is in, from the top, after its host if that isn't the site's own; '' if there are none. */
  folders: string;
}

/** Acronyms with a vowel. Short words without one are always taken for acronyms. */
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

/**
 * The name of a page in a site's list.
 * @param origin the site's scheme and host. Its pages are named without it and without their topmost folder, which is always the same.
 */
export function pageName(address: Address, origin: string): PageName {
  const { host, pathname, origin: its } = new URL(pageOf(address));
  const parts = pathname.split('/').filter(Boolean);
  const foreign = its === origin ? [] : [host];
  const title = inWords(parts.at(-1) ?? '') || host;
  const folders = parts.slice(foreign.length > 0 ? 0 : 1, -1).map(inWords);
  return { title, folders: [...foreign, ...folders].filter(Boolean).join(' / ') };
}
