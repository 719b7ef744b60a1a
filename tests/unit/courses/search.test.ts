import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import ja from '../../../assets/courses/translations/ja.json' with { type: 'json' };
import { createCourseSearch, type NoteText, wordsFound } from '../../../courses/search.ts';
import { inLanguage } from '../../../courses/translation.ts';

const [pathway] = builtInCourses;
if (!pathway) throw new Error('there is no course');
const objective = pathway.audiences[0]?.objectives[0]?.id ?? '';
const notes = new Map<string, NoteText[]>([
  [
    pathway.id,
    [
      { about: { kind: 'objective', id: objective }, text: 'Ask Zoë about the flywheel', quote: '' },
      {
        about: { kind: 'resource', id: 'gone-by-now' },
        text: '',
        quote: 'Everyone can contribute.\nReally everyone.',
      },
    ],
  ],
]);
const itemsOf = (search: ReturnType<typeof createCourseSearch>) => (query: string, most: number) =>
  search(query, most).map(({ item }) => item);
const find = itemsOf(createCourseSearch(builtInCourses, notes, new Map()));
const first = (query: string) => find(query, 10)[0];

describe('the search in courses', () => {
  test.each([
    ['join us', 'section', 'Join us'],
    ['habits every exchange', 'objective', 'Bring good habits into every exchange with the community'],
    ['education program', 'program', 'Education Program'],
    ['fostering dib', 'resource', 'Fostering DIB in our community'],
    ['ask zoe', 'note', 'Ask Zoë about the flywheel'],
    ['REALLY contribute', 'note', 'Everyone can contribute. Really everyone.'],
    ['exchange habits good', 'objective', 'Bring good habits into every exchange with the community'],
    ['fostring dib', 'resource', 'Fostering DIB in our community'],
    ['ｆｏｓｔｅｒｉｎｇ', 'resource', 'Fostering DIB in our community'],
    ['fóstering', 'resource', 'Fostering DIB in our community'],
    // What is spelt right goes before letters that are somewhere in order.
    ['jion us', 'section', 'Join us'],
    ['tema member onboarding', 'resource', 'CSM - New Team Member - Onboarding Guide'],
  ])('%s leads to the %s “%s”', (query, kind, title) => {
    expect(first(query)).toMatchObject({ kind, title });
  });

  test('never takes letters that are scattered over a sentence for a word', () => {
    expect(find('pto', 10)).toEqual([]);
    expect(find('ntp', 10)).toEqual([]);
  });

  test('shows what a note belongs to, if the course still has it', () => {
    expect(first('flywheel zoe')?.within).toBe(pathway.audiences[0]?.objectives[0]?.text);
    expect(first('really everyone')?.within).toBe('');
  });

  test('doesn’t find removed resources', () => {
    const gone = pathway.sections.flatMap(({ resources }) => resources).find((each) => each.gone);
    expect(gone).toBeDefined();
    expect(find(gone?.title ?? '', 30).map(({ title }) => title)).not.toContain(gone?.title);
  });

  test('finds a translated course in its language, and its resources also by their own titles', () => {
    const translation = ja[pathway.id as keyof typeof ja];
    const japanese = inLanguage({ ...pathway, translations: { ja: translation } }, 'ja');
    const search = itemsOf(createCourseSearch([japanese], new Map(), new Map()));
    const section = japanese.sections.at(-1);
    expect(search(section?.title.slice(0, 4) ?? '', 5).map(({ title }) => title)).toContain(section?.title);
    expect(search('education program', 5)[0]).toMatchObject({ kind: 'program' });
  });

  test.each([
    ['コミュニチィ', 'コミュニティへの対応'],
    ['コミニュティ', 'コミュニティへの対応'],
    ['コミュティ', 'コミュニティへの対応'],
    ['オープンソーズ', 'オープンソースの価値'],
    ['オープンソーズの価値', 'オープンソースの価値'],
    ['ガイトライン', 'Mozillaコミュニティガイドライン'],
    ['ポータレ', 'デベロッパーポータル'],
    ['はじまに', 'はじめに'],
  ])('a slip in kana is forgiven: %s', (query, title) => {
    const japanese = inLanguage(
      { ...pathway, translations: { ja: ja[pathway.id as keyof typeof ja] } },
      'ja',
    );
    expect(
      itemsOf(createCourseSearch([japanese], new Map(), new Map()))(query, 20).map((each) => each.title),
    ).toContain(title);
  });

  test('finds nothing for a query that resembles nothing', () => {
    for (const query of ['pizza', 'giraffe', 'パイナップル', 'ぶどう']) expect(find(query, 30)).toEqual([]);
  });

  test('finds every available item by its title', () => {
    for (const course of builtInCourses) {
      for (const section of course.sections) {
        expect(find(section.title, 30).map((found) => found.title)).toContain(section.title);
        for (const { title, gone } of section.resources)
          if (!gone) expect(find(title, 30).map((found) => found.title)).toContain(title);
      }
    }
  });

  test('answers any query, with at most the requested number of results', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 30 }),
        (query, most) => {
          expect(find(query, most).length).toBeLessThanOrEqual(most);
        },
      ),
    );
    expect(find(' … ', 5)).toEqual([]);
  });
});

const known =
  (...queries: string[]) =>
  (query: string) =>
    queries.includes(query);

test.each([
  ['a single word has no part', ['giraffe'], known(), undefined],
  ['no word has results', ['red', 'giraffe'], known(), undefined],
  ['one word has results', ['education', 'giraffe'], known('education'), 'education'],
  [
    'all words that have results, if they have some together',
    ['open', 'giraffe', 'source'],
    known('open', 'source', 'open source'),
    'open source',
  ],
  [
    'the longest of them, if they have none together',
    ['open', 'giraffe', 'education'],
    known('open', 'education'),
    'education',
  ],
  [
    'the longest of all, if each has some but not together',
    ['open', 'education'],
    known('open', 'education'),
    'education',
  ],
])('the part of a query that is searched instead: %s', (_, words, hasResults, part) => {
  expect(wordsFound(words, hasResults)).toBe(part);
});
