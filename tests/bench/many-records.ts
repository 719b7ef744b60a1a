import { builtInCourses } from '../../assets/courses/index.ts';
import { objectivesOf, resourcesOf } from '../../courses/course.ts';
import { dayOf, type ProgressRecord } from '../../progress/records.ts';

const [shown] = builtInCourses;
if (!shown) throw new Error('There is no course');
const objectives = objectivesOf(shown).map(({ id }) => id);
const resources = resourcesOf(shown).map(({ id }) => id);
const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 1);

/** The ids of courses in records. The panel shows the first one. */
export const courseId = (nth: number): string => (nth === 0 ? shown.id : `another-course-${nth}`);

/**
 * Makes `count` records of one course with different ids, as one reader's profile would have: every objective ticked,
 * and visits to all resources, day after day. Records of a later `round` replace those with the same id.
 */
export function recordsOf(course: string, count: number, round = 0): ProgressRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const visit = at - objectives.length;
    const day = Math.floor(visit / resources.length);
    // Irregular times, because a snapshot of equal values would compress too well.
    const time = START + Math.max(0, day) * DAY + ((at * 7_919_317) % DAY);
    const key =
      visit < 0
        ? [course, 'completion', objectives[at]]
        : [course, 'visit', resources[visit % resources.length], dayOf(START + day * DAY)];
    return { key, value: true, time, count: round, device: 'b1946ac9-2492-4d23-a8d1-0b4c6a4d4f5e' };
  }) as ProgressRecord[];
}

/** Makes `count` records, evenly for 20 courses, or 200 if `count` is 100,000. */
export function recordsOfCourses(count: number, round = 0): ProgressRecord[] {
  const courses = Math.max(20, count / 500);
  return Array.from({ length: courses }, (_, nth) => recordsOf(courseId(nth), count / courses, round)).flat();
}
