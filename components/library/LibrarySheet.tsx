import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { ActionStatus } from '../ui/ActionStatus.tsx';
import { useFilter } from '../ui/Filter.tsx';
import { LearnMore } from '../ui/LearnMore.tsx';
import type { OnOpen } from '../ui/Link.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useStatus } from '../ui/use-status.ts';
import { CourseEntry } from './CourseEntry.tsx';
import { ImportButtons, ImportPreview } from './CourseImport.tsx';
import { useImport } from './use-import.ts';
import { type Entry, useLibrary } from './use-library.ts';

export interface LibraryProps {
  course: Course;
  /** Progress can be written. */
  writable: boolean;
  onOpen: OnOpen;
  onChooseCourse: (id: string) => void;
  onClose: () => void;
}

type Library = ReturnType<typeof useLibrary>;

/** Returns a ref for the content, and how to move a course so that its menu keeps the focus, which it loses when its row moves. */
function useMoving({ entries, onMove }: Library) {
  const content = useRef<HTMLDivElement>(null);
  const moved = useRef<{ id: string; from: number }>(undefined);
  const placeOf = (id: string) => (entries ?? []).findIndex((entry) => entry.id === id);
  useLayoutEffect(() => {
    const { id, from } = moved.current ?? {};
    // The list may be updated for another reason before the move is in it.
    if (!id || placeOf(id) === from) return;
    moved.current = undefined;
    content.current?.querySelector<HTMLElement>(`[data-course="${id}"] > .tool`)?.focus();
  }, [entries]);
  const move = (id: string, by: -1 | 1) => {
    moved.current = { id, from: placeOf(id) };
    return onMove(id, by);
  };
  return { content, move };
}

/** The library: all courses with the reader's progress in each, their order, export to files and import from them. */
export function LibrarySheet({ course, writable, onOpen, onChooseCourse, onClose }: LibraryProps) {
  const status = useStatus<'yours' | 'import'>();
  const library = useLibrary(status);
  const importing = useImport(status);
  const { entries } = library;
  const { preview } = importing;
  const { content, move } = useMoving(library);
  const { found, isFiltered, field } = useFilter(entries, ({ title }) => title, i18n.t('library.filter'));
  useLayoutEffect(() => {
    if (preview) content.current?.parentElement?.scrollTo(0, 0);
  }, [preview]);
  const list = (those: readonly Entry[]) => (
    <ul class="library-courses">
      {those.map((entry, at) => (
        <CourseEntry
          key={entry.id}
          entry={entry}
          current={entry.id === course.id}
          first={at === 0}
          last={at === those.length - 1}
          filtered={isFiltered}
          writable={writable}
          {...library}
          onOpen={onOpen}
          onChoose={onChooseCourse}
          onMove={move}
        />
      ))}
    </ul>
  );
  const here = found.filter(({ archived }) => !archived);
  const archived = found.filter((entry) => entry.archived);
  return (
    <Sheet
      title={i18n.t('library.title')}
      class="library"
      onClose={onClose}
      footer={
        <>
          <ActionStatus
            message={library.message ?? importing.message}
            onUndo={library.message ? library.onUndo : importing.onUndo}
          />
          <ImportButtons writable={writable} {...importing} />
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen with a button */}
      <div
        ref={content}
        class="drop"
        // Without this the browser would open the file instead of the panel.
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer?.files ?? [];
          if (file && writable) importing.onFile(file);
        }}
      >
        {preview && <ImportPreview preview={preview} />}
        <section aria-label={i18n.t('library.yours')}>
          {field}
          {list(here)}
          {entries && here.length === 0 && !isFiltered && <p class="quiet">{i18n.t('library.nothing')}</p>}
          {archived.length > 0 && (
            <details open={isFiltered || undefined}>
              <summary>{i18n.t('library.archived', archived.length)}</summary>
              {list(archived)}
            </details>
          )}
          {entries && (
            <LearnMore about={i18n.t('library.import')} label={i18n.t('library.about')}>
              <p>{i18n.t('library.packs')}</p>
            </LearnMore>
          )}
        </section>
      </div>
    </Sheet>
  );
}
