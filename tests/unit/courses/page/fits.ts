import assert from 'node:assert/strict';
import * as v from 'valibot';
import { type Course, resourcesOf } from '../../../../courses/course.ts';
import { CourseSchema } from '../../../../courses/pack.ts';
import { hasInvisible } from '../../../../text/invisible.ts';

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Asserts that a course is as its schema says, and nothing in it is unseen. */
export function fitsSchema(course: Course): void {
  assert.deepEqual(v.parse(CourseSchema, course), course);
  assert.deepEqual(stringsIn(course).filter(hasInvisible), []);
}

/** Asserts that what was read of a page, if anything, fits the schema, and names no address twice. */
export function fits(course: Course | undefined): void {
  if (!course) return;
  fitsSchema(course);
  assert.ok(stringsIn(course).every((each) => each.isWellFormed()));
  const addresses = resourcesOf(course).map(({ address }) => address);
  assert.equal(new Set(addresses).size, addresses.length);
}
