import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import type { OnOpen } from '../ui/Link.tsx';
import { Region } from '../ui/Region.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useAction } from '../ui/use-action.ts';
import { useStatus } from '../ui/use-status.ts';
import { CourseEntry } from './CourseEntry.tsx';
import { CourseImport } from './CourseImport.tsx';
import { useImport } from './use-import.ts';
import { useLibrary } from './use-library.ts';

export interface LibraryProps {
  course: Course;
  /** Progress can be written. */
  writable: boolean;
  onOpen: OnOpen;
  onChooseCourse: (id: string) => void;
  onClose: () => void;
}

/** The library: all courses with the reader's progress in each, their order, export to files and import from them. */
export function LibrarySheet({ course, writable, onOpen, onChooseCourse, onClose }: LibraryProps) {
  const status = useStatus<'yours' | 'import'>();
  const library = useLibrary(status);
  const importing = useImport(status);
  const { entries } = library;
  const scrolled = useRef<HTMLDivElement>(null);
  const moved = useRef<{ id: string; by: -1 | 1; from: number }>(undefined);
  const placeOf = (id: string) => (entries ?? []).findIndex((entry) => entry.id === id);
  const [, move] = useAction((id: string, by: -1 | 1) => {
    moved.current = { id, by, from: placeOf(id) };
    return library.onMove(id, by);
  }, 'move a course');
  useLayoutEffect(() => {
    const { id, by, from } = moved.current ?? {};
    // The list may be updated for another reason before the move is in it.
    if (!id || placeOf(id) === from) return;
    moved.current = undefined;
    // The button loses the focus when its row moves. At the end of the list only the other button is enabled.
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
            current={entry.id === course.id}
            first={at === 0}
            last={at === those.length - 1}
            writable={writable}
            {...library}
            onOpen={onOpen}
            onChoose={onChooseCourse}
            onMove={move}
          />
        ))}
      </ul>
    );
  };
  const archived = (entries ?? []).filter((entry) => entry.archived).length;
  const title = i18n.t('library.title');
  return (
    <Sheet title={title} class="library" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen with a button */}
      <div
        ref={scrolled}
        class="scrolled"
        // Without this the browser would open the file instead of the panel.
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer?.files ?? [];
          if (file && writable) importing.onFile(file);
        }}
      >
        <Region title={i18n.t('library.yours')}>
          <ActionStatus message={library.message} onUndo={library.onUndo} />
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
