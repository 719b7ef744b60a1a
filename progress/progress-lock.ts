/**
 * Runs `work` while no panel does anything else of this kind: what reads progress, or a copy of it, and later writes what it
 * read. That is making and reading snapshots, merging the fallback store, merging what sync found, and deleting everything:
 * without this, what one of them had read before a deletion would come back after it. Not reentrant.
 */
export function withProgressLock<T>(work: () => Promise<T>): Promise<T> {
  // The name is that of earlier versions, whose panels may still be open after an update.
  return navigator.locks.request('waymark-snapshots', work);
}
