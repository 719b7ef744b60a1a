import { effect } from '@preact/signals';
import { followCatalog } from './catalog.ts';
import { isSettled } from './current.ts';
import { followPage } from './page.ts';
import { followProgress } from './progress.ts';
import { followKeys } from './shortcuts.ts';
import { remembered } from './signals.ts';
import { followTab } from './tab.ts';
import { followUndo } from './undo.ts';

/** Starts all sources of the panel's state. Call it once, after the browser's API and the courses' language have loaded. */
export function startState(): void {
  followCatalog();
  followTab();
  followPage();
  followProgress();
  followKeys();
  followUndo();
  const hasPainted = remembered(false, (before) => before || isSettled.value);
  effect(() => {
    if (hasPainted.value) void import('./effects.ts').then(({ startEffects }) => startEffects());
  });
}
