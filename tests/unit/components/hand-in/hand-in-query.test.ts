import { expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { readQuery, writeQuery } from '../../../../components/hand-in/hand-in-query.ts';

test('the query of the page to print reads back as it was written: a course or a section, with or without notes', () => {
  for (const course of builtInCourses)
    for (const section of [undefined, ...course.sections])
      for (const withNotes of [true, false]) {
        const asked = { course, section, withNotes };
        expect(readQuery(`?${writeQuery(asked)}`, builtInCourses)).toEqual(asked);
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
])('a query that names no course or section is refused: %s', (query) => {
  expect(readQuery(query, builtInCourses)).toBeUndefined();
});

test('the page to print has notes only if its query asks for them', () => {
  const notesWith = (more: string) =>
    readQuery(`?course=community-learning-pathway${more}`, builtInCourses)?.withNotes;
  expect(['', '&notes=', '&notes=0', '&notes=1'].map(notesWith)).toEqual([false, false, false, true]);
});
