/**
 * Makes a function to await at every step of long work. It returns a promise only when `ms` have passed since the last pause, and
 * then lets the main thread paint and handle input first. A reader notices a delay of about 50 ms, so stay well below that.
 * @param ms how long work may go on without a pause, in milliseconds
 */
export function createYielder(ms = 20): () => Promise<void> | undefined {
  let until = performance.now() + ms;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        until = performance.now() + ms;
        resolve();
      });
    });
  };
}

export type Yielder = ReturnType<typeof createYielder>;
