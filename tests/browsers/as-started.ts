import { PATIENCE } from './poll.ts';
import type { Reader } from './reader.ts';

/** Settles like `promise`, or rejects after `time` ms. */
async function within(time: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took more than ${time} ms`)), time);
  });
  // If it fails later, nobody handles the error.
  promise.catch(() => {});
  await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Ends a browser, even one that hangs, and removes its profile. */
export async function end(reader: Reader): Promise<void> {
  await reader.kill().catch(() => {});
  await reader.close();
}

/**
 * Returns a reader in the state after the start: `reader` after a reset, or a new one if its browser has ended, hangs, or
 * can't be reset.
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
