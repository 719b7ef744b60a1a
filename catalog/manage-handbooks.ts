import { i18n } from '#i18n';
import { requestAccess, revokeAccess } from '../platform/access.ts';
import { browser } from '../platform/browser.ts';
import { injectIntoOpenPages, registerContentScript } from '../platform/content-scripts.ts';
import { sendToPage } from '../platform/page-channel.ts';
import { onPolicyChange, readPolicy } from '../platform/policy.ts';
import { showOnToolbar, tabsShowing } from '../platform/toolbar.ts';
import type { Address } from '../sites/address.ts';
import { originOf, otherHandbooks, rootOf } from '../sites/other-handbooks.ts';
import { allRoots, HANDBOOK_KEYS, type Handbooks, readHandbooks } from './handbooks.ts';

/** Stores roots, or removes the entry if there are none. The background then applies the change (`applyHandbooks`). */
const store = (key: string, roots: Address[]): Promise<void> =>
  roots.length > 0 ? browser.storage.local.set({ [key]: roots }) : browser.storage.local.remove(key);

/**
 * Adds a handbook once the reader has granted access to its site. Call it in the reader's click.
 * @returns whether they granted it
 * @throws if the browser refuses to ask or to store
 */
export async function addHandbook(root: Address): Promise<boolean> {
  // Before any `await`, which would lose the click that the browser requires.
  if (!(await requestAccess([originOf(root)]))) return false;
  const { own, managed } = await readHandbooks();
  if (!managed.includes(root)) await store(HANDBOOK_KEYS.own, [...own.filter((each) => each !== root), root]);
  return true;
}

/** Removes one of the reader's handbooks. Progress in its courses stays. @throws if the browser refuses to store */
export async function removeHandbook(root: Address): Promise<void> {
  const { own } = await readHandbooks();
  await store(
    HANDBOOK_KEYS.own,
    own.filter((each) => each !== root),
  );
}

/**
 * Registers the content script for the added handbooks and runs it in their open pages. For removed ones it stops the script in
 * open pages, clears the toolbar count and removes the access to the site. Call it in the background after every change, and when
 * the extension was installed or updated, since the browser then forgets registered scripts.
 * @param before the handbooks before the change
 */
export async function applyHandbooks(before: Handbooks = { own: [], managed: [] }): Promise<void> {
  const now = allRoots(await readHandbooks());
  const old = allRoots(before);
  const removed = old.filter((root) => !now.includes(root));
  await registerContentScript(otherHandbooks(now).patterns);
  await injectIntoOpenPages(otherHandbooks(now.filter((root) => !old.includes(root))).patterns);
  for (const { id, url } of await tabsShowing(otherHandbooks(removed).patterns)) {
    // The page may also be in another handbook that wasn't removed.
    if (otherHandbooks(now).addressOf(url)) continue;
    await sendToPage(id, 'leavePage');
    await showOnToolbar(id, '', i18n.t('toolbarTitle'));
  }
  const origins = removed.map(originOf).filter((origin) => !now.some((root) => originOf(root) === origin));
  if (origins.length > 0) await revokeAccess(origins);
}

/** How long a browser may take to load a policy after its start, ms. Until then an empty policy may just not be loaded yet. */
const POLICY_LOADS_WITHIN = 15_000;

/**
 * Stores which handbooks the organisation's policy sets, now and after every change. Call it each time the background starts.
 * @param patience how long an empty policy may still be one that isn't loaded yet, ms
 */
export async function followManagedHandbooks(patience = POLICY_LOADS_WITHIN): Promise<void> {
  const roots = (await readPolicy()).handbooks.flatMap((address) => rootOf(address) ?? []);
  const stop = onPolicyChange(() => {
    stop();
    // After a change an empty policy is certain.
    void followManagedHandbooks(0);
  });
  const { managed } = await readHandbooks();
  if (String(managed) === String(roots)) return;
  if (roots.length > 0 || patience === 0) await store(HANDBOOK_KEYS.managed, roots);
  else
    setTimeout(() => {
      stop();
      void followManagedHandbooks(0);
    }, patience);
}
