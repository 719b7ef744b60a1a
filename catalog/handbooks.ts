import { browser } from '../platform/browser.ts';
import type { Address } from '../sites/address.ts';
import { setAddedSites } from '../sites/index.ts';
import { otherHandbooks, rootOf } from '../sites/other-handbooks.ts';

/**
 * The keys in `storage.local` under which the roots of added handbooks are stored: those the reader added, and those their
 * organisation's policy set. They are stored in this browser only, because access to a site is granted per browser.
 */
export const HANDBOOK_KEYS = { own: 'handbooks', managed: 'managedHandbooks' };

/** More than anyone reads; the browser compares every page with the patterns of each. */
export const MOST_HANDBOOKS = 50;

/** The root addresses of handbooks other than the built-in one: the reader's, in their order, and their organisation's. */
export interface Handbooks {
  own: Address[];
  managed: Address[];
}

/** The valid roots in a stored value, each once. Another version or a damaged profile may have written anything. */
function rootsIn(stored: unknown): Address[] {
  if (!Array.isArray(stored)) return [];
  const roots = stored.filter((each): each is Address => typeof each === 'string' && rootOf(each) === each);
  return [...new Set(roots)].slice(0, MOST_HANDBOOKS);
}

/** The handbooks in a part of `storage.local`. */
const handbooksIn = (stored: Record<string, unknown>): Handbooks => ({
  own: rootsIn(stored[HANDBOOK_KEYS.own]),
  managed: rootsIn(stored[HANDBOOK_KEYS.managed]),
});

/** The roots of all handbooks, each once. */
export const allRoots = ({ own, managed }: Handbooks): Address[] => [...new Set([...managed, ...own])];

const readStored = (): Promise<Record<string, unknown>> =>
  browser.storage.local.get(Object.values(HANDBOOK_KEYS));

/** Reads which handbooks were added in this browser. Rejects if the browser can't read its storage. */
export async function readHandbooks(): Promise<Handbooks> {
  return handbooksIn(await readStored());
}

/**
 * Lets `addressOf` recognise pages of the added handbooks. Call it before the first address is looked up.
 * @returns the stored part of `storage.local`: see `HANDBOOK_KEYS`
 */
export async function loadHandbooks(): Promise<Record<string, unknown>> {
  const stored = await readStored();
  setAddedSites(otherHandbooks(allRoots(handbooksIn(stored))));
  return stored;
}

/** Calls `listener` with the handbooks from before each change, once `addressOf` knows the new ones. */
export function onHandbooksChange(listener: (before: Handbooks) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const changed = Object.values(HANDBOOK_KEYS).filter((key) => changes[key]);
    if (changed.length === 0) return;
    const old = Object.fromEntries(changed.map((key) => [key, changes[key]?.oldValue]));
    void loadHandbooks().then((stored) => listener(handbooksIn({ ...stored, ...old })));
  });
}
