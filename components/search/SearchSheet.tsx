import { useEffect, useState } from 'preact/hooks';
import type { Course } from '../../courses/course.ts';
import type { Noting } from '../notes/note.ts';
import type { LinkPlace, OnOpen } from '../ui/Link.tsx';
import { Find } from './Search.tsx';
import type { FoundHere } from './search.ts';

export interface SearchProps {
  /** The shown course: its things come first. */
  course: Course;
  noting: Noting | undefined;
  onOpen: OnOpen;
  onChooseCourse: (id: string) => void;
  onChooseAudience: (id: string, course?: Course) => Promise<unknown>;
  onClose: () => void;
}

type Search = (query: string, most: number) => FoundHere[];

/** How long the panel may take to show an objective that was looked for, in milliseconds. */
const PATIENCE = 3000;

/** Puts the focus on the box of an objective once the panel shows it. */
function focusObjective(id: string): void {
  const until = performance.now() + PATIENCE;
  const look = () => {
    const box = document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(id)}"]:not(:disabled)`);
    box?.scrollIntoView({ block: 'center' });
    box?.focus({ preventScroll: true });
    if (!box && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * The search in all courses, their notes and the handbook. The field is there first; what it looks in loads while the reader
 * begins to type.
 */
export function SearchSheet({
  course,
  noting,
  onOpen,
  onChooseCourse,
  onChooseAudience,
  onClose,
}: SearchProps) {
  const [search, setSearch] = useState<Search>();
  useEffect(() => {
    let ended = false;
    void import('./search.ts')
      .then(({ searchFrom }) => searchFrom(course.id))
      .then((found) => ended || setSearch(() => found));
    return () => {
      ended = true;
    };
    // Courses are made anew when their words change.
  }, [course]);

  const showObjective = async (of: Course, id: string) => {
    onChooseCourse(of.id);
    const audience = of.audiences.find(({ objectives }) => objectives.some((each) => each.id === id));
    // It may be another audience's.
    if (audience) await onChooseAudience(audience.id, of);
    focusObjective(id);
  };
  const open = (found: FoundHere, where: LinkPlace) => {
    const { of } = found;
    if (!of) return onOpen(found.address, where);
    const here = where === 'here';
    if (here) onChooseCourse(of.course.id);
    if (of.kind === 'note' && of.note.quote) return noting?.onOpen(of.note, where);
    if (of.kind === 'objective' && here) return void showObjective(of.course, of.objective.id);
    if (of.kind === 'note' && of.note.about.kind === 'objective' && here)
      return void showObjective(of.course, of.note.about.id);
    return onOpen(found.address, where, 'resource' in of ? of.resource : undefined, of.course);
  };
  return <Find find={search} onOpen={open} onClose={onClose} />;
}
