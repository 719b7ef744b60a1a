import { type Address, anchorOf, pageOf } from '../../sites/address.ts';
import { LONGEST } from '../limits.ts';
import { idFrom } from './words.ts';

/** A short name for `text` that is the same every time (FNV-1a), for what has no readable one. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * Makes the ids of one kind: each the first of its candidates that is readable and not taken, else that of `kind` with
 * what tells it from all others. None depends on where a thing stands on the page, but for those that would be the same.
 */
export function idMaker(kind: string): (whole: string, ...candidates: string[]) => string {
  const taken = new Set<string>();
  return (whole, ...candidates) => {
    const readable = candidates.filter(Boolean);
    const hashed = `${(readable[0] ?? kind).slice(0, 60)}-${hashOf(whole)}`;
    let id = [...readable, hashed].find((each) => !taken.has(each)) ?? '';
    for (let count = 2; id === ''; count++) if (!taken.has(`${hashed}-${count}`)) id = `${hashed}-${count}`;
    taken.add(id);
    return id;
  };
}

/** The folders of an address without the site's own. */
function foldersOf(address: Address): string[] {
  return pageOf(address).split('/').slice(4).filter(Boolean);
}

/**
 * The id of the course that `address` is the page of, from its whole path, so that no two pages have the same. It is
 * long, and never that of a built-in course by chance.
 */
export function courseIdOf(address: Address): string {
  const host = address.split('/')[2] ?? '';
  const path = (host.startsWith('handbook.') ? foldersOf(address) : [host, ...foldersOf(address)]).join('-');
  const id = path.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return id && id === path && id.length <= LONGEST.id
    ? id
    : `${id.slice(0, 60).replace(/-$/, '') || 'course'}-${hashOf(address)}`;
}

/** What a resource may be called: by its place in the handbook, which says more than most links' words, else by its title. */
export function namesOf(address: Address, title: string, group: string, inHandbook: boolean): string[] {
  if (!inHandbook) return [idFrom(title), idFrom(`${group} ${title}`)];
  const [last = '', above = ''] = foldersOf(address).toReversed();
  const anchor = idFrom(anchorOf(address));
  return [anchor || idFrom(last), idFrom(`${anchor ? last : above} ${anchor || last}`), idFrom(title)];
}
