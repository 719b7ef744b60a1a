import { describe, expect, test } from 'vitest';
import { objectivesOf } from '../../../../courses/course.ts';
import { courseWith } from '../../../fixtures/course-pages.ts';

const LINK = '<p><a href="https://example.org/">Elsewhere</a></p>';
const list = (...items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const BOX = '<input disabled="" type="checkbox">';
const page = (title: string, content: string) =>
  courseWith(`<h1>${title}</h1>${content}<h2 id="end">End</h2>${LINK}`);
const textsOn = (title: string, content: string) =>
  objectivesOf(page(title, content)).map(({ text }) => text);
const ITEMS = list('Fold the dough', 'Light the oven');
const under = (heading: string) => `<h2>${heading}</h2>${ITEMS}`;

describe('no objective is', () => {
  test.each([
    [
      'an item below a sentence in bold',
      'Baker onboarding',
      `<p><strong>Choose the page of your trade. It has everything else, including learning objectives and hours.</strong></p>
       ${list('Bakers: <a href="https://example.org/b">the page of bakers</a>', 'Millers: the mill')}`,
    ],
    [
      'a labelled link',
      'Baker onboarding',
      `<h2>Learning objectives</h2>${list('Bakers: <a href="https://example.org/b">Page of bakers</a>', 'Millers – <a href="https://example.org/m">Page of millers</a>')}`,
    ],
    ['a numbered step', 'Baker training', under('Step 1 - Define your bread goals')],
    ['a phase', 'Baker training', under('Phase II: Objectives')],
    ['an activity in a workshop', 'Baker training', under('Goal and vision warm-up')],
    ['an activity with its minutes', 'Baker training', under('Goals (10 minutes)')],
    ['a question about goals', 'Baker training', under('Goal-related questions')],
    [
      'a question below the right heading',
      'Baker training',
      `<h2>Objectives</h2>${list('What do you bake?', 'For whom?')}`,
    ],
    ['something to do with outcomes', 'Baker training', under('share workshop outcomes')],
    ['how to set goals', 'Baker training', under('Setting goals')],
    ['a template of outcomes', 'Baker training', under('Workshop outcome message example')],
    ['the goals of the team', 'The oven team', under('Goals')],
    ['the goals of our bakery', 'Baker training', under('Our goals')],
    ['the goals of a program', 'Bread education', under('Program goals')],
    ['the goals of a project', 'Baker training', under('Goals of the oven project')],
    ['a goal with its opposite', 'A new oven', `${under('Goals')}<h2>Non-goals</h2>${list('Cakes')}`],
    ['a key result', 'Baker training', under('Objectives and key results')],
    ['a level of service', 'Baker training', under('Service level objectives')],
    ['the aim of a quarter', 'Baker training', under('Q3 goals')],
    ['a whole page about the goals of others', 'Objectives & Key Results (OKRs)', list('Bake more')],
    ['the goals of a mission', 'Baking bread', under('Mission & objectives')],
    ['what success is measured by', 'Baking bread', under('Goals and success metrics')],
    ['a question whose answer they are', 'Baking bread', under('What are the objectives of the trial?')],
    [
      'a statement about them',
      'Baking bread',
      under('Reviews of an oven must focus on its desired outcomes'),
    ],
    ['below a sentence as a heading', 'Baker training', under('We review our goals. Then we bake.')],
  ])('%s', (_, title, content) => {
    expect(textsOn(title, content)).toEqual([]);
  });
});

describe('an objective is found', () => {
  test.each([
    [
      'in each of the subheadings',
      '<h2>2 Objectives</h2><h3>Know your flour</h3><blockquote>It is ground.</blockquote><h3>Know your oven</h3><p>It is hot.</p>',
      ['Know your flour', 'Know your oven'],
    ],
    [
      'in subheadings with links, which are still read',
      '<h2>Objectives</h2><h3>Know rye</h3><p><a href="https://example.org/rye">Rye</a></p><h3>Know oats</h3><p>Oats.</p>',
      ['Know rye', 'Know oats'],
    ],
    ['under what you will learn', under('What you’ll learn'), ['Fold the dough', 'Light the oven']],
    ['under what bakers take away', under('Key takeaways'), ['Fold the dough', 'Light the oven']],
    ['under the goals of this module', under('Goals of this module'), ['Fold the dough', 'Light the oven']],
    [
      'after a sentence that promises it, without a heading',
      `<p>After this day you will be able to:</p>${ITEMS}`,
      ['Fold the dough', 'Light the oven'],
    ],
    [
      'with the topics that an item introduces',
      `<h2>Objectives</h2>${list(`Set the sails:${list('in a storm', 'in a calm')}`, 'Dress a stone')}`,
      ['Set the sails: in a storm, in a calm', 'Dress a stone'],
    ],
    [
      'in each long item below another, with what introduces it',
      `<h2>Objectives</h2>${list(`Explain how:${list('a stone oven keeps its heat through the whole night', 'a crust gets its colour, and why that takes steam')}`)}`,
      [
        'Explain how: a stone oven keeps its heat through the whole night',
        'Explain how: a crust gets its colour, and why that takes steam',
      ],
    ],
    [
      'in the items below one that only promises them',
      `<h2>Objectives</h2>${list(`Bakers will be able to:${ITEMS}`)}`,
      ['Fold the dough', 'Light the oven'],
    ],
    [
      'with the verb of the sentence that introduces topics',
      `<h2>Objectives</h2><p>You will be able to explain:</p>${list('Sourdough', 'Stone ovens')}`,
      ['Explain Sourdough', 'Explain Stone ovens'],
    ],
    [
      'without a verb that the page doesn’t have',
      `<h2>Objectives</h2><p>Topics:</p>${list('Sourdough', 'Stone ovens')}`,
      ['Sourdough', 'Stone ovens'],
    ],
    [
      'in a task, with what follows its comma',
      `<h2>Day 1</h2>${list(`${BOX} Order flour,${list('rye', 'wheat')}`, `${BOX} Wash your hands, then bake`)}`,
      ['Order flour: rye, wheat', 'Wash your hands, then bake'],
    ],
    [
      'in a task and in the tasks below it',
      `<h2>Day 1</h2>${list(`${BOX} Set up:${list(`${BOX} Light the oven`)}`)}`,
      ['Set up', 'Light the oven'],
    ],
    [
      'under a short title in bold',
      `<p><strong>Learning objectives</strong></p>${ITEMS}`,
      ['Fold the dough', 'Light the oven'],
    ],
  ])('%s', (_, content, texts) => {
    expect(textsOn('Baking bread', content)).toEqual(texts);
  });

  test('in the list of its heading, not in those of the headings below it', () => {
    const content = `${under('Objectives')}<h3>What to know before</h3>${list('Where the oven is')}`;
    expect(textsOn('Baking bread', content)).toEqual(['Fold the dough', 'Light the oven']);
  });

  test('on the page of a team if a sentence promises it to learners', () => {
    const lead = '<p>New members will be able to:</p>';
    expect(textsOn('The oven team', `<h2>Goals</h2>${lead}${ITEMS}`)).toEqual([
      'Fold the dough',
      'Light the oven',
    ]);
  });

  test.each([
    [
      ['rye', 'oats'],
      [['objectives'], ['objectives']],
    ],
    [
      ['rye', 'oats', 'spelt'],
      [['rye'], ['oats'], ['spelt']],
    ],
  ])('in subheadings with links: %j are served by their sections', (names, sections) => {
    const below = names.map(
      (name) =>
        `<h3 id="${name}">Know ${name}</h3><p><a href="https://example.org/${name}">About ${name}</a></p>`,
    );
    const course = page('Baking bread', `<h2>Objectives</h2>${below.join('')}`);
    expect(objectivesOf(course).map((each) => each.sections)).toEqual(sections);
  });
});
