/** Where the switch is kept: `browser.storage.local`. It is this computer's own, so it is no record, which would travel. */
interface LocalArea {
  get(name: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const NAME = 'sync';

/** Whether the reader has switched sync on, on this computer. @throws where the browser cannot tell */
export async function isSyncOn(local: LocalArea): Promise<boolean> {
  return (await local.get(NAME))[NAME] === true;
}

/** Switches sync on or off, in every panel of this computer. @throws where the browser cannot keep it */
export function switchSync(local: LocalArea, on: boolean): Promise<void> {
  return local.set({ [NAME]: on });
}

/**
 * Starts and stops sync as the reader switches it, in whichever panel.
 * @param onLocalChange calls after every change of `local`
 * @param start starts sync, and gives what stops it; it may load it first
 * @param off is called when it was stopped
 * @returns a function that stops following and sync
 */
export function followSwitch(
  local: LocalArea,
  onLocalChange: (listener: () => void) => () => void,
  start: () => Promise<() => void>,
  off: () => void,
): () => void {
  let stop: (() => void) | undefined;
  let ended = false;
  let turn = Promise.resolve();

  async function follow(): Promise<void> {
    // What cannot be read stays as it is: off, until it was on.
    const on = !ended && (await isSyncOn(local).catch(() => stop !== undefined));
    if (on && !stop) stop = await start().catch(() => undefined);
    if (stop && (!on || ended)) {
      stop();
      stop = undefined;
      off();
    }
  }
  const next = () => {
    turn = turn.then(follow);
  };
  const unlisten = onLocalChange(next);
  next();
  return () => {
    ended = true;
    unlisten();
    next();
  };
}
