import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../../assets/courses/index.ts';
import { keyWords } from '../../../../assets/courses/key-words/index.ts';
import { type Course, objectivesOf } from '../../../../courses/course.ts';
import { recognizedWording, verifiedWording } from '../../../../courses/updates/page-wording.ts';
import { sentenceOf } from '../../../../courses/updates/rewording.ts';
import { linesOfPathway } from '../../../fixtures/course-pages.ts';

const pathway = builtInCourses.find(({ id }) => id === 'community-learning-pathway') as Course;
const english = (await keyWords.en?.()) ?? {};
const keys = english[pathway.id] ?? {};
const ids = objectivesOf(pathway).map(({ id }) => id);
const lines = linesOfPathway();
const wording = Object.fromEntries(ids.map((id, at) => [id, lines[at] ?? '']));

/** The pathway as its page would say it: with other ids, and all objectives in one list. */
const pageSaying = (...texts: string[]): Course => ({
  ...pathway,
  audiences: [
    { id: 'all', title: 'All', objectives: texts.map((text, at) => ({ id: `o-${at}`, text, sections: [] })) },
  ],
});
const read = (texts: string[], before = {}) => recognizedWording(pathway, pageSaying(...texts), keys, before);
const replaced = (from: string, to: string) => lines.map((line) => (line === from ? to : line));
const [value = '', practices = '', programs = '', collaboration = ''] = lines;

describe('the objectives of a built-in course on its own page', () => {
  test('have the wording of the page, in any order', () => {
    expect(lines).toHaveLength(9);
    expect(read(lines)).toEqual(wording);
    expect(read([...lines].reverse())).toEqual(wording);
    expect(read([value, programs, practices, ...lines.slice(3)])).toEqual(wording);
  });

  test('have the wording of the page also if it has more or fewer objectives than the course', () => {
    const { 'team-practices': _, ...others } = wording;
    expect(read(lines.filter((line) => line !== practices))).toEqual(others);
    expect(read(['Brew tea for a friend', ...lines])).toEqual(wording);
  });

  test('never have the wording of one that replaced another', () => {
    const { 'team-practices': _, ...others } = wording;
    const other = 'Interact by the best practices of the kitchen';
    expect(read(replaced(practices, other))).toEqual(others);
    expect(read(replaced(practices, other), wording)).toEqual(others);
  });

  test('follow slight changes of their wording on the page, again and again', () => {
    let before = read(lines);
    const versions = [
      'Interact, by the best practices of the community, well',
      'Best practices: interact well',
    ];
    for (const text of versions) {
      before = read(replaced(practices, text), before);
      expect(before['team-practices']).toBe(text);
    }
    // By its key words alone the last one would not be known.
    expect(read(replaced(practices, versions[1] ?? ''))['team-practices']).toBeUndefined();
  });

  test('have no wording of a page without these objectives', () => {
    expect(read([])).toEqual({});
    expect(read(['コミュニティの価値を理解する', 'Understand', 'Brew tea'])).toEqual({});
  });

  test('with the same wording are matched by position', () => {
    const twice = { 'team-value': 'Knead bread by hand', 'community-contacts': 'Knead bread by hand' };
    expect(read(['Knead bread by hand.', ...lines.slice(1, 8), 'Knead bread by hand!'], twice)).toMatchObject(
      {
        'team-value': 'Knead bread by hand.',
        'community-contacts': 'Knead bread by hand!',
      },
    );
  });
});

describe('wording that an earlier version paired by position', () => {
  test('stays if it is right', () => {
    expect(verifiedWording(pathway, wording, keys)).toEqual(wording);
  });

  test('is dropped if it belongs to another objective, or to none', () => {
    const swapped = { ...wording, 'team-practices': programs, 'team-programs': practices };
    const { 'team-practices': _, 'team-programs': __, ...right } = wording;
    expect(verifiedWording(pathway, swapped, keys)).toEqual(right);
    expect(
      verifiedWording(pathway, { ...swapped, 'team-collaboration': 'Brew tea', gone: value }, keys),
    ).toEqual(Object.fromEntries(Object.entries(right).filter(([, text]) => text !== collaboration)));
  });
});

describe.each(Object.entries(english))('the key words of %s', (id, ofCourse) => {
  const course = builtInCourses.find((each) => each.id === id);

  test('are those of its objectives, and single words', () => {
    const known = objectivesOf(course ?? pathway).map((each) => each.id);
    expect(known).toEqual(expect.arrayContaining(Object.keys(ofCourse)));
    for (const words of Object.values(ofCourse)) {
      expect(words).toEqual([...new Set(words)].sort());
      for (const word of words) expect(word).toMatch(/^[a-z]+$/);
    }
  });

  test('distinguish each objective from all others', () => {
    const telling = Object.values(ofCourse).map((words) =>
      [...sentenceOf(words.join(' ')).telling].sort().join(' '),
    );
    expect(telling).not.toContain('');
    expect(new Set(telling).size).toBe(telling.length);
  });
});
