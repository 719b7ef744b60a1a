import { effect, type Signal, signal } from '@preact/signals';

/**
 * A signal that is computed from other signals and from its own previous value. It is updated when one of those signals changes,
 * never while rendering.
 * @param next computes the new value; it runs again whenever a signal that it reads changes
 */
export function remembered<T>(first: T, next: (before: T) => T): Signal<T> {
  const value = signal(first);
  effect(() => {
    value.value = next(value.peek());
  });
  return value;
}
