import { useLayoutEffect, useState } from 'preact/hooks';
import { inPrivateWindow } from '../../platform/private-window.ts';
import { onChange } from '../../progress/changes.ts';
import { type Fault, faultOf } from '../../progress/fault.ts';
import type { ProgressRead } from '../../progress/progress.ts';
import type { Restored } from '../../progress/restore.ts';

/** What reads loads beside the panel's first picture, which needs the page's address alone. */
const reading = import('../../progress/progress.ts');
/** What writes: it loads when the panel is idle, or with the first action. */
type Actions = typeof import('../../progress/actions.ts');
const loadActions = () => import('../../progress/actions.ts');

const NOTHING: ProgressRead = {
  completed: new Set(),
  visited: new Set(),
  lastVisit: undefined,
  audience: undefined,
  place: undefined,
  notes: [],
  setAside: 0,
  instead: undefined,
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
  forgetRestored(): void;
  /** Whether the panel's window is private. */
  inPrivate: boolean;
  /** Runs one action of the reader, with what writes. Its failure is kept in `unsaved`, and answered. */
  act(action: (actions: Actions) => Promise<void>): Promise<Fault | undefined>;
}

/** The progress of `course`, read anew whenever any panel has changed it. */
export function useProgress(course: string): ProgressState {
  const [progress, setProgress] = useState(NOTHING);
  const [unreadable, setUnreadable] = useState<Fault>();
  const [unsaved, setUnsaved] = useState<Fault>();
  const [restored, setRestored] = useState<Restored>();
  const [inPrivate, setInPrivate] = useState(false);

  useLayoutEffect(() => {
    let reads = 0;
    const read = async () => {
      const turn = ++reads;
      try {
        const found = await (await reading).readProgress(course);
        if (found.restored) setRestored(found.restored);
        // A later read may have been quicker: the earlier one knows less.
        if (turn !== reads) return;
        setProgress(found);
        setUnreadable(undefined);
      } catch (error) {
        if (turn === reads) setUnreadable(faultOf(error));
      }
    };
    void read().then(() =>
      requestIdleCallback(async () => {
        void loadActions();
        void import('./sync.ts').then(({ beginSync }) => beginSync());
        void inPrivateWindow().then(setInPrivate);
        setRestored(await (await import('../../progress/keep.ts')).begin());
      }, AT_LATEST),
    );
    const stop = onChange(() => void read());
    return () => {
      reads = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [course]);

  const act: ProgressState['act'] = async (action) => {
    try {
      await action(await loadActions());
    } catch (error) {
      const fault = faultOf(error);
      setUnsaved(fault);
      return fault;
    }
    setUnsaved(undefined);
    void import('./badge.ts').then(({ refreshBadges }) => refreshBadges());
    return undefined;
  };

  return {
    progress,
    ready: progress !== NOTHING && !unreadable && progress.instead?.kind !== 'newer',
    unreadable,
    unsaved,
    restored,
    inPrivate,
    forgetRestored() {
      setRestored(undefined);
      void import('../../progress/restore.ts').then((loaded) => loaded.forgetRestored());
    },
    act,
  };
}
