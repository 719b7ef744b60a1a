const listeners = new Set<() => void>();

/** Lets whoever shows progress in this panel read it again. */
export function tellAll(): void {
  for (const listener of listeners) listener();
}

const channel = new BroadcastChannel('waymark-progress');
channel.onmessage = tellAll;

/** Tells every panel, this one included, that progress has changed: each reads again. */
export function announceChange(): void {
  channel.postMessage(null);
  tellAll();
}

/** Calls `listener` after every change of progress, in whichever panel. @returns a function that stops it */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
