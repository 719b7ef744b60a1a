const CHANNEL = 'waymark-progress';

let channel: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

function open(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => {
      for (const listener of listeners) listener();
    };
  }
  return channel;
}

/** Tells every panel, this one included, that progress has changed: each reads again. */
export function announceChange(): void {
  open().postMessage(null);
  for (const listener of listeners) listener();
}

/** Calls `listener` after every change of progress, in whichever panel. @returns a function that stops it */
export function onChange(listener: () => void): () => void {
  open();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
