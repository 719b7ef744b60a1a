/** How long work may go on before the panel may paint, ms: less than half of what a reader would notice. */
const SPAN = 20;

/** Makes a function to be awaited at every step of long work: it lets others run when `SPAN` is over. */
export function createYielder(): () => Promise<void> | undefined {
  let until = performance.now() + SPAN;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        until = performance.now() + SPAN;
        resolve();
      });
    });
  };
}
