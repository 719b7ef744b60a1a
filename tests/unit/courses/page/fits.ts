import * as v from 'valibot';
import { expect } from 'vitest';
import { type Course, resourcesOf } from '../../../../courses/course.ts';
import { UNSEEN } from '../../../../courses/limits.ts';
import { CourseSchema } from '../../../../courses/pack.ts';

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Expects that what was read of a page, if anything, fits the schema, and names no address twice. */
export function fits(course: Course | undefined): void {
  if (!course) return;
  expect(v.parse(CourseSchema, course)).toEqual(course);
  const all = stringsIn(course);
  expect(all.filter((each) => UNSEEN.test(each) || !each.isWellFormed())).toEqual([]);
  const addresses = resourcesOf(course).map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
}
