import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Course, objectivesOf, type Section } from '../../../../courses/course.ts';
import { CourseSchema } from '../../../../courses/pack.ts';
import { courseIn, coursePage, PAGE } from '../../../fixtures/course-pages.ts';

const H = 'https://handbook.gitlab.com/handbook';

function pageNamed(name: string): Course {
  const course = courseIn(coursePage(name));
  if (!course) throw new Error(`${name} says no course`);
  return v.parse(CourseSchema, course);
}

const inShort = ({ title, anchor, resources, videos = [] }: Section) => ({
  title,
  anchor,
  resources: resources.map((resource) => [resource.title, resource.address, resource.group]),
  videos: videos.map((video) => [video.title, video.address]),
});

describe('a page of modules', () => {
  const course = pageNamed('modules');

  test('has one audience: lists under module titles are not for separate audiences', () => {
    expect(
      course.audiences.map(({ title, objectives }) => [title, objectives.map(({ text }) => text)]),
    ).toEqual([[PAGE.everyone, ['Knead for ten minutes', 'Tell when it is ready', 'Light the oven']]]);
  });

  test('has a section for objectives that come with links, and every link in a section', () => {
    expect(course.sections.map(inShort)).toEqual([
      {
        title: 'Overview',
        anchor: 'overview',
        resources: [
          ['bakery’s front page', `${H}/bakery/`, 'Baker Onboarding'],
          ['guide', 'https://docs.google.com/document/d/abc/edit', undefined],
          ['page about the oven', `${H}/bakery/oven/#lighting`, undefined],
        ],
        videos: [],
      },
      {
        title: 'Learning Objectives for Bakers',
        anchor: 'learning-objectives-for-bakers',
        resources: [['objectives of millers', `${H}/bakery/flour/`, undefined]],
        videos: [],
      },
      { title: 'Roadmap', anchor: 'roadmap', resources: [], videos: [] },
      {
        title: 'Help',
        anchor: 'help',
        resources: [
          ['shadowing rules', 'https://docs.google.com/document/d/xyz/edit', 'Month 1'],
          ['They are listed here.', `${H}/bakery/rooms/`, 'Chat rooms'],
        ],
        videos: [],
      },
      {
        title: 'Reading list',
        anchor: 'reading-list',
        resources: [['Yeast', `${H}/bakery/yeast/`, undefined]],
        videos: [],
      },
      {
        title: 'Seasoning',
        anchor: 'seasoning',
        resources: [['salt', `${H}/bakery/salt/`, undefined]],
        videos: [],
      },
    ]);
  });
});

describe('a page with folded parts', () => {
  test('has the headings in them as sections, and groups named by the unlinked item above', () => {
    expect(pageNamed('unfolding').sections.map(inShort)).toEqual([
      {
        title: '1. Welcome',
        anchor: '1-welcome',
        resources: [
          ['Handbook', `${H}/bakery/bread/`, 'What do we sell? (Video, 3 minutes)'],
          ['chart', 'https://example.org/org-chart', 'Who works here?'],
        ],
        videos: [['What do we sell? (Video, 3 minutes)', 'https://www.youtube.com/watch?v=aaaaaaaaaaa']],
      },
      {
        title: '2. Our customers',
        anchor: '2-our-customers',
        resources: [['Who buys bread', `${H}/bakery/customers/`, undefined]],
        videos: [],
      },
      {
        title: '3. Ovens',
        anchor: '3-ovens',
        resources: [['exam', 'https://example.org/exam', 'Certificates']],
        videos: [],
      },
    ]);
  });

  test('is a course even without objectives', () => {
    expect(pageNamed('unfolding').audiences).toEqual([
      { id: 'everyone', title: PAGE.everyone, objectives: [] },
    ]);
  });
});

describe('a page of tables', () => {
  test('has their links, each named by its text, its row or its address, and none to the page itself', () => {
    expect(pageNamed('tables').sections.map(inShort)).toEqual([
      { title: 'Where to begin', anchor: 'where-to-begin', resources: [], videos: [] },
      {
        title: 'First modules',
        anchor: 'first-modules',
        resources: [
          [
            'Crust',
            'https://gitlab.com/bakery/training/-/issues/new?template=Crust&title=Your%20name',
            undefined,
          ],
          ['Crumb', 'https://gitlab.com/bakery/training/-/issues/new?template=Crumb', undefined],
          ['Rye', 'https://example.org/rye', 'For some only'],
        ],
        videos: [],
      },
      {
        title: 'Second modules',
        anchor: 'second-modules',
        resources: [['How to Slice', 'https://help.example.org/articles/36004-How-to-Slice', undefined]],
        videos: [],
      },
    ]);
  });
});

describe('a page with only objectives', () => {
  const course = pageNamed('objectives-only');

  test('has the titles above them as sections, which serve them', () => {
    expect(course.sections.map(({ id, title, anchor }) => [id, title, anchor])).toEqual([
      ['grain', 'Grain', ''],
      ['stones', 'Stones', ''],
      ['weather', 'Weather', ''],
    ]);
    expect(objectivesOf(course).map(({ text, sections }) => [text, ...sections])).toEqual([
      ['Tell rye from wheat.', 'grain'],
      ['Say what spelt is.', 'grain'],
      ['Dress a stone.', 'stones'],
      ['Set the sails: in a storm, in a calm', 'weather'],
    ]);
  });
});

describe('a page of recordings', () => {
  test('has them as videos, each once in a section, named by the sentence next to a time', () => {
    const at = (time: number) => `https://www.youtube.com/watch?v=bbbbbbbbbbb&t=${time}`;
    expect(pageNamed('recordings').sections.map(inShort)).toMatchObject([
      { title: 'Before', videos: [] },
      {
        title: 'Sessions',
        resources: [['Topics', 'https://docs.google.com/presentation/d/abc/embed', undefined]],
        videos: [
          ['Day 1', 'https://www.youtube.com/watch?v=bbbbbbbbbbb'],
          ['Dough 2.0, an introduction (4:33)', at(273)],
          ['Proving (42:57)', at(2577)],
          ['Topics', 'https://www.youtube.com/watch?v=ccccccccccc'],
          ['The oven at night', 'https://vimeo.com/123456'],
        ],
      },
      {
        title: 'By role',
        resources: [['The channel', 'https://www.youtube.com/channel/UC1234567890', undefined]],
        videos: [
          ['Dough', at(273)],
          ['All recordings', 'https://www.youtube.com/playlist?list=PL123-abc'],
        ],
      },
    ]);
  });
});
