import { describe, expect, test } from 'vitest';
import { resourcesOf, videosOf } from '../../../../courses/course.ts';
import { courseWith } from '../../../fixtures/course-pages.ts';

let count = 0;
/** A link to a page of its own. */
const a = (text: string) => `<a href="https://bread.example/${++count}">${text}</a>`;
const video = (id: string, text: string) =>
  `<a href="https://www.youtube.com/watch?v=${id}0000000000">${text}</a>`;
const titlesIn = (content: string) => resourcesOf(courseWith(content)).map(({ title }) => title);
const groupsIn = (content: string) => resourcesOf(courseWith(content)).map(({ group }) => group);

describe('a group', () => {
  test('has the title of its parent as well, where another group of the section has the same title', () => {
    const content = (first: string, second: string) => `<h2>Topics</h2>
<h3>Dough</h3><h4>${first}</h4><ul><li>${a('Flour')}</li></ul>
<h3>Oven</h3><h4>${second}</h4><ul><li>${a('Heat')}</li></ul>`;
    expect(groupsIn(content('Foundations', 'Foundations'))).toEqual([
      'Dough: Foundations',
      'Oven: Foundations',
    ]);
    expect(groupsIn(content('Foundations', 'Mastery'))).toEqual(['Foundations', 'Mastery']);
  });

  test('has as many parents as it needs, and none if they have the same titles, too', () => {
    const level = (topic: string, kind: string) =>
      `<li>${topic}<ul><li>${kind}<ul><li>Basics<ul><li>${a(`Loaf ${kind}`)}</li></ul></li></ul></li></ul></li>`;
    expect(
      groupsIn(
        `<h2>Bread</h2><ul>${level('Rye', 'Theory')}${level('Wheat', 'Theory')}${level('Wheat', 'Practice')}</ul>`,
      ),
    ).toEqual(['Rye: Theory: Basics', 'Wheat: Theory: Basics', 'Practice: Basics']);
    const same = `<h3>Dough</h3><ul><li>${a('One')}</li></ul><h3>Dough</h3><ul><li>${a('Two')}</li></ul>`;
    expect(groupsIn(`<h2>Bread</h2>${same}`)).toEqual(['Dough', 'Dough']);
  });

  test('isn’t called by what only asks to unfold it', () => {
    const details = (summary: string) =>
      `<h2>Bread</h2><h3>Kinds</h3><details><summary>${summary}</summary><ul><li>${a('Rye')}</li></ul></details>`;
    for (const summary of ['Click here to see all kinds', 'Expand', 'Show more…', 'View the full list'])
      expect(groupsIn(details(summary)), summary).toEqual(['Kinds']);
    expect(
      groupsIn(
        `<h2>Bread</h2><details><summary>Sour breads</summary><ul><li>${a('Rye')}</li></ul></details>`,
      ),
    ).toEqual(['Sour breads']);
  });
});

describe('a title', () => {
  test('that only says of what kind the resource is follows what it is of', () => {
    expect(
      titlesIn(`<h2>Baking</h2><ul>
<li>Ovens: ${a('Transcript')} - ${a('Slides')}</li><li>Dough: ${a('Transcript')} | ${a('Google doc')}</li>
<li>Salt (${a('Watch the recording')})</li></ul>`),
    ).toEqual([
      'Ovens: Transcript',
      'Ovens: Slides',
      'Dough: Transcript',
      'Dough: Google doc',
      'Salt: Watch the recording',
    ]);
  });

  test('in a table follows the first cell of its row', () => {
    const row = (name: string) => `<tr><td>${name}</td><td>${a('Slides')}</td><td>${a('Quiz')}</td></tr>`;
    expect(titlesIn(`<h2>Baking</h2><table>${row('Ovens')}${row('Dough')}</table>`)).toEqual([
      'Ovens: Slides',
      'Ovens: Quiz',
      'Dough: Slides',
      'Dough: Quiz',
    ]);
  });

  test('that several resources of a section have follows the title of their group', () => {
    const part = (name: string) => `<h3>${name}</h3><ul><li>${a('Read all about it')}</li></ul>`;
    expect(titlesIn(`<h2>Baking</h2>${part('Ovens')}${part('Dough')}`)).toEqual([
      'Ovens: Read all about it',
      'Dough: Read all about it',
    ]);
  });

  test('of a video that is still the same has a number', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const items = ids.map((id) => `<li>${video(id, 'A day in the bakery')}</li>`).join('');
    expect(videosOf(courseWith(`<h2>Baking</h2><ul>${items}</ul>`)).map(({ title }) => title)).toEqual([
      'A day in the bakery',
      'A day in the bakery (2)',
      'A day in the bakery (3)',
      'A day in the bakery (4)',
    ]);
  });

  test('that only says of what kind the resource is follows its section, if nothing else says what it is of', () => {
    expect(
      titlesIn(
        `<h2>Ovens</h2><ul><li>${a('Slides')}</li></ul><h2>Dough</h2><ul><li>${a('Slides')}</li></ul>`,
      ),
    ).toEqual(['Ovens: Slides', 'Dough: Slides']);
  });

  test('that is a date follows the name before it', () => {
    expect(
      titlesIn(`<h2>Baking</h2><ul><li>Rye class: ${a('2024-05-01')}, ${a('2024-06-01')}</li></ul>`),
    ).toEqual(['Rye class: 2024-05-01', 'Rye class: 2024-06-01']);
  });

  test('doesn’t follow the beginning of a sentence that goes on in the link', () => {
    expect(
      titlesIn(`<h2>Baking</h2><p>Even as a ${a('small bakery')}.</p><p>Even as a ${a('small bakery')}.</p>`),
    ).toEqual(['small bakery', 'small bakery']);
  });

  test('that says enough stays as it is', () => {
    expect(
      titlesIn(
        `<h2>Baking</h2><ul><li>Before you begin: ${a('How ovens work')}</li><li>${a('Course on salt')}</li></ul>`,
      ),
    ).toEqual(['How ovens work', 'Course on salt']);
  });
});

test('slides that a page embeds are resources', () => {
  const deck = 'https://docs.google.com/presentation/d/e/2PACX-1vQ/embed';
  const { sections } = courseWith(
    `<h2>Baking</h2><p>${a('Flour')}</p><iframe src="${deck}" title="Ovens in pictures"></iframe><iframe src="https://maps.example/embed"></iframe>`,
  );
  expect(sections.flatMap(({ resources }) => resources).slice(1)).toMatchObject([
    { title: 'Ovens in pictures', address: deck },
  ]);
});

test('a page without objectives, outline or headings is followed with all its links, in their order', () => {
  const course = courseWith(
    `<h1>Bread</h1><p>Begin with ${a('flour')} and go on to ${a('water')}.</p><ul><li>${a('Salt')}</li><li>Heat<ul><li>${a('Ovens')}</li></ul></li></ul>`,
  );
  expect(course.sections).toHaveLength(1);
  expect(resourcesOf(course).map(({ title }) => title)).toEqual(['flour', 'water', 'Salt', 'Ovens']);
  expect(course.audiences.flatMap(({ objectives }) => objectives)).toEqual([]);
});
