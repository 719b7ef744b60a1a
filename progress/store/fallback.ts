import { fallbackStore } from './fallback-store.ts';
import type { Fault } from './fault.ts';
import { newerStore } from './newer-store.ts';
import type { Store } from './store.ts';

/**
 * Where progress is kept while the database cannot be opened as usual.
 * @throws Fault where nothing is to stand in for it: it is there, and opens when the cause has passed.
 */
export function openFallback(fault: Fault): Store {
  switch (fault.kind) {
    case 'blocked':
    case 'full':
    case 'aborted':
      throw fault;
    case 'newer':
      return newerStore(fault);
    default:
      return fallbackStore(fault);
  }
}
