import { openDatabase } from './database.ts';
import { databaseStore } from './database-store.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Store } from './store.ts';

/**
 * The store for progress while the database cannot be opened as usual.
 * @throws Fault if the problem will pass, so that nothing should stand in for the database
 */
async function openFallback(reason: Fault): Promise<Store> {
  switch (reason.kind) {
    case 'blocked':
    case 'full':
    case 'aborted':
      throw reason;
    case 'newer':
      return (await import('./newer-store.ts')).newerStore(reason);
    default:
      return (await import('./fallback-store.ts')).fallbackStore(reason);
  }
}

/**
 * The store in which progress is now: the database; or, if a newer Waymark wrote the database, the same for reading only; or, if
 * the browser refuses to open it, the fallback store in the storage area.
 * @throws Fault if progress cannot be stored anywhere
 */
export async function openStore(): Promise<Store> {
  try {
    await openDatabase();
  } catch (error) {
    return openFallback(faultOf(error));
  }
  return databaseStore;
}
