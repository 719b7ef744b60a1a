/** `browser.storage.local`, where the sync switch is stored. The switch is only for this computer, so it is not a record, which would be synced. */
interface LocalArea {
  get(name: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const NAME = 'sync';

/** Whether the reader has switched sync on, on this computer. @throws if the browser cannot read it */
export async function isSyncOn(local: LocalArea): Promise<boolean> {
  return (await local.get(NAME))[NAME] === true;
}

/** Switches sync on or off, in every panel of this computer. @throws if the browser cannot write it */
export function switchSync(local: LocalArea, on: boolean): Promise<void> {
  return local.set({ [NAME]: on });
}

/**
 * Starts and stops sync when the reader switches it on or off in any panel.
 * @param onLocalChange calls a listener after every change of `local`
 * @param start starts sync and returns a function that stops it
 * @param off is called after sync was stopped
 * @returns a function that stops following the switch, and sync
 */
export function followSwitch(
  local: LocalArea,
  onLocalChange: (listener: () => void) => () => void,
  start: () => Promise<() => void>,
  off: () => void,
): () => void {
  let stop: (() => void) | undefined;
  let ended = false;
  /** Changes are followed one after the other. */
  let queue = Promise.resolve();

  async function follow(): Promise<void> {
    // If the switch cannot be read, sync stays as it is.
    const on = !ended && (await isSyncOn(local).catch(() => stop !== undefined));
    if (on && !stop) stop = await start().catch(() => undefined);
    if (stop && (!on || ended)) {
      stop();
      stop = undefined;
      off();
    }
  }
  const next = () => {
    queue = queue.then(follow);
  };
  const unlisten = onLocalChange(next);
  next();
  return () => {
    ended = true;
    unlisten();
    next();
  };
}
