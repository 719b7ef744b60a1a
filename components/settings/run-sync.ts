import { browser } from '../../platform/browser.ts';
import { onPolicyChange, readPolicy } from '../../platform/policy.ts';
import { onChange } from '../../progress/changes.ts';
import { withProgressLock } from '../../progress/progress-lock.ts';
import { syncReplica } from '../../progress/replica.ts';
import { followSwitch, isSyncOn, switchSync } from '../../progress/sync/switch.ts';
import type { SyncStatus } from '../../progress/sync/sync.ts';
import { SYNCED } from '../../progress/sync/synced.ts';

let status: SyncStatus = { state: 'off' };
const listeners = new Set<(status: SyncStatus) => void>();

function tell(news: SyncStatus): void {
  status = news;
  for (const listener of listeners) listener(news);
}

/** Calls `listener` after every change of a storage area. */
export function changesOf(area: 'local' | 'sync') {
  return (listener: () => void) => {
    browser.storage[area].onChanged.addListener(listener);
    return () => browser.storage[area].onChanged.removeListener(listener);
  };
}

async function start(): Promise<() => void> {
  const { startSync } = await import('../../progress/sync/sync.ts');
  const channel = new BroadcastChannel('waymark-sync');
  const stop = startSync({
    area: browser.storage.sync,
    onAreaChange: changesOf('sync'),
    replica: syncReplica(),
    onProgressChange: (listener) => onChange(listener, SYNCED),
    locks: navigator.locks,
    channel,
    tell,
    // The switch itself is asked: what another panel has switched off is heard of only later.
    whileOn: (work) =>
      withProgressLock(async () => ((await isSyncOn(browser.storage.local)) ? work() : undefined)),
  });
  return () => {
    stop();
    channel.close();
  };
}

/** That the organisation has switched sync off, when it was last heard of. */
const FORBIDDEN = 'syncForbidden';
/** For how long Chromium may not yet know, after its start, what the organisation has set, ms. */
const SETTLING = 15_000;

/** Whether the organisation leaves sync to the reader. Where it did not, its silence alone is no leave until the browser has settled. */
async function isAllowed(): Promise<boolean> {
  const { local } = browser.storage;
  const said = async () => (await readPolicy()).sync;
  const before = (await local.get(FORBIDDEN))[FORBIDDEN] === true;
  if (before && (await said()) === undefined) {
    await new Promise<void>((resolve) => {
      const stop = onPolicyChange(resolve);
      setTimeout(() => {
        stop();
        resolve();
      }, SETTLING);
    });
  }
  const now = (await said()) === false;
  if (now !== before) await local.set({ [FORBIDDEN]: now });
  return !now;
}

/** The reader's choice, which counts for as long as it is theirs. */
const choice: Parameters<typeof followSwitch>[0] = {
  get: async (name) => ((await isAllowed()) ? browser.storage.local.get(name) : {}),
  set: (items) => browser.storage.local.set(items),
};

/** Whether the browser has an area that it syncs. */
export const canSync = (): boolean => browser.storage.sync !== undefined;

let begun = false;

/** Syncs for as long as the panel is open and the reader has it switched on; once, however often it is called. */
export function beginSync(): void {
  if (begun || !canSync()) return;
  begun = true;
  const onChoice = changesOf('local');
  const onEither = (listener: () => void) => {
    const stops = [onChoice(listener), onPolicyChange(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  };
  followSwitch(choice, onEither, start, () => tell({ state: 'off' }));
}

/** Calls `listener` with how sync stands: now and after every change. @returns a function that stops it */
export function followSync(listener: (status: SyncStatus) => void): () => void {
  listeners.add(listener);
  listener(status);
  return () => void listeners.delete(listener);
}

/** Whether sync is switched on, on this computer. @throws where the browser cannot tell */
export const syncSwitchedOn = (): Promise<boolean> => isSyncOn(choice);

/** Switches sync on, where the organisation allows it, or off; in every panel of this computer. @throws where the browser cannot keep it */
export async function setSync(on: boolean): Promise<void> {
  if (!on || (await isAllowed())) await switchSync(choice, on);
}
