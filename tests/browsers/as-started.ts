import { PATIENCE } from './poll.ts';
import type { Reader } from './reader.ts';

/** Rejects where `promise` has not settled within `time` ms. */
async function within(time: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took more than ${time} ms`)), time);
  });
  // One that fails after that has nobody left to tell.
  promise.catch(() => {});
  await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Ends a browser, even one that hangs, and removes its profile. */
export async function end(reader: Reader): Promise<void> {
  await reader.kill().catch(() => {});
  await reader.close();
}

/**
 * A reader as after the start: `reader` brought there, or a new one where that cannot be, since the browser has ended,
 * hangs, or is in a state that nothing leads out of.
 */
export async function asStarted(reader: Reader, launch: () => Promise<Reader>): Promise<Reader> {
  try {
    await within(PATIENCE, reader.reset());
    return reader;
  } catch (error) {
    console.warn(`A new browser takes the place of one that could not be reset: ${error}`);
    await end(reader);
    return launch();
  }
}
