import { browser } from '../../platform/browser.ts';
import { HANDBOOKS, learnHandbooks } from './handbooks.ts';

/** Calls `listener` with what was kept before, when other handbooks were added or removed and are taken over. */
export function onHandbooks(listener: (before: unknown) => void): void {
  browser.storage.local.onChanged.addListener(({ [HANDBOOKS]: change }) => {
    if (change) void learnHandbooks().then(() => listener(change.oldValue));
  });
}
