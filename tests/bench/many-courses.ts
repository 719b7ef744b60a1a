import { builtInCourses } from '../../assets/courses/index.ts';
import type { Course } from '../../courses/course.ts';
import { writePack } from '../../courses/pack-file.ts';
import type { ProgressRecord } from '../../progress/records.ts';
import type { Place } from './places.ts';

const largest = builtInCourses.at(-1);
if (!largest) throw new Error('There is no course');

/** A page that only the last of the imported courses has. */
export const KEPT: Place = {
  name: 'page of a kept course',
  url: 'https://handbook.gitlab.com/handbook/engineering/',
  section: 'What only the kept course has',
};

const idOf = (nth: number) => `kept-course-${nth}`;

/** A course as large as the largest built-in one, with pages that no other course has. */
function courseOf(nth: number): Course {
  const text = JSON.stringify(largest).replaceAll('.com/handbook/', `.com/handbook/kept-${nth}/`);
  const course: Course = { ...JSON.parse(text), id: idOf(nth) };
  const [first, ...rest] = course.sections;
  if (nth > 0 || !first) return course;
  const resource = { id: 'kept', title: 'Kept', address: KEPT.url };
  return {
    ...course,
    sections: [{ ...first, title: KEPT.section, resources: [resource, ...first.resources] }, ...rest],
  };
}

/** The records of `count` imported courses. The first is the current one. */
export function keptCourses(count: number): ProgressRecord[] {
  const stamp = { time: Date.UTC(2026, 0, 1), count: 0, device: 'b1946ac9-2492-4d23-a8d1-0b4c6a4d4f5e' };
  return [
    { key: ['', 'setting', 'course'], value: idOf(0), ...stamp },
    ...Array.from({ length: count }, (_, nth) => courseOf(nth)).flatMap((course, nth): ProgressRecord[] => {
      const { id, title, address } = course;
      const value = {
        source: 'imported',
        address,
        title,
        archived: false,
        removed: false,
        place: 10 + nth,
      } as const;
      return [
        { key: ['', 'course', id], value, ...stamp },
        { key: ['*', 'pack', id], value: writePack(course), ...stamp },
      ];
    }),
  ];
}
