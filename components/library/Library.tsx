import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionStatus, type StatusMessage } from '../ui/ActionStatus.tsx';
import { Region } from '../ui/Region.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useAction } from '../ui/use-action.ts';
import { CourseEntry, type Entry, type EntryActions } from './CourseEntry.tsx';
import { CourseImport, type ImportProps } from './CourseImport.tsx';

interface Props extends Omit<EntryActions, 'onMove'> {
  onMove: (id: string, by: -1 | 1) => Promise<unknown>;
  /** All courses in the reader's order; undefined before they were read. */
  entries: readonly Entry[] | undefined;
  /** Id of the course that the panel shows. */
  current: string;
  told: StatusMessage | undefined;
  importing: ImportProps;
  /** Progress can be written. */
  writable: boolean;
  onUndo: (action: string) => Promise<unknown>;
  onClose: () => void;
}

/** All courses: which there are, how far the reader is in each, their order; courses to files and from them. */
export function Library({
  entries,
  current,
  told,
  importing,
  writable,
  onMove,
  onUndo,
  onClose,
  ...actions
}: Props) {
  const scrolled = useRef<HTMLDivElement>(null);
  const moved = useRef<{ id: string; by: -1 | 1; from: number }>(undefined);
  const placeOf = (id: string) => (entries ?? []).findIndex((entry) => entry.id === id);
  const [, move] = useAction((id: string, by: -1 | 1) => {
    moved.current = { id, by, from: placeOf(id) };
    return onMove(id, by);
  }, 'move a course');
  useLayoutEffect(() => {
    const { id, by, from } = moved.current ?? {};
    // The courses may be read anew for another reason before it is there.
    if (!id || placeOf(id) === from) return;
    moved.current = undefined;
    // A button that is put elsewhere loses the focus; at the end of the list the other one is left.
    const buttons = [
      ...(scrolled.current?.querySelectorAll<HTMLButtonElement>(`[data-course="${id}"] .tool`) ?? []),
    ];
    if (by === 1) buttons.reverse();
    buttons.find(({ disabled }) => !disabled)?.focus();
  }, [entries]);
  const list = (archived: boolean) => {
    const those = (entries ?? []).filter((entry) => entry.archived === archived);
    if (those.length === 0) return null;
    return (
      <ul class="library-courses">
        {those.map((entry, at) => (
          <CourseEntry
            key={entry.id}
            entry={entry}
            current={entry.id === current}
            first={at === 0}
            last={at === those.length - 1}
            writable={writable}
            {...actions}
            onMove={move}
          />
        ))}
      </ul>
    );
  };
  const archived = (entries ?? []).filter((entry) => entry.archived).length;
  const title = i18n.t('library.title');
  return (
    <Sheet title={title} class="library" head={<h1>{title}</h1>} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can be chosen by a button as well */}
      <div
        ref={scrolled}
        class="scrolled"
        // Without this the browser would open the file in place of the panel.
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer?.files ?? [];
          if (file && writable) importing.onFile(file);
        }}
      >
        <Region title={i18n.t('library.yours')}>
          <ActionStatus message={told} onUndo={onUndo} />
          {list(false)}
          {archived > 0 && (
            <details>
              <summary>{i18n.t('library.archived', archived)}</summary>
              {list(true)}
            </details>
          )}
        </Region>
        <CourseImport writable={writable} {...importing} />
      </div>
    </Sheet>
  );
}
