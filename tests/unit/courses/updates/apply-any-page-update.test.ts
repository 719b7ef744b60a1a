import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Course, objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import { CourseSchema } from '../../../../courses/pack.ts';
import { applyPageUpdate } from '../../../../courses/updates/apply-page-update.ts';
import { changesOf } from '../../../../courses/updates/changes.ts';
import { effortOf } from '../../../effort.ts';
import { anyCourse } from '../any-course.ts';
import { anyEdits, edited } from './any-edit.ts';

const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);
const allObjectives = (course: Course) =>
  idsOf([...objectivesOf(course), ...(course.earlier?.objectives ?? [])]);
const allResources = (course: Course) =>
  idsOf([...resourcesOf(course), ...(course.earlier?.resources ?? [])]);

/** A course, and its page after any edits. */
const change = fc
  .tuple(anyCourse, anyEdits, fc.boolean())
  .map(([kept, edits, anew]) => ({ kept, read: edited(kept, edits, anew) }));

describe('any course and any change of its page', () => {
  test('keep every id that progress may refer to, once', () => {
    fc.assert(
      fc.property(change, ({ kept, read }) => {
        const after = applyPageUpdate(kept, read);
        for (const all of [allObjectives, allResources]) {
          expect(all(after)).toEqual([...new Set(all(after))]);
          expect(all(after)).toEqual(expect.arrayContaining(all(kept)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('leave every id with the item that has the same text or address', () => {
    const once = <Thing>(all: Thing[], keyOf: (thing: Thing) => string) =>
      new Map(
        all
          .filter((each) => all.filter((other) => keyOf(other) === keyOf(each)).length === 1)
          .map((each) => [keyOf(each), each]),
      );
    fc.assert(
      fc.property(change, ({ kept: { earlier: _, ...kept }, read }) => {
        const after = applyPageUpdate(kept, read);
        const [words, wordsAfter] = [kept, after].map((of) => once(objectivesOf(of), ({ text }) => text));
        for (const [text, { id }] of words ?? []) expect(wordsAfter?.get(text)?.id ?? id, text).toBe(id);
        const all = [kept, after].map((of) => once(resourcesOf(of), ({ address }) => address));
        const linked = once(resourcesOf(read), ({ address }) => address);
        for (const [address, { id }] of all[0] ?? [])
          if (linked.has(address)) expect(all[1]?.get(address)?.id ?? id, address).toBe(id);
      }),
      { numRuns: 1000 },
    );
  });

  test('make a course that matches the schema and the page', () => {
    fc.assert(
      fc.property(change, ({ kept, read }) => {
        const after = applyPageUpdate(kept, read);
        expect(v.parse(CourseSchema, after)).toEqual(after);
        expect(objectivesOf(after).map(({ text }) => text)).toEqual(
          objectivesOf(read).map(({ text }) => text),
        );
        expect(after.sections.map(({ title, anchor, videos }) => [title, anchor, videos])).toEqual(
          read.sections.map(({ title, anchor, videos }) => [title, anchor, videos]),
        );
        expect(resourcesOf(after).map(({ title, group }) => [title, group])).toEqual(
          resourcesOf(read).map(({ title, group }) => [title, group]),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('are applied once: after that there is no change, and applying them again changes nothing', () => {
    fc.assert(
      fc.property(change, ({ kept, read }) => {
        const after = applyPageUpdate(kept, read);
        expect(applyPageUpdate(after, read)).toEqual(after);
        expect(changesOf(after, read)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('lose nothing over many changes in a row', () => {
    fc.assert(
      fc.property(anyCourse, fc.array(anyEdits, { maxLength: 6 }), (course, all) => {
        let [kept, read] = [course, course];
        for (const edits of all) {
          read = edited(read, edits, true);
          kept = applyPageUpdate(kept, read);
        }
        expect(allObjectives(kept)).toEqual(expect.arrayContaining(allObjectives(course)));
        expect(allResources(kept)).toEqual(expect.arrayContaining(allResources(course)));
        expect(v.parse(CourseSchema, kept)).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any course', () => {
  test('stays the same if its page has not changed', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        expect(applyPageUpdate(course, course)).toEqual(course);
        expect(changesOf(course, course)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('restores everything with its id when its page has it again', () => {
    const apart = anyCourse.map(({ earlier: _, translations: __, ...course }) => {
      for (const each of objectivesOf(course)) each.text += ` ${each.id}`;
      for (const each of resourcesOf(course)) {
        each.address = `https://example.org/own/${each.id}/`;
        delete each.formerly;
      }
      return course;
    });
    const some = (seed: number) => (_: unknown, at: number) => (seed >> at) % 2 === 1;
    fc.assert(
      fc.property(apart, fc.nat(), fc.boolean(), (course, seed, anew) => {
        const removal = (page: Course) => {
          for (const each of page.audiences) each.objectives = each.objectives.filter(some(seed));
          for (const each of page.sections) each.resources = each.resources.filter(some(seed >> 5));
        };
        const back = applyPageUpdate(
          applyPageUpdate(course, edited(course, [removal], anew)),
          edited(course, [], anew),
        );
        expect(back).toEqual(course);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a page that repeats itself thousands of times is compared quickly', async () => {
  const many = Array.from({ length: 60 }, (_, at) => `w${at}`).join(' ');
  const large = (end: string): Course => ({
    id: 'bakery',
    edition: '2026-08',
    title: 'Bakery',
    address: 'https://example.org/',
    audiences: Array.from({ length: 10 }, (_, at) => ({
      id: `audience-${at}`,
      title: many,
      objectives: Array.from({ length: 200 }, (_, place) => ({
        id: `o-${at}-${place}`,
        text: `${many} ${at} ${place}${end}`,
        sections: [],
      })),
    })),
    sections: Array.from({ length: 200 }, (_, at) => ({
      id: `section-${at}`,
      title: many,
      anchor: '',
      resources: Array.from({ length: 10 }, (_, place) => ({
        id: `r-${at}-${place}`,
        title: many,
        address: `https://example.org/${at}/${place}${end}`,
        formerly: Array.from({ length: 50 }, (_, former) => `https://example.org/former/${former}`),
      })),
    })),
  });
  const [kept, read] = [large(''), large('x')];
  let after = kept;
  const effort = await effortOf(() => {
    after = applyPageUpdate(kept, read);
    expect(changesOf(after, read)).toEqual([]);
  });
  expect(effort).toBeLessThan(8000);
  expect(v.parse(CourseSchema, after)).toEqual(after);
});
