import { describe, expect, test } from 'vitest';
import { type Course, objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import { courseIn, coursePage, courseWith, GOALS } from '../../../fixtures/course-pages.ts';

const LINK = '<p><a href="https://example.org/">Elsewhere</a></p>';
const list = (...items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const objectives = (content: string) => objectivesOf(courseWith(content)).map(({ text }) => text);
const titles = (content: string) => courseWith(content).sections.map(({ title }) => title);

describe('objectives', () => {
  test.each(['h2', 'h3', 'h4', 'h5', 'h6'])('stand under a heading %s that names them', (tag) => {
    for (const name of [GOALS, 'Learning Goals', 'Desired outcomes', 'The goal of this page']) {
      expect(
        objectives(`<${tag}>${name}</${tag}>${list('Bake')}<${tag}>Links</${tag}>${LINK}`),
        name,
      ).toEqual(['Bake']);
    }
  });

  test('are not other items, prose, or a list of links', () => {
    expect(objectives(`<h2>Non-Goals</h2>${list('Fry')}${LINK}`)).toEqual([]);
    expect(objectives(`<h2>${GOALS}</h2><p>To bake.</p>${LINK}`)).toEqual([]);
    expect(
      objectives(`<h2>Goals</h2>${list('<a href="https://example.org/a">A goal elsewhere</a>')}`),
    ).toEqual([]);
  });

  test('may be numbered, in paragraphs, and have links that are resources as well', () => {
    const html =
      '<h2 id="goals">Goals</h2><ol><li><p>Earn the <a href="https://example.org/exam">certificate</a></p></li></ol>';
    const course = courseWith(html);
    expect(objectivesOf(course)).toEqual([
      { id: 'earn-the-certificate', text: 'Earn the certificate', sections: ['goals'] },
    ]);
    expect(resourcesOf(course).map(({ title }) => title)).toEqual(['certificate']);
  });

  test('in a section are served by it', () => {
    const section = (name: string) =>
      `<h2 id="${name}">${name}</h2><h3>${GOALS}</h3>${list(`Know ${name}`)}<h3>Links</h3>
      <p><a href="https://example.org/${name}">${name}, explained</a></p>`;
    const course = courseWith(['wheat', 'rye', 'oats'].map(section).join(''));
    expect(course.sections.map(({ id }) => id)).toEqual(['wheat', 'rye', 'oats']);
    expect(objectivesOf(course).map(({ text, sections }) => [text, ...sections])).toEqual([
      ['Know wheat', 'wheat'],
      ['Know rye', 'rye'],
      ['Know oats', 'oats'],
    ]);
  });

  test('are the items with a checkbox if no heading names objectives', () => {
    const box = '<input disabled="" type="checkbox">';
    expect(
      objectives(`<h2>Day 1</h2>${list(`${box} Wash your hands`, 'No task')}${list(`${box} Bake`)}`),
    ).toEqual(['Wash your hands', 'Bake']);
    expect(objectives(`<h2>Goals</h2>${list('Bake')}<h2>Day 1</h2>${list(`${box} Sweep`)}`)).toEqual([
      'Bake',
    ]);
  });

  test('are for separate audiences if a sentence introduces each list', () => {
    const html = `<h2>Outcomes</h2><p>By the end, new bakers will be able to:</p>${list('Bake')}
      <p>We expect their managers to</p>${list('Taste', 'Praise')}${LINK}`;
    expect(
      courseWith(html).audiences.map(({ id, title, objectives: { length } }) => [id, title, length]),
    ).toEqual([
      ['new-bakers', 'New bakers', 1],
      ['their-managers', 'Their managers', 2],
    ]);
  });

  test('are for everyone if a sentence introduces a single list, or more lists than a course can have audiences', () => {
    const led = (at: number) => `<p>Bakers of kind ${at} can:</p>${list(`Bake ${at}`)}`;
    expect(courseWith(`<h2>Goals</h2>${led(0)}${LINK}`).audiences.map(({ id }) => id)).toEqual(['everyone']);
    const many = Array.from({ length: 12 }, (_, at) => led(at)).join('');
    expect(courseWith(`<h2>Goals</h2>${many}${LINK}`).audiences).toMatchObject([
      { id: 'everyone', objectives: { length: 12 } },
    ]);
  });
});

describe('sections', () => {
  const heading = (level: number, name: string, after = LINK.replace('org/', `org/${name}`)) =>
    `<h${level} id="${name}">${name}</h${level}>${after}`;
  const all = (level: number, ...names: string[]) => names.map((name) => heading(level, name)).join('');

  test('are the headings of the shallowest level that has three', () => {
    expect(titles(heading(2, 'top', '') + all(3, 'a', 'b', 'c') + all(4, 'd', 'e', 'f', 'g'))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(titles(all(2, 'a', 'b', 'c') + all(3, 'd', 'e', 'f', 'g'))).toEqual(['a', 'b', 'c']);
  });

  test('include headings above that level with links, so that no link is lost', () => {
    expect(titles(heading(2, 'first') + heading(2, 'second', '') + all(3, 'a', 'b', 'c'))).toEqual([
      'first',
      'a',
      'b',
      'c',
    ]);
  });

  test('are fewer if there are fewer headings, and the whole page if there are none', () => {
    expect(titles(all(2, 'a', 'b'))).toEqual(['a', 'b']);
    expect(titles(`<h1>Bread</h1>${LINK}`)).toEqual(['Bread']);
  });

  test('are neither objectives nor outline, which don’t count among the three either', () => {
    const outline = `<h2>Course outline</h2>${list('About a', 'About b', 'About c')}`;
    const modules = ['a', 'b', 'c'].map((name) => heading(3, `About ${name}`)).join('');
    expect(titles(`<h2>${GOALS}</h2>${list('Bake')}${outline}<h2>Modules</h2>${modules}`)).toEqual([
      'About a',
      'About b',
      'About c',
    ]);
  });

  test('have the shorter titles of the outline if these mean the same, whatever the quotation marks', () => {
    const outline = `<h2>Outline</h2>${list("1. The baker's oven", 'Introduction', 'Nothing like it')}`;
    expect(
      titles(`${outline}<h2>Introduction Video</h2>${LINK}<h2>The baker’s oven</h2><h2>More</h2>`),
    ).toEqual(['Introduction', 'The baker’s oven', 'More']);
  });
});

test('a page read twice has the same ids, and moving a heading keeps all of them', () => {
  const idsOf = (course: Course) => [
    ...objectivesOf(course).map(({ id }) => id),
    ...course.sections.map(({ id }) => id),
    ...resourcesOf(course).map(({ id }) => id),
  ];
  const sections = ['a', 'b', 'c'].map(
    (name) =>
      `<h2 id="${name}">About ${name}</h2><p><a href="https://example.org/${name}">Page ${name}</a></p>`,
  );
  const ids = idsOf(courseWith(sections.join('')));
  expect(idsOf(courseWith(sections.toReversed().join(''))).sort()).toEqual(ids.sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(courseIn(coursePage('modules'))).toEqual(courseIn(coursePage('modules')));
});

test('a page with nothing to follow, or without content, is no course', () => {
  expect(
    courseIn('<div class="td-content"><h1>Only words</h1><h2 id="a">A</h2><p>None</p></div>'),
  ).toBeUndefined();
  expect(
    courseIn('<body class="td-404"><main><a href="https://example.org/">Elsewhere</a></main></body>'),
  ).toBeUndefined();
  expect(courseIn('')).toBeUndefined();
});
