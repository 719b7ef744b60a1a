import type { Replica } from '../replica.ts';
import type { SyncArea } from './area.ts';
import { WriteBudget } from './budget.ts';
import { type Exchanged, exchange, type Obstacle, SyncRefused, type WhileOn } from './exchange.ts';

/** How long changes are gathered before they are written, ms. */
const GATHER = 1000;
/** The first wait after a refusal, ms; it doubles with every further one. */
const RETRY = 30_000;
const LONGEST_RETRY = 30 * 60_000;
const LOCK = 'waymark-sync';

/** How sync stands. `exchanged` is what the last exchange found, if there was one. Times are ms since 1970. */
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
  /** Of the synced area, by whichever computer or panel. */
  onAreaChange: Listen;
  replica: Replica;
  /** Of progress, in whichever panel. */
  onProgressChange: Listen;
  /** `navigator.locks`. */
  locks: Pick<LockManager, 'request'>;
  /** A `BroadcastChannel` of its own, by which the panel that syncs tells the others how it stands. */
  channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;
  tell(status: SyncStatus): void;
  whileOn: WhileOn;
}

/** Syncs as long as it is not stopped; only one panel may. @returns a function that stops it, when nothing is under way */
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

  const refusedUntil = () => Math.max(0, (refusal?.again ?? 0) - Date.now());

  async function once(): Promise<void> {
    if (stopped) return;
    try {
      // After a refusal what comes in is still taken, but nothing is written before its time.
      const grant = (wanted: number) => (refusedUntil() > 0 ? 0 : budget.take(wanted, Date.now()));
      const found = await exchange(area, replica, grant, whileOn);
      if (!found) return;
      exchanged = found;
      if (exchanged.waiting > 0 && refusal && refusedUntil() > 0) {
        say({ ...refusal, exchanged });
        schedule(refusedUntil());
      } else {
        refusal = undefined;
        refusals = 0;
        const waiting = exchanged.waiting > 0;
        say(waiting ? { state: 'waiting', exchanged } : { state: 'inSync', exchanged, at: Date.now() });
        if (waiting) schedule(Math.max(GATHER, budget.wait(Date.now())));
      }
    } catch (error) {
      const { why, message } = error instanceof SyncRefused ? error : new SyncRefused('failed', error);
      const delay = Math.min(RETRY * 2 ** refusals++, LONGEST_RETRY);
      refusal = { state: 'refused', ...known(), why, message, again: Date.now() + delay };
      say(refusal);
      schedule(delay);
    }
  }

  const stops = [
    options.onAreaChange(() => schedule(GATHER)),
    options.onProgressChange(() => {
      if (!refusal && !stopped) say({ state: 'waiting', ...known() });
      schedule(Math.max(GATHER, refusedUntil()));
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
 * Keeps progress and the synced area of the browser's account together while this panel is open, by one panel at a
 * time: the others show how it stands, and one of them takes over when it closes.
 * @returns a function that stops it and leaves the synced area as it is
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
      // Stopped while it waited; anything else is the browser's refusal of a lock.
      if (!signal.aborted) tell({ state: 'refused', why: 'failed', message: String(error), again: 0 });
    });
  return () => {
    channel.onmessage = null;
    stopping.abort();
  };
}
