import * as fc from 'fast-check';
import type { Course, Resource } from '../../../courses/course.ts';

const WORDS = [
  'bake',
  'bread',
  'the',
  'oven',
  'sourdough',
  'rolls',
  'taste',
  'well',
  'knead',
  'flour',
  'パン',
  '٣',
];

/** A title of which others have some of the words, or all. */
export const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,3}$/);
export const address = fc
  .tuple(
    fc.constantFrom('handbook.example.org/bakery', 'example.org'),
    fc.nat(30),
    fc.constantFrom('', '#oven'),
  )
  .map(([host, at, anchor]) => `https://${host}/${at}/${anchor}`);

const resource: fc.Arbitrary<Resource> = fc.record(
  {
    id,
    title: words,
    address,
    formerly: fc.uniqueArray(address, { minLength: 1, maxLength: 3 }),
    gone: fc.boolean(),
    group: words,
    program: fc.boolean(),
  },
  { requiredKeys: ['id', 'title', 'address'] },
);
const objective = fc.record({ id, text: words, sections: fc.array(fc.nat(20), { maxLength: 3 }) });
const section = fc.record(
  {
    title: words,
    anchor: fc.constantFrom('', 'oven', 'flour', 'rolls'),
    resources: fc.array(resource, { maxLength: 5 }),
    videos: fc.array(fc.record({ title: words, address }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['title', 'anchor', 'resources'] },
);
const earlier = fc.record(
  {
    objectives: fc.array(fc.record({ id, text: words }), { minLength: 1, maxLength: 3 }),
    resources: fc.array(resource, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

/** Gives each of `all` an id that no other has. */
function unique<Thing extends { id: string }>(seen: Set<string>, all: Thing[]): Thing[] {
  return all.map((each) => {
    let id = each.id;
    for (let count = 0; seen.has(id); count++) id = `${each.id}-${count}`;
    seen.add(id);
    return { ...each, id };
  });
}

/** Any course that fits the schema, small enough that much in it is alike. */
export const anyCourse: fc.Arbitrary<Course> = fc
  .record({
    audiences: fc.array(fc.record({ title: words, objectives: fc.array(objective, { maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    sections: fc.array(section, { minLength: 1, maxLength: 4 }),
    earlier: fc.option(earlier, { nil: undefined }),
    edit: fc.option(fc.constant('https://example.org/edit'), { nil: undefined }),
    inJapanese: fc.boolean(),
  })
  .map(({ audiences, sections, earlier: lost, edit, inJapanese }) => {
    const [objectives, resources] = [new Set<string>(), new Set<string>()];
    const course: Course = {
      id: 'bakery',
      edition: '2026-08',
      title: 'Bakery',
      address: 'https://handbook.example.org/bakery/',
      ...(edit && { edit }),
      audiences: audiences.map(({ title, objectives: own }, at) => ({
        id: `audience-${at}`,
        title,
        objectives: unique(objectives, own).map((each) => ({
          ...each,
          sections: [...new Set(each.sections.map((of) => `section-${of % sections.length}`))],
        })),
      })),
      sections: sections.map((each, at) => ({
        ...each,
        id: `section-${at}`,
        resources: unique(resources, each.resources),
      })),
    };
    if (lost?.objectives || lost?.resources) {
      course.earlier = {
        ...(lost.objectives && { objectives: unique(objectives, lost.objectives) }),
        ...(lost.resources && { resources: unique(resources, lost.resources) }),
      };
    }
    if (inJapanese) {
      const texts = (ids: Iterable<string>) =>
        Object.fromEntries([...ids].map((each) => [each, `「${each}」`]));
      course.translations = {
        ja: {
          title: 'パン屋',
          objectives: texts(objectives),
          resources: texts(resources),
          sections: texts(course.sections.map(({ id: own }) => own)),
          videos: texts(course.sections.flatMap(({ videos = [] }) => videos.map((video) => video.address))),
        },
      };
    }
    return course;
  });
