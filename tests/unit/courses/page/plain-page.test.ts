import { expect, test } from 'vitest';
import { addressOf } from '../../../../sites/index.ts';
import { otherHandbooks } from '../../../../sites/other-handbooks.ts';
import { courseIn } from '../../../fixtures/course-pages.ts';
import { GUIDE, GUIDE_PAGES } from '../../../fixtures/plain-pages.ts';

test('a page of any generator is read as a course, by its main element and its headings', () => {
  const root = `https://guild.example${GUIDE}`;
  const course = courseIn(GUIDE_PAGES[GUIDE] ?? '', {
    address: root,
    addressOf: (url) => addressOf(url) ?? otherHandbooks([root]).addressOf(url),
  });
  expect(course?.title).toBe('Training for apprentices');
  expect(
    course?.sections.map(({ title, resources }) => [title, resources.map(({ address }) => address)]),
  ).toEqual([
    ['Dough', [`${root}kneading.html`, `${root}flour/`]],
    ['Heat', [`${root}oven/`, 'https://thermometers.example/bread']],
  ]);
  expect(course?.audiences.flatMap(({ objectives }) => objectives)).toHaveLength(3);
});
