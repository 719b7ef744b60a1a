/** How long work goes on before the panel may do something else, in milliseconds. */
const TURN = 10;

/** A pause for long work, to be awaited after every part of it: it takes time only when a turn is over. */
export function inTurns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
}
