import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The actions that are running in this panel, by their names or what stands for one without. */
const running = new Set<unknown>();
const watching = new Set<() => void>();
const tell = () => {
  for (const look of watching) look();
};

/**
 * An action that is started by the reader, and cannot be started again while it is running: neither here nor, where it has a name,
 * anywhere else in the panel.
 * @returns whether it is running, and what starts it: in the same task, since what asks for the browser's permission has to be in
 *   the reader's click
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
 * Keeps the second click of a double click from doing anything: the first may have been done by then, and it was meant once.
 * @returns whether it is such a click
 */
export function isSecondClick(event: MouseEvent): boolean {
  if (event.detail < 2) return false;
  event.preventDefault();
  return true;
}
