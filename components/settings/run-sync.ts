import { browser } from '../../platform/browser.ts';
import { onPolicyChange, readPolicy } from '../../platform/policy.ts';
import { onChange } from '../../progress/changes.ts';
import { SYNCED } from '../../progress/kind-prefixes.ts';
import { syncReplica } from '../../progress/replica.ts';
import { withProgressLock } from '../../progress/store/locks.ts';
import { followSwitch, isSyncOn, switchSync } from '../../progress/sync/switch.ts';
import type { SyncStatus } from '../../progress/sync/sync.ts';

/** Returns a function that calls `listener` after every change of a storage area and returns how to stop that. */
export function onStorageChange(area: 'local' | 'sync') {
  return (listener: () => void) => {
    browser.storage[area].onChanged.addListener(listener);
    return () => browser.storage[area].onChanged.removeListener(listener);
  };
}

/** The storage key for: the organisation had turned sync off when its policy was last read. */
const FORBIDDEN = 'syncForbidden';
/** How long after its start Chromium may not know the organisation's policy yet, in milliseconds. */
const POLICY_DELAY = 15_000;

/**
 * Whether the organisation allows sync. If it had turned sync off, a policy without an answer counts only once the browser has had
 * time to load the policy.
 */
async function isAllowed(): Promise<boolean> {
  const { local } = browser.storage;
  const allowed = async () => (await readPolicy()).sync;
  const wasForbidden = (await local.get(FORBIDDEN))[FORBIDDEN] === true;
  if (wasForbidden && (await allowed()) === undefined) {
    await new Promise<void>((resolve) => {
      const stop = onPolicyChange(resolve);
      setTimeout(() => {
        stop();
        resolve();
      }, POLICY_DELAY);
    });
  }
  const isForbidden = (await allowed()) === false;
  if (isForbidden !== wasForbidden) await local.set({ [FORBIDDEN]: isForbidden });
  return !isForbidden;
}

/** Where the reader's switch is stored. It reads as off while the organisation doesn't allow sync. */
const choice: Parameters<typeof followSwitch>[0] = {
  get: async (name) => ((await isAllowed()) ? browser.storage.local.get(name) : {}),
  set: (items) => browser.storage.local.set(items),
};

/** Whether the browser has a synced storage area. */
export const canSync = (): boolean => browser.storage.sync !== undefined;

/** Runs sync in this panel and tells its status. */
function createRunner() {
  let status: SyncStatus = { state: 'off' };
  let begun = false;
  const listeners = new Set<(status: SyncStatus) => void>();

  function tell(next: SyncStatus): void {
    status = next;
    for (const listener of listeners) listener(next);
  }

  async function start(): Promise<() => void> {
    const { startSync } = await import('../../progress/sync/sync.ts');
    const channel = new BroadcastChannel('waymark-sync');
    const stop = startSync({
      area: browser.storage.sync,
      onAreaChange: onStorageChange('sync'),
      replica: syncReplica(),
      onProgressChange: (listener) => onChange(listener, SYNCED),
      locks: navigator.locks,
      channel,
      tell,
      // Reads the switch itself each time, since this panel may not have heard yet that another one has turned sync off.
      whileOn: (work) =>
        withProgressLock(async () => ((await isSyncOn(browser.storage.local)) ? work() : undefined)),
    });
    return () => {
      stop();
      channel.close();
    };
  }

  return {
    begin(): void {
      if (begun || !canSync()) return;
      begun = true;
      const onChoice = onStorageChange('local');
      const onEither = (listener: () => void) => {
        const stops = [onChoice(listener), onPolicyChange(listener)];
        return () => {
          for (const stop of stops) stop();
        };
      };
      followSwitch(choice, onEither, start, () => tell({ state: 'off' }));
    },
    follow(listener: (status: SyncStatus) => void): () => void {
      listeners.add(listener);
      listener(status);
      return () => void listeners.delete(listener);
    },
  };
}

const runner = createRunner();

/** Syncs while the panel is open and the reader's switch is on. Further calls do nothing. */
export const beginSync = (): void => runner.begin();

/** Calls `listener` with the status of sync, now and after every change. @returns a function that stops that */
export const followSync = (listener: (status: SyncStatus) => void): (() => void) => runner.follow(listener);

/** Whether sync is on, on this computer. @throws if the browser can't tell */
export const isSyncSwitchedOn = (): Promise<boolean> => isSyncOn(choice);

/** Turns sync off, or on if the organisation allows it, in all panels of this computer. @throws if the browser can't save that */
export async function setSync(on: boolean): Promise<void> {
  if (!on || (await isAllowed())) await switchSync(choice, on);
}
