import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Course, objectivesOf } from '../../courses/course.ts';
import type { LinkDisposition } from '../../platform/open-link.ts';
import type { CourseNotes } from '../notes/note.ts';
import { browse, section } from '../state/current.ts';
import { dispositionFor, type OnOpen } from '../ui/Link.tsx';
import { closeDialog, Sheet } from '../ui/Sheet.tsx';
import type { CourseResult } from './search.ts';

type Search = (query: string, most: number) => CourseResult[];

interface FieldProps {
  /** Returns the best matches of a query, the best first; undefined until it has loaded. */
  search: Search | undefined;
  onOpen: (result: CourseResult, where: LinkDisposition) => void;
  onClose: () => void;
}

/** The most results that are shown. */
const MOST = 30;
const NONE: never[] = [];

const optionId = (index: number) => `found-${index}`;

/** The status line below the field: how to search, or how much was found. */
function statusOf(query: string, count: number, loaded: boolean): string {
  if (query.trim() === '') return i18n.t('find.hint');
  if (!loaded) return '';
  if (count === 0) return i18n.t('find.nothing');
  return count < MOST ? i18n.t('find.results', count) : i18n.t('find.best', [count]);
}

/**
 * The search field and its results. It covers the panel while it is open, so the panel below keeps its scroll position. The first
 * result is selected at once, so that Enter opens it.
 */
function SearchField({ search, onOpen, onClose }: FieldProps) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const results = useMemo(() => search?.(query, MOST) ?? NONE, [search, query]);
  const at = Math.min(chosen, results.length - 1);

  useLayoutEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at, results]);

  const open = (result: CourseResult, event: MouseEvent | KeyboardEvent) => {
    const where = dispositionFor(event);
    event.preventDefault();
    // The sheet stays open for a background tab, so that the reader can open more. Closing it first returns the focus, which
    // `onOpen` may then move on.
    if (where !== 'behind') closeDialog(field.current);
    onOpen(result, where);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = results.length - 1;
    if (last < 0) return;
    const result = results[at];
    if (event.key === 'Enter' && result) return open(result, event);
    // With a modifier these keys move the cursor or extend the selection in the field.
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const next = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return undefined;
    event.preventDefault();
    return setChosen(next);
  };

  return (
    <Sheet
      title={i18n.t('find.title')}
      class="find"
      onClose={onClose}
      head={
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={i18n.t('find.title')}
          aria-expanded={results.length > 0}
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant={results.length > 0 ? optionId(at) : undefined}
          aria-describedby="found-hint"
          placeholder={i18n.t('find.title')}
          autocomplete="off"
          autocapitalize="off"
          enterkeyhint="go"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      }
    >
      <span id="found-hint" hidden>
        {i18n.t('find.hint')}
      </span>
      <p class="quiet" role="status">
        {statusOf(query, results.length, search !== undefined)}
      </p>
      <div
        id="found"
        role="listbox"
        aria-label={i18n.t('find.list')}
        hidden={results.length === 0}
        // Chrome makes scrollable elements focusable by Tab; here the arrow keys in the field already scroll.
        tabIndex={-1}
      >
        {results.map((result, index) => (
          <a
            key={optionId(index)}
            id={optionId(index)}
            href={result.address}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            // Keeps the focus in the field, so that the keys still work after a click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => open(result, event)}
            onAuxClick={(event) => event.button === 1 && open(result, event)}
          >
            <bdi>{result.title}</bdi> {result.kind && <span class="tag">{result.kind} </span>}
            <bdi class="quiet">{result.folders}</bdi>
          </a>
        ))}
      </div>
    </Sheet>
  );
}

export interface SearchProps {
  /** The shown course: its results come first. */
  course: Course;
  notes: CourseNotes | undefined;
  onOpen: OnOpen;
  onChooseCourse: (id: string) => void;
  onChooseAudience: (id: string, course?: Course) => Promise<unknown>;
  onClose: () => void;
}

/** How long to wait for the panel to show an objective, in milliseconds. */
const MOST_WAIT = 3000;

/** Focuses the checkbox of an objective once the panel shows it. @param fold the fold that it is in, which is opened */
function focusObjective(id: string, fold: 'none' | 'first' | 'last'): void {
  const until = performance.now() + MOST_WAIT;
  const look = () => {
    const box = document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(id)}"]:not(:disabled)`);
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('.fold > details')];
    const its = fold === 'none' ? undefined : folds.at(fold === 'first' ? 0 : -1);
    if (its) its.open = true;
    box?.scrollIntoView({ block: 'center' });
    box?.focus({ preventScroll: true });
    if (!box && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Searches all courses, their notes and the handbook. The field is shown at once; the index loads while the reader starts to type. */
export function SearchSheet({
  course,
  notes,
  onOpen,
  onChooseCourse,
  onChooseAudience,
  onClose,
}: SearchProps) {
  const [search, setSearch] = useState<Search>();
  useEffect(() => {
    let ended = false;
    void import('./search.ts')
      .then(({ createSearch }) => createSearch(course.id))
      .then((created) => ended || setSearch(() => created));
    return () => {
      ended = true;
    };
    // A course whose texts change becomes a new object.
  }, [course]);

  const showSection = (of: Course, ids: readonly string[]) => {
    onChooseCourse(of.id);
    if (ids.includes(section.peek()?.id ?? '')) return;
    browse(of.sections.find(({ id }) => ids.includes(id)));
  };
  const showObjective = async (of: Course, id: string) => {
    const objective = objectivesOf(of).find((each) => each.id === id);
    const sections = objective?.sections ?? [];
    showSection(of, sections);
    const audience = of.audiences.find(({ objectives }) => objectives.some((each) => each.id === id));
    // The objective may belong to an audience that isn't selected.
    if (audience) await onChooseAudience(audience.id, of);
    // All objectives are in the first fold, and those that were removed from the course in the last one.
    focusObjective(id, sections.length > 0 ? 'none' : objective ? 'first' : 'last');
  };
  /** Shows in the panel what it has of a result, so that the page stays. @returns whether it has it */
  const showInPanel = (of: NonNullable<CourseResult['of']>): boolean => {
    if (of.kind === 'section') showSection(of.course, [of.section.id]);
    else if (of.kind === 'objective') void showObjective(of.course, of.objective.id);
    else if (of.kind === 'note' && !of.note.quote && of.note.about.kind === 'objective')
      void showObjective(of.course, of.note.about.id);
    else return false;
    return true;
  };
  const open = (result: CourseResult, where: LinkDisposition) => {
    const { of } = result;
    if (!of) return onOpen(result.address, where);
    if (where === 'here') {
      if (showInPanel(of)) return undefined;
      onChooseCourse(of.course.id);
    }
    if (of.kind === 'note' && of.note.quote) return notes?.onOpen(of.note, where);
    return onOpen(result.address, where, 'resource' in of ? of.resource : undefined, of.course);
  };
  return <SearchField search={search} onOpen={open} onClose={onClose} />;
}
