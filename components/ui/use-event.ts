import { useRef } from 'preact/hooks';

/** A function that is the same at every rendering, and always does what the latest `action` does. */
export function useStable<Args extends unknown[], Result>(
  action: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(action);
  latest.current = action;
  return useRef((...args: Args) => latest.current(...args)).current;
}
