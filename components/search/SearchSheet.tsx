import { useEffect, useState } from 'preact/hooks';
import { type Course, objectivesOf } from '../../courses/course.ts';
import type { LinkDisposition } from '../../platform/open-link.ts';
import type { CourseNotes } from '../notes/note.ts';
import { browse, pageAddress, section } from '../state/current.ts';
import type { OnOpen } from '../ui/Link.tsx';
import { SearchField } from './SearchField.tsx';
import type { CourseResult, Search } from './search.ts';

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
      .then(({ createSearch }) => createSearch(course, pageAddress.peek()))
      .then((created) => ended || setSearch(created));
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
