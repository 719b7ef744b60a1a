import { describe, expect, test } from 'vitest';
import type { Course } from '../../../../courses/course.ts';
import { english } from '../../../../courses/page/languages/en.ts';
import { languageOf } from '../../../../courses/page/languages/index.ts';
import { readsAsCourse, speaksOfLearning } from '../../../../courses/page/reads-as-course.ts';
import { courseIn, coursePage, documentWith } from '../../../fixtures/course-pages.ts';

/** Reads a page that says the same as its counterparts in the other languages. */
async function read(name: string, tag: string): Promise<Course> {
  const course = courseIn(coursePage(name, tag), { language: await languageOf(tag) });
  if (!course) throw new Error(`${name} has no course`);
  return course;
}

/** Structure and texts of a course, without ids. */
const textsOf = ({ audiences, sections }: Course) => ({
  audiences: audiences.map(({ title, objectives }) => [title, ...objectives.map(({ text }) => text)]),
  sections: sections.map(({ title, resources }) => [title, ...resources.map((each) => each.title)]),
});

describe('a page in Japanese', async () => {
  const course = await read('japanese', 'ja');

  test('has its objectives, its audiences, and the sections that its outline names', () => {
    expect(textsOf(course)).toEqual({
      audiences: [
        ['新しい店員', 'ライ麦と小麦を香りで見分ける', 'パンの各部の名前を言う'],
        ['常連のお客様', '皮の色から焼き時間を当てる', '朝食に合う一切れを選ぶ', '夕食に合う一切れを選ぶ'],
      ],
      sections: [
        ['粉と水', '水についてはこちらをご覧ください。', '粉の話'],
        ['窯の中で', '火の入れ方'],
        ['店に並べる', '棚の並べ方'],
        ['目標の決め方'],
      ],
    });
  });

  test('is offered as a course', async () => {
    expect(readsAsCourse(course, await languageOf('ja'))).toBe(true);
  });
});

describe('a page in German', async () => {
  const course = await read('german', 'de-AT');

  test('has its objectives, its audiences, and the sections that its outline names', () => {
    expect(textsOf(course)).toEqual({
      audiences: [
        [
          'Neue Verkäuferinnen und Verkäufer',
          'Roggen und Weizen am Geruch unterscheiden',
          'die Teile eines Laibs benennen',
        ],
        [
          'Stammgästen',
          'die Backzeit an der Farbe der Kruste ablesen',
          'eine Scheibe nach ihrem Geschmack wählen',
        ],
      ],
      sections: [
        ['Mehl und Wasser', 'Mehr über Wasser steht hier.', 'Vom Mehl'],
        ['Im Ofen', 'Richtig anheizen'],
        ['Im Laden', 'Das Regal einräumen'],
      ],
    });
  });

  test('is offered as a course', async () => {
    expect(readsAsCourse(course, await languageOf('de'))).toBe(true);
  });
});

test('a page is read in the language that it declares, without regard to region or case; any other one in English, unless its title is in Japanese', async () => {
  const japanese = await languageOf('ja');
  expect(await languageOf('JA-jp')).toEqual(japanese);
  expect(japanese).not.toEqual(english);
  for (const tag of ['', 'en', 'xx']) expect(await languageOf(tag, 'パンの味見'), tag).toEqual(japanese);
  for (const tag of ['', 'en-GB', 'xx', 'constructor', '__proto__', '-'])
    expect(await languageOf(tag), tag).toBe(english);
});

test('headings that a translation leaves in English are still recognised', async () => {
  const page = `<h1>Bread Onboarding</h1><h2 id="a">Learning Objectives</h2><ul><li>粉を選ぶ</li><li>窯を使う</li></ul>
<h2 id="b">粉</h2><p><a href="/handbook/about-flour/">粉の話</a></p>`;
  const course = courseIn(documentWith(page), { language: await languageOf('ja') });
  expect(course?.audiences.flatMap(({ objectives }) => objectives)).toHaveLength(2);
});

test.each([
  [
    'ja',
    ['学習目標', '到達目標', 'コースの目標', '研修のゴール', '目標', '目標と教材', 'このコースで学べること'],
  ],
  ['de', ['Lernziele', 'Ziele', 'Kursziele', 'Ziele und Material', 'Was Sie lernen werden']],
])('a heading of objectives in %s is recognised', async (tag, headings) => {
  const { objectives } = await languageOf(tag);
  for (const heading of headings) expect(objectives.test(heading), heading).toBe(true);
});

test.each([
  [
    'ja',
    [
      '目標設定',
      '目標の決め方',
      '非目標',
      '目的',
      '目的地',
      '成果物',
      'チームの目標',
      'ビジネス目標',
      'コースの目的を決める',
      '学習目標と要件を確かめてから、役割のページを選んでください。',
      'ステップ 1 - 目標を決める',
    ],
  ],
  [
    'de',
    [
      'Zielgruppe',
      'Zielsystem',
      'Nichtziele',
      'Nicht-Ziele',
      'Reiseziel',
      'Ziele des Teams',
      'Ziele setzen',
      'Schritt 1: Ziele setzen',
    ],
  ],
])('a heading in %s that only mentions goals is none of objectives', async (tag, headings) => {
  const { objectives } = await languageOf(tag);
  for (const heading of headings) expect(objectives.test(heading), heading).toBe(false);
});

test.each([
  [
    'ja',
    ['パンの味見研修', 'セールス学習パス', 'Bread Onboarding'],
    ['リソース', 'ディスコース', 'Bread Onboarding バディ'],
  ],
  [
    'de',
    ['Einarbeitung im Laden', 'Backkurs', 'Bread Onboarding'],
    ['Der Diskurs', 'Kundenschulung', 'Wechselkurse'],
  ],
])('a title in %s speaks of learning or doesn’t', async (tag, learning, others) => {
  const language = await languageOf(tag);
  for (const title of learning) expect(speaksOfLearning(title, language), title).toBe(true);
  for (const title of others) expect(speaksOfLearning(title, language), title).toBe(false);
});

test.each(['en', 'de', 'ja'])('long hostile titles and sentences are read in no time, in %s', async (tag) => {
  const { audience, ...patterns } = await languageOf(tag);
  const all = [...Object.values(patterns).flat(), audience.before, ...audience.names, audience.nobody];
  const parts = [
    'the ',
    'learning ',
    '学習の',
    'コース',
    'こちら',
    'この時',
    '目標',
    'ziele ',
    'können ',
    'von den ',
    '  ',
  ];
  for (const pattern of all)
    for (const part of parts) {
      const start = performance.now();
      pattern.test(`${part.repeat(5000)}!`);
      expect(performance.now() - start, `${pattern} on ${part}`).toBeLessThan(250);
    }
});
