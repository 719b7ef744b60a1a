import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The actions that are running in this panel: their names, or a unique object for an action without a name. */
const running = new Set<unknown>();
const watching = new Set<() => void>();
const tell = () => {
  for (const look of watching) look();
};

/**
 * An action of the reader that can't be started again while it runs: not here and, if it has a name, nowhere else in the panel.
 * @returns whether it is running, and a function that starts it synchronously, because the browser allows permission requests
 *   only during the reader's click
 */
export function useAction<Args extends unknown[]>(
  action: (...args: Args) => Promise<unknown>,
  name?: string,
): [isRunning: boolean, start: (...args: Args) => void] {
  const own = useRef({}).current;
  const key = name ?? own;
  const [isRunning, setRunning] = useState(running.has(key));
  useLayoutEffect(() => {
    const look = () => setRunning(running.has(key));
    watching.add(look);
    look();
    return () => void watching.delete(look);
  }, [key]);
  const start = (...args: Args) => {
    if (running.has(key)) return;
    running.add(key);
    void action(...args).finally(() => {
      running.delete(key);
      tell();
    });
    tell();
  };
  return [isRunning, start];
}

/**
 * Detects the second click of a double click and prevents its default action: the reader meant one action, and the first click may
 * already have completed it.
 * @returns whether it is the second click
 */
export function isSecondClick(event: MouseEvent): boolean {
  if (event.detail < 2) return false;
  event.preventDefault();
  return true;
}
