import { describe, expect, test } from 'vitest';
import { type Course, objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import { applyPageUpdate } from '../../../../courses/updates/apply-page-update.ts';
import { changesOf } from '../../../../courses/updates/changes.ts';
import { courseWith } from '../../../fixtures/course-pages.ts';

const link = (path: string, title: string) =>
  `<li><a href="https://handbook.gitlab.com/handbook/bakery/${path}/">${title}</a></li>`;
const goals = (...all: string[]) =>
  `<h2 id="goals">Goals</h2><ul>${all.map((each) => `<li>${each}</li>`).join('')}</ul>`;
const section = (id: string, title: string, ...links: string[]) =>
  `<h2 id="${id}">${title}</h2><ul>${links.join('')}</ul>`;

const [KNEAD, TASTE] = ['Knead a dough by hand', 'Taste bread like a baker'];
const dough = section('dough', 'The dough', link('flour', 'Flour'), link('water', 'Water'));
const oven = section('oven', 'The oven', link('heat', 'Heat'));
const page = `<h1>Baking</h1>${goals(KNEAD, TASTE)}${dough}${oven}`;
const kept = courseWith(page);

const ids = (all: { id: string }[]) => all.map(({ id }) => id);
const changed = (from: string, to: string, before = page) => {
  expect(before).toContain(from);
  return courseWith(before.replace(from, to));
};

describe('a change of a course’s page', () => {
  test('is none if nothing changed', () => {
    expect(changesOf(kept, courseWith(page))).toEqual([]);
    expect(applyPageUpdate(kept, courseWith(page))).toEqual(kept);
  });

  test('that rewords an objective keeps its id', () => {
    const read = changed(KNEAD, 'Knead a good dough by hand');
    expect(changesOf(kept, read)).toEqual([
      {
        what: 'objective',
        how: 'reworded',
        id: 'knead-a-dough-by-hand',
        title: 'Knead a good dough by hand',
        before: KNEAD,
      },
    ]);
    expect(ids(objectivesOf(applyPageUpdate(kept, read)))).toEqual(ids(objectivesOf(kept)));
  });

  test('that adds an objective and a link shows both, and gives them new ids', () => {
    const read = courseWith(
      page
        .replace('<li>Taste', '<li>Sell rolls</li><li>Taste')
        .replace('</ul>', '</ul>')
        .replace(link('heat', 'Heat'), link('heat', 'Heat') + link('cellar/flour', 'Store flour')),
    );
    expect(changesOf(kept, read)).toEqual([
      { what: 'objective', how: 'new', id: 'sell-rolls', title: 'Sell rolls' },
      { what: 'resource', how: 'new', id: 'cellar-flour', title: 'Store flour' },
    ]);
    expect(ids(resourcesOf(applyPageUpdate(kept, read)))).toEqual(['flour', 'water', 'heat', 'cellar-flour']);
  });

  test('that renames a section with its anchor, and moves a link to another, keeps their ids', () => {
    const read = courseWith(
      `<h1>Baking</h1>${goals(KNEAD, TASTE)}${section('mixing', 'Mixing', link('flour', 'Flour'))}` +
        section('oven', 'The oven', link('heat', 'Heat'), link('water', 'Water')),
    );
    expect(changesOf(kept, read)).toEqual([
      { what: 'section', how: 'reworded', id: 'dough', title: 'Mixing', before: 'The dough' },
      {
        what: 'resource',
        how: 'moved',
        to: 'section',
        id: 'water',
        title: 'Water',
        before: 'The dough',
        after: 'The oven',
      },
    ]);
    const after = applyPageUpdate(kept, read);
    expect(after.sections.map(({ id, anchor, resources }) => [id, anchor, ids(resources)])).toEqual([
      ['dough', 'mixing', ['flour']],
      ['oven', 'oven', ['heat', 'water']],
    ]);
  });

  test('that follows a known move keeps the resource and its former address', () => {
    const at = (path: string) => `https://handbook.gitlab.com/handbook/bakery/${path}/`;
    const settled = structuredClone(kept);
    Object.assign(resourcesOf(settled)[0] ?? {}, {
      address: at('mill/meal'),
      formerly: [at('flour')],
      movedBy: 'redirect',
    });
    const read = changed(link('flour', 'Flour'), link('mill/meal', 'Flour'));
    expect(changesOf(settled, read)).toEqual([]);
    expect(resourcesOf(applyPageUpdate(settled, read))[0]).toEqual({
      id: 'flour',
      title: 'Flour',
      address: at('mill/meal'),
      formerly: [at('flour')],
    });
    // The page that still has the old link does not take the resource back to it.
    expect(changesOf(settled, kept)).toEqual([]);
    expect(resourcesOf(applyPageUpdate(settled, kept))[0]?.address).toBe(at('mill/meal'));
  });

  test('that gives a link of the same name another address is a move', () => {
    const read = changed(link('flour', 'Flour'), link('cellar/flour', 'Flour'));
    expect(changesOf(kept, read)).toMatchObject([
      { what: 'resource', how: 'moved', to: 'address', id: 'flour', before: resourcesOf(kept)[0]?.address },
    ]);
    expect(resourcesOf(applyPageUpdate(kept, read))[0]?.formerly).toEqual([resourcesOf(kept)[0]?.address]);
  });

  test('that uses the id of a removed item for something else gets another id for that', () => {
    const read = changed(link('flour', 'Flour'), link('shop/flour', 'Prices of the day'));
    const after = applyPageUpdate(kept, read);
    expect(ids(resourcesOf(read))).toContain('flour');
    expect(resourcesOf(after)[0]).toMatchObject({ id: 'flour-2', title: 'Prices of the day' });
    expect(after.earlier?.resources).toEqual([resourcesOf(kept)[0]]);
  });

  test('that removes something saves it under “earlier” with its id, until the page has it again', () => {
    const read = courseWith(`<h1>Baking</h1>${goals(TASTE)}${dough}`);
    expect(changesOf(kept, read)).toEqual([
      { what: 'objective', how: 'removed', id: 'knead-a-dough-by-hand', title: KNEAD },
      { what: 'section', how: 'removed', id: 'oven', title: 'The oven' },
      { what: 'resource', how: 'removed', id: 'heat', title: 'Heat' },
    ]);
    const without = applyPageUpdate(kept, read);
    expect(without.earlier).toEqual({
      objectives: [{ id: 'knead-a-dough-by-hand', text: KNEAD }],
      resources: [{ id: 'heat', title: 'Heat', address: resourcesOf(kept)[2]?.address }],
    });
    expect(changesOf(without, courseWith(page)).map(({ what, how, id }) => [what, how, id])).toEqual([
      ['objective', 'new', 'knead-a-dough-by-hand'],
      ['section', 'new', 'oven'],
      ['resource', 'new', 'heat'],
    ]);
    expect(applyPageUpdate(without, courseWith(page))).toEqual(kept);
  });

  test('of a video is shown with its address', () => {
    const frame = (title: string) =>
      `<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa" title="${title}"></iframe>`;
    const watched = courseWith(`${page}${frame('Heat it')}`);
    const address = 'https://www.youtube.com/watch?v=aaaaaaaaaaa';
    expect(changesOf(kept, watched)).toEqual([{ what: 'video', how: 'new', id: address, title: 'Heat it' }]);
    expect(changesOf(watched, kept)).toEqual([
      { what: 'video', how: 'removed', id: address, title: 'Heat it' },
    ]);
    expect(changesOf(watched, courseWith(`${page}${frame('Heat it well')}`))).toEqual([
      { what: 'video', how: 'reworded', id: address, title: 'Heat it well', before: 'Heat it' },
    ]);
  });

  test('keeps the translations of unchanged texts', () => {
    const translated: Course = {
      ...kept,
      translations: {
        ja: { objectives: { 'knead-a-dough-by-hand': 'こねる' }, resources: { flour: '小麦粉', heat: '熱' } },
      },
    };
    const read = courseWith(page.replace('>Flour<', '>White flour<').replace(oven, ''));
    expect(applyPageUpdate(translated, read).translations).toEqual({
      ja: { objectives: { 'knead-a-dough-by-hand': 'こねる' }, resources: { heat: '熱' } },
    });
  });
});

describe('an objective that is added to the page', () => {
  const FIRST = 'Review customer contracts before renewal with legal colleagues';
  const OTHER = 'Review customer contracts before renewal with legal advisers abroad';
  const before = courseWith(`<h1>Baking</h1>${goals(FIRST, TASTE)}${dough}`);

  test('does not get the tick of a removed one, even if both begin with the same words', () => {
    const read = courseWith(`<h1>Baking</h1>${goals(OTHER, TASTE)}${dough}`);
    const [was, now] = [before, applyPageUpdate(before, read)].map((of) => objectivesOf(of)[0]);
    // The ids of pages are made of the first words.
    expect(objectivesOf(read)[0]?.id).toBe(was?.id);
    expect(now).toMatchObject({ text: OTHER });
    expect(now?.id).not.toBe(was?.id);
    expect(applyPageUpdate(before, read).earlier?.objectives).toEqual([{ id: was?.id, text: FIRST }]);
  });

  test('does not get the tick of one with all its words but one', () => {
    const read = courseWith(`<h1>Baking</h1>${goals('Knead a cake by hand', TASTE)}${dough}${oven}`);
    expect(ids(objectivesOf(applyPageUpdate(kept, read)))).toEqual([
      'knead-a-cake-by-hand',
      'taste-bread-like-a-baker',
    ]);
  });
});
