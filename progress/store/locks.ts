import { faultOf } from './fault.ts';

/*
 * Locks that all documents of the extension share. Their names are those of earlier versions, whose panels may still be open
 * after an update.
 */

/**
 * Runs `work` while no other document does work under this lock. It is for all work that reads progress or a copy of it, and later
 * writes what it read: making and restoring snapshots, merging the fallback store or synced records, and deleting everything.
 * Without the lock, such work could bring back what was deleted since it read. Not reentrant.
 */
export function withProgressLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('waymark-snapshots', work);
}

/**
 * Runs `work` while no other document uses the fallback store, which is in a storage area without transactions.
 * @throws Fault for any error
 */
export async function withFallbackLock<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await navigator.locks.request('waymark-area', work);
  } catch (error) {
    throw faultOf(error);
  }
}
