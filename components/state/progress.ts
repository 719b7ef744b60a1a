import { computed, effect, signal } from '@preact/signals';
import { audienceOf, type Place } from '../../courses/status.ts';
import type { Restored } from '../../progress/backups/restore.ts';
import { under } from '../../progress/changes.ts';
import type { ProgressRead } from '../../progress/progress.ts';
import { type Fault, faultOf } from '../../progress/store/fault.ts';
import { catalog } from './catalog.ts';
import { course, isUnused, match, shown } from './current.ts';
import { liveSignal } from './live-signal.ts';
import { remembered } from './remembered.ts';
import { placesRead, resumeIn } from './resume.ts';

/** What reads loads beside the panel's first picture, which needs the page's address alone. */
const reading = import('../../progress/progress.ts');
/** What writes: it loads when the panel is idle, or with the first action. */
type Actions = typeof import('./actions.ts');
const loadActions = () => import('./actions.ts');

const NOTHING: ProgressRead = {
  completed: new Set(),
  visited: new Set(),
  lastVisit: undefined,
  audience: undefined,
  place: undefined,
  notes: [],
  quarantined: 0,
  fallbackReason: undefined,
  restored: undefined,
};

/** A busy machine may leave no idle moment at all. */
const AT_LATEST = { timeout: 2000 };

const live = liveSignal<ProgressRead>(
  () => course.value.id,
  (id) => ({
    async read() {
      const now = await (await reading).readProgress(id);
      // Whichever reading has brought it back, and whatever course is shown by then.
      if (now.restored) restored.value = now.restored;
      return now;
    },
    when: under([id]),
  }),
);

/** The progress of the shown course, read again whenever any panel has changed it; nothing before it was read. */
export const progress = computed(() => live.answer.value.found ?? NOTHING);
/** Why progress could not be read, if it could not. */
export const unreadable = computed(() => live.answer.value.failed);
/** Whether something can be ticked: not before progress was read, and not where it cannot be written. */
export const isReady = computed(() => {
  const { found, failed } = live.answer.value;
  return found !== undefined && !failed && found.fallbackReason?.kind !== 'newer';
});

/** The reader's audience in the shown course. */
export const audience = computed(() => audienceOf(course.value, progress.value.audience));
/** Whether the reader is new: they have not yet done anything in any course. */
export const isNew = computed(() => {
  const { audience: chosen, completed, visited } = progress.value;
  return isReady.value && isUnused.value && !chosen && completed.size + visited.size === 0;
});

const read = remembered<ReadonlyMap<string, Place>>(new Map(), (before) =>
  placesRead(before, shown.value, match.value),
);
/** Where the reader left off in the shown course; undefined where that is not known, and on that very page. */
export const resume = computed(() =>
  resumeIn(catalog.value, course.value, shown.value, read.value.get(course.value.id), progress.value),
);

/** Why the last action could not be saved, if it could not. */
export const unsaved = signal<Fault>();
/** What had been lost and was brought back, until the reader puts the news of it away. */
export const restored = signal<Restored>();
/** Whether the panel's window is private. */
export const inPrivate = signal(false);

/**
 * Runs one action of the reader, with the functions that write.
 * @returns why it could not be saved, if it could not: this is in `unsaved` too
 */
export async function act(action: (actions: Actions) => Promise<void>): Promise<Fault | undefined> {
  try {
    await action(await loadActions());
  } catch (error) {
    const fault = faultOf(error);
    unsaved.value = fault;
    return fault;
  }
  unsaved.value = undefined;
  return undefined;
}

/** Puts away the news of what was brought back. */
export function dismissRestored(): void {
  restored.value = undefined;
  void import('../../progress/backups/restore.ts').then((loaded) => loaded.dismissRestored());
}

/** Begins to read the progress of the shown course. To be called once. */
export function followProgress(): void {
  live.start();
  const isAnswered = remembered(false, (before) => {
    const { found, failed } = live.answer.value;
    return before || !!(found || failed);
  });
  effect(() => {
    if (!isAnswered.value) return;
    requestIdleCallback(async () => {
      void loadActions();
      const { afterOpening } = await import('./after-opening.ts');
      afterOpening(
        (isPrivate) => {
          inPrivate.value = isPrivate;
        },
        (found) => {
          restored.value = found;
        },
      );
    }, AT_LATEST);
  });
}
