import { type Address, anchorOf, pageOf } from '../../sites/address.ts';
import { LONGEST } from '../limits.ts';
import { idFrom } from './words.ts';

/** A short, reproducible name for `text` (FNV-1a), used when no readable one is possible, and to recognise it. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * Returns a function that makes the ids of one kind: the first candidate that is readable and unused, or else `kind` with
 * a hash of `whole`, the text that identifies the thing. An id does not depend on the place on the page, unless two would be the same.
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

/** The folders of an address below the site's root folder. */
function foldersOf(address: Address): string[] {
  return pageOf(address).split('/').slice(4).filter(Boolean);
}

/**
 * Returns the id of the course at `address`. It is made of the whole path, so that no two pages share an id, and it is
 * too long to be that of a built-in course by chance.
 */
export function courseIdOf(address: Address): string {
  const host = address.split('/')[2] ?? '';
  const path = (host.startsWith('handbook.') ? foldersOf(address) : [host, ...foldersOf(address)]).join('-');
  const id = path.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return id && id === path && id.length <= LONGEST.id
    ? id
    : `${id.slice(0, 60).replace(/-$/, '') || 'course'}-${hashOf(address)}`;
}

/** Possible ids of a resource: from its path in a handbook, which says more than most link texts, then from its title. */
export function namesOf(address: Address, title: string, group: string, inHandbook: boolean): string[] {
  if (!inHandbook) return [idFrom(title), idFrom(`${group} ${title}`)];
  const [last = '', above = ''] = foldersOf(address).toReversed();
  const anchor = idFrom(anchorOf(address));
  return [anchor || idFrom(last), idFrom(`${anchor ? last : above} ${anchor || last}`), idFrom(title)];
}
