import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { type Course, objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import { CourseSchema } from '../../../../courses/pack.ts';
import { applyPackUpdate, findImportConflict } from '../../../../courses/updates/apply-pack-update.ts';
import { changesOf } from '../../../../courses/updates/changes.ts';
import { matchByIds } from '../../../../courses/updates/matching.ts';
import { courseOf } from '../../../fixtures/courses.ts';
import { anyCourse } from '../any-course.ts';
import { anyEdits, edited } from './any-edit.ts';

const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);
const all = (course: Course) => [
  ...idsOf([...objectivesOf(course), ...(course.earlier?.objectives ?? [])]).map((id) => `objective ${id}`),
  ...idsOf([...resourcesOf(course), ...(course.earlier?.resources ?? [])]).map((id) => `resource ${id}`),
];

describe('a later pack of a course', () => {
  const versions = fc
    .tuple(anyCourse, anyEdits)
    .map(([kept, edits]) => ({ kept, pack: edited(kept, edits) }));

  test('replaces it, and saves removed items under “earlier”', () => {
    fc.assert(
      fc.property(versions, ({ kept, pack }) => {
        const after = applyPackUpdate(kept, pack);
        const { earlier, ...rest } = after;
        expect(rest).toEqual(pack);
        expect(v.parse(CourseSchema, after)).toEqual(after);
        expect(all(after)).toEqual(expect.arrayContaining(all(kept)));
        expect(applyPackUpdate(after, pack)).toEqual(after);
        expect(applyPackUpdate(kept, kept)).toEqual(kept);
      }),
      { numRuns: 500 },
    );
  });

  test('is compared by ids, because its author keeps them', () => {
    const kept = courseOf('a', 'https://example.org/', [
      { address: 'https://example.org/a', title: 'Flour' },
    ]);
    const pack = courseOf('a', 'https://example.org/', [
      { address: 'https://example.org/b', title: 'Meal' },
      { id: 'other', address: 'https://example.org/a', title: 'Flour' },
    ]);
    expect(changesOf(kept, pack, matchByIds)).toEqual([
      {
        what: 'resource',
        how: 'moved',
        id: 'a-0',
        title: 'Meal',
        to: 'address',
        before: 'https://example.org/a',
        after: 'https://example.org/b',
      },
      { what: 'resource', how: 'reworded', id: 'a-0', title: 'Meal', before: 'Flour' },
      { what: 'resource', how: 'new', id: 'other', title: 'Flour' },
    ]);
  });
});

describe('a pack to be imported', () => {
  const [pathway] = builtInCourses as [Course];
  const other = courseOf('bakery', 'https://handbook.gitlab.com/handbook/bakery/', []);

  test('is new if no course has its id', () => {
    expect(findImportConflict({ ...pathway, id: 'mine' }, builtInCourses, [other])).toEqual({ is: 'new' });
  });

  test('is an update of the course with its id and its page', () => {
    expect(findImportConflict({ ...other, title: 'Baking' }, builtInCourses, [other])).toEqual({
      is: 'update',
      of: other,
    });
  });

  test('conflicts if its id is that of another page’s course, or of a built-in one', () => {
    const stranger = { ...other, address: pathway.address };
    expect(findImportConflict(stranger, builtInCourses, [other])).toEqual({ is: 'taken', of: other });
    expect(findImportConflict({ ...other, id: pathway.id }, builtInCourses, [])).toEqual({
      is: 'taken',
      of: pathway,
    });
    expect(findImportConflict(structuredClone(pathway), builtInCourses, [])).toEqual({
      is: 'builtIn',
      of: pathway,
    });
  });
});
