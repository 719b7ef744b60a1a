import { expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { changedWording, checkedWording } from '../../../catalog/page-wording.ts';
import { type Course, objectivesOf } from '../../../courses/course.ts';
import { linesOfPathway } from '../../fixtures/course-pages.ts';

const pathway = builtInCourses.find(({ id }) => id === 'community-learning-pathway') as Course;
const pageSaying = (lines: string[]): Course => ({
  ...pathway,
  audiences: [
    { id: 'all', title: 'All', objectives: lines.map((text, at) => ({ id: `o-${at}`, text, sections: [] })) },
  ],
});
const lines = linesOfPathway();
const texts = Object.fromEntries(objectivesOf(pathway).map(({ id }, at) => [id, lines[at] ?? '']));
const wording = { texts, language: 'en' };

test('the wording of the course page is stored once, with its language', async () => {
  expect(await changedWording(pathway, pageSaying(lines), 'en-GB', undefined)).toEqual(wording);
  expect(await changedWording(pathway, pageSaying(lines), '', undefined)).toEqual(wording);
  expect(await changedWording(pathway, pageSaying([...lines].reverse()), 'en', wording)).toBeUndefined();
  // Wording stored by an earlier version is stored again, with its language.
  expect(await changedWording(pathway, pageSaying(lines), 'en', { texts, language: undefined })).toEqual(
    wording,
  );
});

test('a page in another language, or without the course’s objectives, changes nothing', async () => {
  const changed = lines.map((line) => `${line} today`);
  expect(await changedWording(pathway, pageSaying(changed), 'en', wording)).toBeDefined();
  for (const language of ['ja', 'de-AT', 'constructor'])
    expect(await changedWording(pathway, pageSaying(changed), language, wording)).toBeUndefined();
  expect(await changedWording(pathway, pageSaying(changed), 'en', { texts, language: 'fr' })).toBeUndefined();
  expect(
    await changedWording(pathway, pageSaying(['Brew tea', 'パンを焼く']), 'en', wording),
  ).toBeUndefined();
});

test('only the correct part of wording from an earlier version is used, and newer wording as it is', async () => {
  const [first = '', second = ''] = objectivesOf(pathway).map(({ id }) => id);
  const swapped = { ...texts, [first]: texts[second] ?? '', [second]: texts[first] ?? '' };
  const { [first]: _, [second]: __, ...right } = texts;
  expect(await checkedWording(pathway, { texts: swapped, language: undefined })).toEqual(right);
  expect(await checkedWording(pathway, { texts: swapped, language: 'en' })).toEqual(swapped);
});
