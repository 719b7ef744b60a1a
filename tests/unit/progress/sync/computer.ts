import type { ProgressRecord } from '../../../../progress/records.ts';
import { type SyncStatus, startSync } from '../../../../progress/sync/sync.ts';
import { MemoryReplica } from '../memory-replica.ts';
import { FakeArea } from './fake-area.ts';

/** One computer: its progress and synced area, which its panels share, and the state that each panel shows. */
export class Computer {
  readonly area = new FakeArea();
  readonly replica = new MemoryReplica();
  /** Whether sync is switched on. */
  on = true;
  readonly #listeners = new Set<() => void>();
  readonly #channels = new Set<Pick<BroadcastChannel, 'postMessage' | 'onmessage'>>();
  // Each computer has its own locks.
  readonly #locks: Pick<LockManager, 'request'>;

  constructor(name: string) {
    const request = (lock: string, ...rest: unknown[]) =>
      (navigator.locks.request as (...all: unknown[]) => Promise<unknown>)(`${name} ${lock}`, ...rest);
    this.#locks = { request: request as LockManager['request'] };
  }

  openPanel() {
    const told: SyncStatus[] = [];
    const channels = this.#channels;
    const channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> = {
      onmessage: null,
      postMessage(data: unknown) {
        for (const other of channels)
          if (other !== channel) other.onmessage?.call(other as BroadcastChannel, { data } as MessageEvent);
      },
    };
    channels.add(channel);
    const stop = startSync({
      area: this.area,
      onAreaChange: this.area.onChanged,
      replica: this.replica,
      onProgressChange: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      locks: this.#locks,
      channel,
      tell: (status) => told.push(status),
      whileOn: this.whileOn,
    });
    return { stop, told, status: () => told.at(-1) };
  }

  /** Like the panel's: it holds the lock under which everything is deleted and sync switched off. */
  whileOn = <T>(work: () => Promise<T>): Promise<T | undefined> =>
    this.#locks.request('withProgressLock', async () => (this.on ? work() : undefined));

  async write(...records: ProgressRecord[]): Promise<void> {
    await this.replica.merge(records);
    for (const listener of this.#listeners) listener();
  }
}
