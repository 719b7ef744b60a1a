import { expect, test } from 'vitest';
import { type Course, objectivesOf } from '../../../../courses/course.ts';
import { applyPageUpdate } from '../../../../courses/updates/apply-page-update.ts';

const ADDRESS = 'https://handbook.example/course/';
const QUIZ = 'Take the quiz of this module';

/** A course as it is read from a page with these modules, each with the texts of its objectives. */
function read(modules: Record<string, string[]>): Course {
  let count = 0;
  const objectives = Object.entries(modules).flatMap(([module, texts]) =>
    texts.map((text) => ({ id: `o${count++}`, text, sections: module === '' ? [] : [module] })),
  );
  return {
    id: 'modules',
    title: 'Modules',
    edition: '2026-01',
    address: ADDRESS,
    audiences: [{ id: 'bakers', title: 'Bakers', objectives }],
    sections: Object.keys(modules)
      .filter(Boolean)
      .map((module) => ({ id: module, title: module, anchor: module, resources: [] })),
  };
}

/** The ids of the objectives with equal words, in the order of the course. */
const quizzes = (course: Course) => objectivesOf(course).flatMap(({ id, text }) => (text === QUIZ ? id : []));

const MODULES = { dough: ['Knead dough', QUIZ], ovens: ['Heat an oven', QUIZ], shops: ['Sell bread', QUIZ] };

test('a tick stays in its section when others have objectives with equal words and lines are added above', () => {
  const stored = read(MODULES);
  const added = { ...MODULES, dough: ['Choose flour', 'Weigh flour', ...MODULES.dough] };
  expect(quizzes(applyPageUpdate(stored, read(added)))).toEqual(quizzes(stored));
});

test('a tick goes with its section when sections with objectives with equal words change places', () => {
  const stored = read(MODULES);
  const [dough, ovens, shops] = quizzes(stored);
  const { dough: first, ...others } = MODULES;
  const moved = applyPageUpdate(stored, read({ ...others, dough: first }));
  expect(quizzes(moved)).toEqual([ovens, shops, dough]);
});

test('when a section is removed, only the tick of its own objective goes, whichever have equal words', () => {
  const stored = read(MODULES);
  const { dough: _, ...others } = MODULES;
  expect(quizzes(applyPageUpdate(stored, read(others)))).toEqual(quizzes(stored).slice(1));
});

test.each([1, 2, 3, 5])(
  'objectives with equal words in one list keep their order when %i are added above',
  (count) => {
    const stored = read({ '': [QUIZ, QUIZ, QUIZ] });
    const added = Array.from({ length: count }, (_each, at) => `Bake ${'bread '.repeat(at + 1)}`.trim());
    expect(quizzes(applyPageUpdate(stored, read({ '': [...added, QUIZ, QUIZ, QUIZ] })))).toEqual(
      quizzes(stored),
    );
  },
);
