import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { LibraryCourse } from '../../../catalog/library.ts';
import type { Course } from '../../../courses/course.ts';
import { japanese } from '../../../courses/page/languages/ja.ts';
import { courseIn, coursePage } from '../../fixtures/course-pages.ts';

vi.mock('#i18n', async () => ({ i18n: await import('../../texts.ts') }));
const { pageUpdateOf } = await import('../../../catalog/followed-courses.ts');

const read = (html: string) => courseIn(html, { language: japanese }) as Course;
const page = coursePage('japanese', 'ja');
const record = {
  id: 'x',
  source: 'followed',
  archived: false,
  removed: false,
  pack: read(page),
} as unknown as LibraryCourse;

test('a course that was followed on a translation isn’t changed by the original page', async () => {
  const original = courseIn(coursePage('german', 'en')) as Course;
  expect(await pageUpdateOf(record, { course: original, lines: [] })).toBeUndefined();
  const edited = read(page.replace('粉と水</h2>', '粉と塩</h2>'));
  expect(await pageUpdateOf(record, { course: edited, lines: [] })).toBeDefined();
});
