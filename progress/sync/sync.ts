import type { Replica } from '../replica.ts';
import type { SyncArea } from './area.ts';
import { WriteBudget } from './budget.ts';
import { type Exchanged, exchange, type Obstacle, SyncRefused, type WhileOn } from './exchange.ts';

/** How long changes are collected before they are written, in milliseconds. */
const GATHER = 1000;
/** The wait after the first refusal, in milliseconds. It doubles with every further one. */
const RETRY = 30_000;
const LONGEST_RETRY = 30 * 60_000;
const LOCK = 'waymark-sync';

/**
 * The state of sync. `exchanged` is the result of the last exchange, if there was one; `again` is when it is tried again. Times are
 * milliseconds since 1970.
 */
export type SyncStatus =
  | { state: 'off' }
  | { state: 'waiting'; exchanged?: Exchanged }
  | { state: 'inSync'; exchanged: Exchanged; at: number }
  | { state: 'refused'; exchanged?: Exchanged; why: Obstacle; message: string; again: number };

/** Calls `listener` after every change. @returns a function that stops it */
type Listen = (listener: () => void) => () => void;

export interface SyncOptions {
  /** `browser.storage.sync`. */
  area: SyncArea;
  /** Calls back after changes of the synced area, made by any computer or panel. */
  onAreaChange: Listen;
  replica: Replica;
  /** Calls back after changes of progress, made by any panel. */
  onProgressChange: Listen;
  /** `navigator.locks`. */
  locks: Pick<LockManager, 'request'>;
  /** A `BroadcastChannel` on which the panel that syncs tells the others the state. */
  channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;
  /** Is called with the state whenever that changes. */
  tell(status: SyncStatus): void;
  whileOn: WhileOn;
}

/** Syncs until it is stopped. Only one panel may do this at a time. @returns a function that stops it, and resolves when no exchange is running */
function lead(
  { area, replica, ...options }: SyncOptions,
  say: (status: SyncStatus) => void,
): () => Promise<void> {
  const budget = new WriteBudget();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let round = Promise.resolve();
  let refusal: (SyncStatus & { state: 'refused' }) | undefined;
  let refusals = 0;
  let exchanged: Exchanged | undefined;
  let stopped = false;
  const whileOn: WhileOn = (work) => options.whileOn(async () => (stopped ? undefined : work()));
  const known = () => (exchanged ? { exchanged } : {});

  function schedule(delay: number): void {
    const at = Date.now() + delay;
    if (stopped || at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY;
      round = round.then(once);
    }, delay);
  }

  /** Milliseconds until writes are tried again after a refusal; 0 without one. */
  const refusedFor = () => Math.max(0, (refusal?.again ?? 0) - Date.now());

  function onExchanged(found: Exchanged): void {
    exchanged = found;
    const isWaiting = exchanged.waiting > 0;
    if (isWaiting && refusal && refusedFor() > 0) {
      say({ ...refusal, exchanged });
      schedule(refusedFor());
      return;
    }
    refusal = undefined;
    refusals = 0;
    say(isWaiting ? { state: 'waiting', exchanged } : { state: 'inSync', exchanged, at: Date.now() });
    if (isWaiting) schedule(Math.max(GATHER, budget.wait(Date.now())));
  }

  function onRefused(error: unknown): void {
    const { why, message } = error instanceof SyncRefused ? error : new SyncRefused('failed', error);
    const delay = Math.min(RETRY * 2 ** refusals++, LONGEST_RETRY);
    refusal = { state: 'refused', ...known(), why, message, again: Date.now() + delay };
    say(refusal);
    schedule(delay);
  }

  async function once(): Promise<void> {
    if (stopped) return;
    try {
      // After a refusal, records from the area are still merged, but nothing is written before the next try.
      const grant = (wanted: number) => (refusedFor() > 0 ? 0 : budget.take(wanted, Date.now()));
      const found = await exchange(area, replica, grant, whileOn);
      if (found) onExchanged(found);
    } catch (error) {
      onRefused(error);
    }
  }

  const stops = [
    options.onAreaChange(() => schedule(GATHER)),
    options.onProgressChange(() => {
      if (!refusal && !stopped) say({ state: 'waiting', ...known() });
      schedule(Math.max(GATHER, refusedFor()));
    }),
  ];
  schedule(0);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
    await round;
  };
}

/**
 * Syncs progress with the synced area while this panel is open. Of several panels, one at a time syncs: the others show its state,
 * and one of them continues when it closes.
 * @returns a function that stops it, and leaves the synced area as it is
 */
export function startSync(options: SyncOptions): () => void {
  const { channel, locks, tell } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let leading = false;
  let last: SyncStatus = { state: 'waiting' };
  const say = (status: SyncStatus) => {
    if (signal.aborted) return;
    last = status;
    tell(status);
    channel.postMessage(status);
  };
  channel.onmessage = ({ data }: MessageEvent<SyncStatus | 'ask'>) => {
    if (data === 'ask') {
      if (leading) channel.postMessage(last);
    } else if (!leading) tell(data);
  };
  tell(last);
  channel.postMessage('ask');

  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  locks
    .request(LOCK, { signal }, async () => {
      leading = true;
      const stop = lead(options, say);
      await stopped;
      await stop();
    })
    .catch((error: unknown) => {
      // After `stop`, the lock request was aborted. Otherwise the browser refused the lock.
      if (!signal.aborted) tell({ state: 'refused', why: 'failed', message: String(error), again: 0 });
    });
  return () => {
    channel.onmessage = null;
    stopping.abort();
  };
}
