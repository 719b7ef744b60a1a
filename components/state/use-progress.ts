import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Restored } from '../../progress/backups/restore.ts';
import { under } from '../../progress/changes.ts';
import type { ProgressRead } from '../../progress/progress.ts';
import { type Fault, faultOf } from '../../progress/store/fault.ts';
import { useLive } from './use-live.ts';

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

export interface ProgressState {
  progress: ProgressRead;
  /** Whether something can be ticked: not before progress was read, and not where it cannot be written. */
  ready: boolean;
  /** Why progress could not be read, and why the last action could not be saved. */
  unreadable: Fault | undefined;
  unsaved: Fault | undefined;
  /** What had been lost and was brought back, until the reader puts the news of it away. */
  restored: Restored | undefined;
  dismissRestored(): void;
  /** Whether the panel's window is private. */
  inPrivate: boolean;
  /** Runs one action of the reader, with what writes. Its failure is kept in `unsaved`, and answered. */
  act(action: (actions: Actions) => Promise<void>): Promise<Fault | undefined>;
}

/** The progress of `course`, read anew whenever any panel has changed it. */
export function useProgress(course: string): ProgressState {
  const [unsaved, setUnsaved] = useState<Fault>();
  const [restored, setRestored] = useState<Restored>();
  const [inPrivate, setInPrivate] = useState(false);

  const { found, failed } = useLive({
    key: course,
    async read() {
      const now = await (await reading).readProgress(course);
      // Whichever reading brought it back, and whatever course is shown by then.
      if (now.restored) setRestored(now.restored);
      return now;
    },
    when: under([course]),
  });
  const progress = found ?? NOTHING;

  const opened = useRef(false);
  opened.current ||= !!(found || failed);
  useLayoutEffect(() => {
    if (!opened.current) return;
    requestIdleCallback(async () => {
      void loadActions();
      (await import('./after-opening.ts')).afterOpening(setInPrivate, setRestored);
    }, AT_LATEST);
  }, [opened.current]);

  const act: ProgressState['act'] = async (action) => {
    try {
      await action(await loadActions());
    } catch (error) {
      const fault = faultOf(error);
      setUnsaved(fault);
      return fault;
    }
    setUnsaved(undefined);
    return undefined;
  };

  return {
    progress,
    ready: found !== undefined && !failed && found.fallbackReason?.kind !== 'newer',
    unreadable: failed,
    unsaved,
    restored,
    inPrivate,
    dismissRestored() {
      setRestored(undefined);
      void import('../../progress/backups/restore.ts').then((loaded) => loaded.dismissRestored());
    },
    act,
  };
}
