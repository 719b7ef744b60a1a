import { describe, expect, test } from 'vitest';
import { english } from '../../../../courses/page/languages/en.ts';
import { languageOf } from '../../../../courses/page/languages/index.ts';
import { readsAsCourse, speaksOfLearning } from '../../../../courses/page/reads-as-course.ts';
import { courseWith } from '../../../fixtures/course-pages.ts';
import { COURSES, NO_COURSES } from '../../../fixtures/learning-titles.ts';

const link = (path: string, title: string) => `<p><a href="https://example.org/${path}">${title}</a></p>`;
/** Links that say nothing of learning. */
const plainLinks = (count: number) =>
  Array.from({ length: count }, (_, at) => link(`${at}`, 'Elsewhere')).join('');
/** Links to material to learn from. */
const trainingLinks = (count: number) =>
  Array.from({ length: count }, (_, at) => link(`${at}`, `Course ${at} on bread`)).join('');
const reads = (title: string, content: string, language = english) =>
  readsAsCourse(courseWith(`<h1>${title.replaceAll('&', '&amp;')}</h1>${content}`), language);

test('a page is offered as a course if its title speaks of learning and there is something to follow', () => {
  for (const title of ['Baker Onboarding', 'Crash Course', 'Learning Path', 'Oven Training']) {
    expect(reads(title, plainLinks(5)), title).toBe(true);
  }
  expect(reads('Engineering', plainLinks(50))).toBe(false);
  expect(reads('Crash Course', plainLinks(1))).toBe(false);
});

describe.each(['en', 'ja'] as const)('of the real titles in %s', async (tag) => {
  const language = await languageOf(tag);

  test.each(COURSES[tag])('“%s” is offered', (title) => {
    expect(speaksOfLearning(title, language)).toBe(true);
    expect(reads(title, plainLinks(3) + trainingLinks(5), language)).toBe(true);
  });

  test.each(NO_COURSES[tag])('“%s” is not', (title) => {
    expect(reads(title, plainLinks(8), language)).toBe(false);
  });
});

describe('a title that may be about teaching others', () => {
  const TITLES = ['Bread Tasting Workshop', 'Baker Enablement', 'Bakery Education', 'Bread Seminar'];
  const GOALS =
    '<h2 id="g">Learning Objectives</h2><ul><li>Smell rye</li><li>Cut a loaf</li><li>Name a crust</li></ul>';

  test.each(TITLES)('“%s” is offered if most of its links lead to training', (title) => {
    expect(speaksOfLearning(title, english)).toBe(true);
    expect(reads(title, trainingLinks(5) + plainLinks(3))).toBe(true);
    expect(reads(title, trainingLinks(3) + plainLinks(40))).toBe(false);
  });

  test.each(TITLES)('“%s” is offered if it says what one learns', (title) => {
    expect(reads(title, plainLinks(3))).toBe(false);
    expect(reads(title, GOALS + plainLinks(3))).toBe(true);
  });
});
