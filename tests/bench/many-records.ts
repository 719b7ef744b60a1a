import { builtInCourses } from '../../assets/courses/index.ts';
import { objectivesOf, resourcesOf } from '../../courses/course.ts';
import { dayOf, type ProgressRecord } from '../../progress/records.ts';

const [shown] = builtInCourses;
if (!shown) throw new Error('there is no course');
const objectives = objectivesOf(shown).map(({ id }) => id);
const resources = resourcesOf(shown).map(({ id }) => id);
const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 1);

/** Which courses records are of: the first is the one that the panel shows. */
export const courseId = (nth: number): string => (nth === 0 ? shown.id : `another-course-${nth}`);

/**
 * `count` records of one course, each with an id of its own, as a reader of one profile leaves them: every objective ticked,
 * and visits to all resources, day after day. Of two with one id that with the greater `round` is the later.
 */
export function recordsOf(course: string, count: number, round = 0): ProgressRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const visit = at - objectives.length;
    const day = Math.floor(visit / resources.length);
    // Not as regular as a clock: what is alike in every record would make a snapshot smaller than it is.
    const time = START + Math.max(0, day) * DAY + ((at * 7_919_317) % DAY);
    const key =
      visit < 0
        ? [course, 'completion', objectives[at]]
        : [course, 'visit', resources[visit % resources.length], dayOf(START + day * DAY)];
    return { key, value: true, time, count: round, device: 'b1946ac9-2492-4d23-a8d1-0b4c6a4d4f5e' };
  }) as ProgressRecord[];
}

/** `count` records of 20 courses (of 200 where they are 100,000), as many of each. */
export function recordsOfCourses(count: number, round = 0): ProgressRecord[] {
  const courses = Math.max(20, count / 500);
  return Array.from({ length: courses }, (_, nth) => recordsOf(courseId(nth), count / courses, round)).flat();
}
