import { expect, test } from 'vitest';
import { readsAsCourse } from '../../../../courses/page/reads-as-course.ts';
import { courseWith } from '../../../fixtures/course-pages.ts';

const LINK = '<p><a href="https://example.org/">Elsewhere</a></p>';

test('a page is offered as a course if its title speaks of learning and there is something to follow', () => {
  const reads = (title: string, links: number) =>
    readsAsCourse(
      courseWith(
        `<h1>${title}</h1>${Array.from({ length: links }, (_, at) => LINK.replace('org/', `org/${at}`)).join('')}`,
      ),
      'en',
    );
  for (const title of ['Baker Onboarding', 'Crash Course', 'Learning Path', 'Oven Training']) {
    expect(reads(title, 5), title).toBe(true);
  }
  expect(reads('Engineering', 50)).toBe(false);
  expect(reads('Of course', 1)).toBe(false);
});
