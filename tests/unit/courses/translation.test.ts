import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInCourses, translations } from '../../../assets/courses/index.ts';
import { correctedLine } from '../../../courses/corrected-line.ts';
import { type Course, objectivesOf, resourcesOf, type Translation } from '../../../courses/course.ts';
import { CourseSchema } from '../../../courses/pack.ts';
import { inLanguage } from '../../../courses/translation.ts';

const pathway = builtInCourses.find(({ id }) => id === 'community-learning-pathway') as Course;
const carrying = (of: Translation, language = 'ja'): Course => ({
  ...pathway,
  translations: { [language]: of },
});
const languages = await Promise.all(
  Object.entries(translations).map(async ([language, load]) => [language, await load()] as const),
);
const japanese = languages.find(([language]) => language === 'ja')?.[1] ?? {};
const inJapanese = inLanguage(carrying(japanese[pathway.id] ?? {}), 'ja');

describe.each(languages)('the built-in courses in %s', (language, texts) => {
  test('belong to existing courses', () => {
    const ids = builtInCourses.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(texts)));
  });

  test.each(Object.entries(texts))('%s fits the schema, as part of its pack', (id, translation) => {
    const course = builtInCourses.find((each) => each.id === id);
    const pack = { ...course, translations: { [language]: translation } };
    expect(v.parse(CourseSchema, pack)).toEqual(pack);
  });
});

/** All that the reader gets to read of a course. */
const textsOf = (course: Course) => [
  course.title,
  ...course.audiences.map(({ title }) => title),
  ...objectivesOf(course).map(({ text }) => text),
  ...course.sections.flatMap(({ title, videos = [] }) => [title, ...videos.map((video) => video.title)]),
  ...resourcesOf(course).flatMap(({ title, group = [] }) => [title, group].flat()),
];

/** Names that are the same in Japanese. */
const NAMES: Record<string, string[]> = {
  'community-learning-pathway': ['MRARR'],
  'csm-onboarding': [
    'Slack',
    'Self-Managed',
    'Dedicated',
    'SaaS',
    'GitLab Self-Managed',
    'Runner',
    'AI',
    'CI / CD',
    'SCM',
    'Service Ping',
  ],
};

test.each(builtInCourses)('$title is in Japanese, except for names', (course) => {
  const texts = textsOf(inLanguage({ ...course, translations: { ja: japanese[course.id] ?? {} } }, 'ja'));
  const latin = texts.filter((text) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text));
  expect(new Set(latin)).toEqual(new Set(NAMES[course.id]));
});

describe('a course in another language', () => {
  test('keeps ids, addresses and order', () => {
    const withoutTexts = (course: Course) =>
      JSON.parse(
        JSON.stringify(course, (name, value) =>
          ['title', 'text', 'group', 'ownTitle', 'translations'].includes(name) ? undefined : value,
        ),
      );
    expect(withoutTexts(inJapanese)).toEqual(withoutTexts(pathway));
  });

  test('keeps its own text if the translation lacks one', () => {
    const course = inLanguage(carrying({ sections: { strategy: '戦略' } }), 'ja');
    expect(course.sections.map(({ title }) => title)).toEqual(
      pathway.sections.map(({ id, title }) => (id === 'strategy' ? '戦略' : title)),
    );
    expect(course.title).toBe(pathway.title);
    expect(textsOf(course)).toHaveLength(textsOf(pathway).length);
  });

  test('is the same object in a language that the pack lacks, even one named like a property of every object', () => {
    expect(inLanguage(pathway, 'ja')).toBe(pathway);
    const course = carrying({ title: 'コース' });
    expect(inLanguage(course, 'de')).toBe(course);
    expect(inLanguage(course, 'constructor')).toBe(course);
  });

  test('is translated correctly if an id is a property of every object', () => {
    const odd = structuredClone(pathway);
    Object.assign(odd.sections[0] ?? {}, { id: 'constructor', title: 'Odd' });
    const course = inLanguage({ ...odd, translations: { ja: { sections: {} } } }, 'ja');
    expect(course.sections[0]?.title).toBe('Odd');
  });

  test('also translates items that are no longer in it', () => {
    const [objective] = objectivesOf(pathway);
    const [resource] = resourcesOf(pathway);
    if (!objective || !resource) throw new Error('the course is empty');
    const earlier = { objectives: [{ id: objective.id, text: objective.text }], resources: [resource] };
    const translated = inLanguage(
      {
        ...pathway,
        earlier,
        translations: {
          ja: { objectives: { [objective.id]: '目標' }, resources: { [resource.id]: '資料' } },
        },
      },
      'ja',
    );
    expect(translated.earlier).toEqual({
      objectives: [{ id: objective.id, text: '目標' }],
      resources: [{ ...resource, title: '資料', ownTitle: resource.title }],
    });
  });

  test('still corrects the course page with the title that the page has', () => {
    const resource = resourcesOf(inJapanese).find(({ id }) => id === 'education-program');
    expect(resource?.title).toBe('教育プログラム');
    expect(resource && correctedLine(inJapanese, resource)).toMatch(/^- \[Education Program\]\(/);
  });
});

describe('a pack is refused', () => {
  const parsed = (of: unknown, language = 'ja') =>
    v.safeParse(CourseSchema, carrying(of as Translation, language));

  test('if a translation names something unknown', () => {
    const nowhere = { nowhere: 'どこにもない' };
    for (const kind of ['audiences', 'objectives', 'sections', 'resources', 'groups']) {
      expect(parsed({ [kind]: nowhere }).issues?.[0].message, kind).toContain('something unknown');
    }
    expect(parsed({ videos: { 'https://example.com/': 'x' } }).success).toBe(false);
  });

  test('if a translation has empty or too long text, an unknown field, or an invalid language', () => {
    expect(parsed({ title: ' ' }).success).toBe(false);
    expect(parsed({ sections: { strategy: 'あ'.repeat(301) } }).success).toBe(false);
    expect(parsed({ texts: {} }).success).toBe(false);
    expect(parsed({ title: 'コース' }).success).toBe(true);
    for (const language of ['', 'Japanese!', 'j', '__proto__x', '../ja']) {
      expect(parsed({ title: 'コース' }, language).success, language).toBe(false);
    }
  });

  test('if it has too many languages', () => {
    const names = [...Array(51).keys()].map((at) => `a${String.fromCharCode(97 + (at % 26))}-x${at}`);
    const translations = Object.fromEntries(names.map((name) => [name, { title: 'x' }]));
    expect(v.safeParse(CourseSchema, { ...pathway, translations }).success).toBe(false);
  });
});
