import * as v from 'valibot';
import { askForAccess } from '../platform/access.ts';
import { browser } from '../platform/browser.ts';
import { followPages, runInOpenPages } from '../platform/content-scripts.ts';
import { tellPage } from '../platform/messages.ts';
import { giveBackAccess } from '../platform/optional-access.ts';
import { showBadge, tabsShowing } from '../platform/toolbar.ts';
import type { Address } from '../sites/address.ts';
import { addSites } from '../sites/index.ts';
import { originOf, otherHandbooks, rootOf } from '../sites/other-handbooks.ts';
import { KEYS } from './handbooks.ts';

/** More than anyone reads; the browser compares every page with their patterns. */
export const MOST_HANDBOOKS = 50;

/** What does not fit is left out: it was written by another version, or by nobody. */
const KeptSchema = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((all) => all.filter((each) => typeof each === 'string')),
  ),
  [],
);

/** The handbooks beside the one that is built in: those of the reader, in their order, and those of their organisation. */
export interface Handbooks {
  own: Address[];
  managed: Address[];
}

function rootsIn(kept: unknown): Address[] {
  const roots = v.parse(KeptSchema, kept).filter((each) => rootOf(each) === each);
  return [...new Set(roots)].slice(0, MOST_HANDBOOKS);
}

const handbooksIn = (kept: Record<string, unknown>): Handbooks => ({
  own: rootsIn(kept[KEYS.own]),
  managed: rootsIn(kept[KEYS.managed]),
});
/** All of them, each once. */
export const allOf = ({ own, managed }: Handbooks) => [...new Set([...managed, ...own])];

/** The handbooks that were added in this browser. @throws where the browser cannot tell */
export async function readHandbooks(): Promise<Handbooks> {
  return handbooksIn(await browser.storage.local.get(Object.values(KEYS)));
}

/** Makes the handbooks of what is kept those whose addresses are known. */
export function takeOver(kept: Record<string, unknown>): void {
  addSites(otherHandbooks(allOf(handbooksIn(kept))));
}

/** Keeps the reader's handbooks; the background does what follows from it (`followHandbooks`). */
const keep = (roots: Address[]): Promise<void> =>
  roots.length > 0
    ? browser.storage.local.set({ [KEYS.own]: roots })
    : browser.storage.local.remove(KEYS.own);

/**
 * Adds a handbook, once the reader has given access to it: to be called in their click.
 * @returns whether they gave it
 * @throws where the browser refuses
 */
export async function addHandbook(root: Address): Promise<boolean> {
  // First, since the gesture that asks is lost after an `await`.
  if (!(await askForAccess([originOf(root)]))) return false;
  const { own, managed } = await readHandbooks();
  if (!managed.includes(root)) await keep([...own.filter((each) => each !== root), root]);
  return true;
}

/** Removes a handbook of the reader's. What was done in its courses stays. @throws where the browser refuses */
export async function removeHandbook(root: Address): Promise<void> {
  await keep((await readHandbooks()).own.filter((each) => each !== root));
}

/**
 * Lets the content script run in the pages of the handbooks that were added, those that are open among them, and notes be kept
 * from there. What is no longer there leaves no trace: nothing runs in its pages, and the access to them is given back. To be
 * called in the background after every change, and when the extension was installed or updated: then the browser forgets it.
 * @param before what was kept before the change
 */
export async function followHandbooks(before: Record<string, unknown> = {}): Promise<void> {
  const now = allOf(await readHandbooks());
  const old = allOf(handbooksIn(before));
  const removed = old.filter((root) => !now.includes(root));
  await followPages(otherHandbooks(now).matches);
  await runInOpenPages(otherHandbooks(now.filter((root) => !old.includes(root))).matches);
  for (const { id, url } of await tabsShowing(otherHandbooks(removed).matches)) {
    // What lies in another handbook, too, is read on.
    if (otherHandbooks(now).addressOf(url)) continue;
    await tellPage(id, 'leavePage');
    await showBadge(id, '');
  }
  const origins = removed.map(originOf).filter((origin) => !now.some((root) => originOf(root) === origin));
  if (origins.length > 0) await giveBackAccess(origins);
}
