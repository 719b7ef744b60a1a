import { browser } from '../platform/browser.ts';
import { KEYS, learnHandbooks } from './handbooks.ts';

/** Calls `listener` with what was kept before, when other handbooks were added or removed and are taken over. */
export function onHandbooks(listener: (before: Record<string, unknown>) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const changed = Object.values(KEYS).filter((key) => changes[key]);
    if (changed.length === 0) return;
    const old = Object.fromEntries(changed.map((key) => [key, changes[key]?.oldValue]));
    void learnHandbooks().then((kept) => listener({ ...kept, ...old }));
  });
}
