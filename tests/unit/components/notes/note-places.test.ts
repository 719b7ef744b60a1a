import { expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { notePlaces } from '../../../../components/notes/note-places.ts';

const [course] = builtInCourses;
const audience = course?.audiences[0];
if (!course || !audience) throw new Error('there is no course');

test('a note begins with what is read, as it is kept: by its kind and id alone', () => {
  const section = course.sections.find(({ resources }) => resources.length > 0);
  const resource = section?.resources[0];
  if (!section || !resource) throw new Error('there is no resource');
  const match = { section, resource, reason: 'page' as const, address: resource.address };
  expect(notePlaces(course, audience, match as never, undefined).first).toEqual({
    kind: 'resource',
    id: resource.id,
  });
  expect(notePlaces(course, audience, undefined, undefined).first).toEqual({
    kind: 'objective',
    id: audience.objectives[0]?.id,
  });
});
