import { useLayoutEffect, useState } from 'preact/hooks';
import { onChange } from '../../progress/changes.ts';
import { type ProgressRead, readProgress } from '../../progress/progress.ts';

const NOTHING: ProgressRead = {
  completed: new Set(),
  visited: new Set(),
  lastVisit: undefined,
  audience: undefined,
  setAside: 0,
};

export interface ProgressState {
  progress: ProgressRead;
  /** Whether the progress shown is what is kept: not before it was read, and not where it cannot be. */
  ready: boolean;
  /** Why progress could not be read, and why the last action could not be saved: the browser's own words. */
  unreadable: string | undefined;
  unsaved: string | undefined;
  /** Runs one action of the reader; its failure is kept in `unsaved`. */
  act(action: () => Promise<void>): void;
}

/** The progress of `course`, read anew whenever any panel has changed it. */
export function useProgress(course: string): ProgressState {
  const [progress, setProgress] = useState(NOTHING);
  const [unreadable, setUnreadable] = useState<string>();
  const [unsaved, setUnsaved] = useState<string>();

  useLayoutEffect(() => {
    let reads = 0;
    const read = async () => {
      const turn = ++reads;
      try {
        const found = await readProgress(course);
        // A later read may have been quicker: the earlier one knows less.
        if (turn !== reads) return;
        setProgress(found);
        setUnreadable(undefined);
      } catch (error) {
        if (turn === reads) setUnreadable(String(error));
      }
    };
    void read();
    const stop = onChange(() => void read());
    return () => {
      reads = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [course]);

  const act = (action: () => Promise<void>) => {
    action().then(
      () => {
        setUnsaved(undefined);
        void import('./badge.ts').then(({ refreshBadges }) => refreshBadges());
      },
      (error: unknown) => setUnsaved(String(error)),
    );
  };

  return { progress, ready: progress !== NOTHING && !unreadable, unreadable, unsaved, act };
}
