import { expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { askedFor, queryOf } from '../../../../components/hand-in/query.ts';

test('the page to print shows what it was asked for: a course or a section, with notes or without', () => {
  for (const course of builtInCourses)
    for (const section of [undefined, ...course.sections])
      for (const withNotes of [true, false]) {
        const asked = { course, section, withNotes };
        expect(askedFor(`?${queryOf(asked)}`, builtInCourses)).toEqual(asked);
      }
});

test.each([
  '',
  '?',
  '?course=',
  '?course=nothing',
  '?course=__proto__',
  '?section=introduction',
  '?course=community-learning-pathway&section=',
  '?course=community-learning-pathway&section=nothing',
  '?course=%E0%A4%A',
])('it shows nothing of what there is not: %s', (query) => {
  expect(askedFor(query, builtInCourses)).toBeUndefined();
});
