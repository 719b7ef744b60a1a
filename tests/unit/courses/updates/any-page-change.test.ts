import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { type Course, objectivesOf, resourcesOf } from '../../../../courses/course.ts';
import { applyPageUpdate } from '../../../../courses/updates/apply-page-update.ts';
import { changesOf } from '../../../../courses/updates/changes.ts';
import { courseOf } from '../../../fixtures/course-pages.ts';

/** What a page says: goals, and sections of links by the last folder of their address. */
interface Said {
  goals: string[];
  sections: { title: string; links: { title: string; path: string }[] }[];
}

const word = fc.constantFrom(
  'bread',
  'dough',
  'flour',
  'loaf',
  'oven',
  'rolls',
  'salt',
  'seeds',
  'water',
  'yeast',
);
const phrase = fc.uniqueArray(word, { minLength: 3, maxLength: 5 }).map((words) => words.join(' '));
const path = fc.tuple(fc.constantFrom('mill', 'shop', 'school'), word).map((parts) => parts.join('/'));
const said: fc.Arbitrary<Said> = fc.record({
  goals: fc.uniqueArray(phrase, { minLength: 1, maxLength: 6 }),
  sections: fc
    .tuple(
      fc.uniqueArray(phrase, { minLength: 3, maxLength: 5 }),
      fc.uniqueArray(fc.record({ title: phrase, path }), {
        minLength: 3,
        maxLength: 12,
        selector: (of) => of.path,
      }),
    )
    .map(([titles, links]) =>
      titles.map((title, at) => ({ title, links: links.filter((_, place) => place % titles.length === at) })),
    ),
});

function courseOn({ goals, sections }: Said): Course {
  const items = (all: string[]) => `<ul>${all.map((each) => `<li>${each}</li>`).join('')}</ul>`;
  const parts = sections.map(
    ({ title, links }) =>
      `<h2 id="${title.replaceAll(' ', '-')}">${title}</h2>` +
      items(links.map((link) => `<a href="/handbook/bakery/${link.path}/">${link.title}</a>`)),
  );
  const content = `<h1>Baking</h1><h3>Goals</h3>${items(goals)}${parts.join('')}`;
  const { document } = parseHTML(`<html><body><div class="td-content">${content}</div></body></html>`);
  const course = courseOf(document);
  if (!course) throw new Error('the page says no course');
  return course;
}

const byText = (course: Course) => new Map(objectivesOf(course).map(({ text, id }) => [text, id]));
const byAddress = (course: Course) => new Map(resourcesOf(course).map(({ address, id }) => [address, id]));

/** Puts what `from` has in another order. */
const shuffled = <Thing>(from: Thing[], seed: number) =>
  from
    .map((each, at) => ({ each, key: (seed * (at + 7)) % 31 }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each);

test('a page that is reordered, and whose links move between sections, keeps every id', () => {
  fc.assert(
    fc.property(said, fc.nat(1000), (page, seed) => {
      const kept = courseOn(page);
      const links = shuffled(
        page.sections.flatMap((section) => section.links),
        seed,
      );
      const changed = {
        goals: shuffled(page.goals, seed),
        sections: shuffled(page.sections, seed).map(({ title }, at, all) => ({
          title,
          links: links.filter((_, place) => place % all.length === at),
        })),
      };
      const after = applyPageUpdate(kept, courseOn(changed));
      expect(byText(after)).toEqual(byText(kept));
      expect(byAddress(after)).toEqual(byAddress(kept));
      expect(after.earlier).toBeUndefined();
      expect(new Map(after.sections.map(({ title, id }) => [title, id]))).toEqual(
        new Map(kept.sections.map(({ title, id }) => [title, id])),
      );
      for (const { how } of changesOf(kept, courseOn(changed))) expect(how).toBe('moved');
    }),
    { numRuns: 300 },
  );
});

test('a page with one reworded item keeps every id, and the change is shown', () => {
  fc.assert(
    fc.property(said, fc.nat(1000), (page, at) => {
      const kept = courseOn(page);
      const changed = structuredClone(page);
      const [goal, section] = [at % page.goals.length, at % page.sections.length];
      changed.goals[goal] += ' anew';
      Object.assign(changed.sections[section] ?? {}, { title: `${page.sections[section]?.title} anew` });
      const read = courseOn(changed);
      const after = applyPageUpdate(kept, read);
      expect(objectivesOf(after).map(({ id }) => id)).toEqual(objectivesOf(kept).map(({ id }) => id));
      expect(after.sections.map(({ id }) => id)).toEqual(kept.sections.map(({ id }) => id));
      expect(changesOf(kept, read).map(({ what, how }) => [what, how])).toEqual([
        ['objective', 'reworded'],
        ['section', 'reworded'],
      ]);
    }),
    { numRuns: 300 },
  );
});
