import type { ProgressRecord } from '../../../progress/records.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
export const COURSE = 'community-learning-pathway';
const DAY = 24 * 60 * 60 * 1000;

export const stamp = (time: number) => ({ time, count: 0, device: 'f4c1e2a09b' });

/** `count` visits to 40 resources in turn, ten a day, the last of them today. */
export function visits(count: number): ProgressRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const time = NOW - Math.floor(at / 10) * DAY - (at % 10) * 1_234_567;
    const day = new Date(time).toISOString().slice(0, 10);
    return { key: [COURSE, 'visit', `resource-of-the-course-${at % 40}`, day], value: true, ...stamp(time) };
  });
}

/** `count` ticked objectives, with ids of `text` and a number. */
export function completions(count: number, text = 'objective-of-the-course'): ProgressRecord[] {
  return Array.from({ length: count }, (_, at) => ({
    key: [COURSE, 'completion', `${text}-${at}`],
    value: true,
    ...stamp(NOW - at * 1_234_567),
  }));
}

/** `count` visits in one course, each of another resource. */
export function manyRecords(count: number, value = true, time = 1): ProgressRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    key: ['a-course', 'visit', `a-resource-of-the-course-${index}`, '2026-11-23'],
    value,
    time: time + index,
    count: 0,
    device: 'b1946ac9-2492-4d23-a8d1-0b4c6a4d4f5e',
  }));
}
