import { computed, effect, signal } from '@preact/signals';
import { audienceOf, nextStep, type Place } from '../../courses/status.ts';
import type { Restored } from '../../progress/backups/restore.ts';
import { under } from '../../progress/changes.ts';
import type { ProgressRead } from '../../progress/progress.ts';
import { type Fault, faultOf } from '../../progress/store/fault.ts';
import { catalog, hasAllCourses } from './catalog.ts';
import { course, isUnused, isUseKnown, match, shown } from './current.ts';
import { placesRead, resumeIn } from './resume.ts';
import { liveSignal, remembered } from './signals.ts';

/** Reading starts to load at once, but the first paint doesn't wait for it: that needs only the page's address. */
const reading = import('../../progress/progress.ts');
/** The functions that write. They load when the panel is idle, or with the first action. */
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

/** A limit, because a busy machine may never be idle. In milliseconds. */
const AT_LATEST = { timeout: 2000 };

const live = liveSignal<ProgressRead>(
  () => course.value.id,
  (id) => ({
    async read() {
      const now = await (await reading).readProgress(id);
      // Only one read restores lost records, so its result is saved even if another course is shown by now.
      if (now.restored) restored.value = now.restored;
      return now;
    },
    when: under([id]),
  }),
);

/** The progress in the shown course, updated after every change in any panel; empty until it has been read. */
export const progress = computed(() => live.answer.value.found ?? NOTHING);
/** Why progress can't be read, if it can't. */
export const unreadable = computed(() => live.answer.value.failed);
/** Whether it is known what the reader has done, or that this can't be read. */
const isRead = computed(() => {
  const { found, failed } = live.answer.value;
  return !!(found || failed);
});
/**
 * Whether the panel has had all that its first picture needs: what the reader has done, and the wording of the course's page. Until
 * then it shows where the reader is and leaves space for the rest, so that nothing moves and no text changes.
 */
export const isFilled = remembered(
  false,
  (before) => before || (isRead.value && isUseKnown.value && (catalog.value.isRead || hasAllCourses.value)),
);
/** Whether the reader can tick something: progress has been read and can be written. */
export const isReady = computed(() => {
  const { found, failed } = live.answer.value;
  return found !== undefined && !failed && found.fallbackReason?.kind !== 'newer';
});

/** The reader's audience in the shown course. */
export const audience = computed(() => audienceOf(course.value, progress.value.audience));
/** Whether the reader is new: there is no progress in any course yet. */
export const isNew = computed(() => {
  const { audience: chosen, completed, visited } = progress.value;
  return isReady.value && isUnused.value && !chosen && completed.size + visited.size === 0;
});

/** Whether only the badge is left to do in the shown course. */
export const isFinished = computed(() => {
  const last = course.value.sections.at(-1);
  return !!last && nextStep(course.value, last, undefined, audience.value, progress.value)?.to === 'badge';
});

/** Where the reader was last in each course. A reader who deletes everything was nowhere. */
const read = remembered<{ isUsed: boolean; places: ReadonlyMap<string, Place> }>(
  { isUsed: false, places: new Map() },
  ({ isUsed, places }) => ({
    isUsed: isUseKnown.value && !isUnused.value,
    places: placesRead(isUsed && isUnused.value ? new Map() : places, shown.value, match.value),
  }),
);
/**
 * Where the reader left off in the shown course; undefined if that isn't known or is the shown page, or if the course is finished. On
 * the course page, a reader who has used no course yet starts at the beginning, wherever their first page was.
 */
export const resume = computed(() => {
  const last = read.value.places.get(course.value.id);
  const isStart = isUnused.value && match.value?.reason === 'coursePage';
  return isStart || isFinished.value
    ? undefined
    : resumeIn(catalog.value, course.value, shown.value, last, progress.value);
});

/** Why the last action couldn't be saved, if it couldn't. */
export const unsaved = signal<Fault>();
/** What was lost and then restored from a backup, until the reader dismisses the notice. */
export const restored = signal<Restored>();
/** Whether the panel's window is private. */
export const inPrivate = signal(false);

/**
 * Runs an action of the reader.
 * @param action receives the functions that write
 * @returns why it couldn't be saved, if it couldn't; `unsaved` has the same value
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

/** Dismisses the notice about what was restored. */
export function dismissRestored(): void {
  restored.value = undefined;
  void import('../../progress/backups/restore.ts').then((loaded) => loaded.dismissRestored());
}

/** How long the panel waits for what its first picture needs, in milliseconds: a course can be read without progress. */
const MOST_WAIT = 5000;

/** Starts to read the progress in the shown course. Call it once. */
export function followProgress(): void {
  live.start();
  setTimeout(() => {
    isFilled.value = true;
  }, MOST_WAIT);
  const isAnswered = remembered(false, (before) => before || isRead.value);
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
