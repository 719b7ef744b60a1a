import { browser } from '../../platform/browser.ts';
import { onChange } from '../../progress/changes.ts';
import { doorOf } from '../../progress/door.ts';
import { followSwitch, isSyncOn, switchSync } from '../../progress/sync/switch.ts';
import type { SyncStatus } from '../../progress/sync/sync.ts';

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
    door: doorOf(),
    onProgressChange: onChange,
    locks: navigator.locks,
    channel,
    tell,
  });
  return () => {
    stop();
    channel.close();
  };
}

let begun = false;

/** Syncs for as long as the panel is open and the reader has it switched on; once, however often it is called. */
export function beginSync(): void {
  if (begun) return;
  begun = true;
  followSwitch(browser.storage.local, changesOf('local'), start, () => tell({ state: 'off' }));
}

/** Calls `listener` with how sync stands: now and after every change. @returns a function that stops it */
export function followSync(listener: (status: SyncStatus) => void): () => void {
  listeners.add(listener);
  listener(status);
  return () => void listeners.delete(listener);
}

/** Whether sync is switched on, on this computer. @throws where the browser cannot tell */
export const syncSwitchedOn = (): Promise<boolean> => isSyncOn(browser.storage.local);

/** Switches sync on or off, in every panel of this computer. @throws where the browser cannot keep it */
export const setSync = (on: boolean): Promise<void> => switchSync(browser.storage.local, on);
