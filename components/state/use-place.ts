import { useEffect, useRef, useState } from 'preact/hooks';
import { knownCourses, learnCourses, matchPage } from '../../catalog/course-index.ts';
import { currentCourse } from '../../catalog/current-course.ts';
import type { Course } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { onChange, under } from '../../progress/changes.ts';
import { pageOf } from '../../sites/address.ts';
import { useLive } from './use-live.ts';
import { useOpened } from './use-opened.ts';
import type { ShownPage } from './use-shown-page.ts';

/** Where the reader is: in which course, and where in it. */
export interface CoursePlace {
  course: Course;
  match: Match | undefined;
  /** The other courses that the page is part of. */
  others: Course[];
  /** Whether the course is the one to be shown; before that it may be another in a moment. */
  settled: boolean;
  /** The reader has not yet done anything in any course. */
  unused: boolean;
  /** Shows another course, on this page too. */
  choose(course: string): void;
  /** Takes a page elsewhere, just opened in the shown tab, for the place. */
  setOpened(address: string): void;
}

const CURRENT = {
  key: '',
  read: async () => ({ id: await currentCourse() }),
  when: under(['', 'setting']),
};

/** The course in which the reader did something last, if any; `null` before that is known. */
function useCurrentCourse(): string | null | undefined {
  const { found, failed } = useLive(CURRENT);
  return found || failed ? found?.id : null;
}

/**
 * Follows where in the courses the shown page is. A page of several courses is shown in the one that the reader is
 * busy with; a page of none leaves the panel where it was.
 */
export function usePlace(shown: ShownPage | undefined): CoursePlace {
  const [opened, setOpened] = useOpened(shown);
  const current = useCurrentCourse();
  const [learned, setLearned] = useState<readonly Course[]>();
  useEffect(() => {
    const learn = async (all?: boolean) => {
      await learnCourses(all);
      setLearned(knownCourses());
    };
    // Many courses would keep the panel from opening: the others follow when it is idle.
    void learn(false).then(() => requestIdleCallback(() => void learn(), { timeout: 2000 }));
    // Most changes are none of the courses: then nothing is read.
    return onChange(() => void learn());
  }, []);

  const last = useRef<string>(undefined);
  const page = shown?.address && pageOf(shown.address);
  const [chosen, setChosen] = useState<{ course: string; page: string | undefined }>();
  const here = chosen && chosen.page === page ? chosen.course : undefined;
  const matches = shown?.address
    ? matchPage(shown.address, shown.news, current ?? last.current)
    : opened
      ? [opened]
      : [];
  const match = here ? matches.find(({ course }) => course.id === here) : matches[0];
  const courses = knownCourses();
  const wanted = match?.course.id ?? here ?? last.current ?? current;
  const course = courses.find(({ id }) => id === wanted) ?? courses[0];
  if (!course) throw new Error('there is no course');
  if (match) last.current = match.course.id;

  return {
    course,
    match,
    others: matches.flatMap((other) => (other.course === course ? [] : other.course)),
    settled: matches.length === 1 || (current !== null && (!current || !!learned || course.id === current)),
    unused: current === undefined,
    choose(id) {
      last.current = id;
      setChosen({ course: id, page });
    },
    setOpened,
  };
}
