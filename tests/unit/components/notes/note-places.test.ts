import { expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { notePlaces } from '../../../../components/notes/note-places.ts';

const [course] = builtInCourses;
const audience = course?.audiences[0];
if (!course || !audience) throw new Error('no course');

test('a new note starts with the resource being read, else the first objective, as a kind and an id only', () => {
  const section = course.sections.find(({ resources }) => resources.length > 0);
  const resource = section?.resources[0];
  if (!section || !resource) throw new Error('no resource');
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
