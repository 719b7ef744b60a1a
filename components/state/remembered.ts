import { effect, type Signal, signal } from '@preact/signals';

/**
 * A signal whose value follows from its own earlier value and from other signals: state that has to remember something. It is
 * brought up to date as soon as one of those signals changes, never while something renders.
 * @param next computes the new value; it runs again whenever a signal that it reads changes
 */
export function remembered<T>(first: T, next: (before: T) => T): Signal<T> {
  const value = signal(first);
  effect(() => {
    value.value = next(value.peek());
  });
  return value;
}
