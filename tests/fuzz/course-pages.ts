import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { builtInCourses } from '../../assets/courses/index.ts';
import { keyWords } from '../../assets/courses/key-words/index.ts';
import { type Course, objectivesOf } from '../../courses/course.ts';
import { applyPageUpdate } from '../../courses/updates/apply-page-update.ts';
import { recognizedWording, verifiedWording, type Wording } from '../../courses/updates/page-wording.ts';
import { courseOf, linesOfPathway } from '../fixtures/course-pages.ts';
import { afterEdits, anyList, anyListEdits, type Meant } from '../unit/courses/updates/any-rewording.ts';
import { fuzzTarget } from './target.ts';

/** As many changed pages are tried at least, however little time there is. */
const LEAST = 10_000;

const list = (all: Meant[]) =>
  `<ol>${all.map(({ text }) => `<li>${text.replace('&', '&amp;')}</li>`).join('')}</ol>`;
const heading = (title: string) => `<h2 id="${title.toLowerCase().replaceAll(' ', '-')}">${title}</h2>`;

function courseOn(content: string): Course | undefined {
  const { document } = parseHTML(
    `<html><body><div class="td-content"><h1>Tools</h1>${content}</div></body></html>`,
  );
  return courseOf(document);
}

/** Under which ids a course has what the lines of its page mean. */
function idsByName(course: Course, lines: Meant[]): ReadonlyMap<string, string> {
  const names = new Map(lines.map(({ text, name }) => [text, name]));
  return new Map(objectivesOf(course).map(({ id, text }) => [names.get(text) ?? text, id]));
}

/** In which sections of a course its objectives are, by their titles. */
function placesIn(course: Course) {
  const titles = new Map(course.sections.map(({ id, title }) => [id, title]));
  return objectivesOf(course).map(({ text, sections }) => [text, sections.map((id) => titles.get(id))]);
}

/** A page whose objectives are in modules, each with its own list. */
const modules = (lists: Meant[][]) =>
  lists.map((each, at) => `${heading(`Module ${'ABC'[at]}`)}<h3>Goals</h3>${list(each)}`).join('');

const anyVersions = fc.array(anyListEdits, { minLength: 1, maxLength: 3 });

/**
 * A followed course whose page is edited again and again. No id, under which ticks and notes are kept, comes to an objective that means
 * something else; light changes keep it, and an objective is in the section that the page has it in.
 */
export const followedPages = fuzzTarget({
  name: 'changed pages of followed courses',
  least: LEAST,
  any: fc.record({ first: anyList, cut: fc.nat(9), versions: anyVersions }),
  accepts({ first, cut, versions }) {
    const pageOf = (all: Meant[]) =>
      courseOn(modules([all.slice(0, cut), all.slice(cut, 2 * cut), all.slice(2 * cut)]));
    let lines = first;
    let course = pageOf(lines);
    assert.ok(course, 'the page says no course');
    /** What each id stands for, from when it was first given. */
    const meant = new Map<string, string>();
    let lost = false;
    for (const edits of [[], ...versions]) {
      const changed = afterEdits(lines, edits);
      const read = pageOf(changed);
      if (!read) return false;
      const idsBefore = idsByName(course, lines);
      const after = applyPageUpdate(course, read);
      for (const [name, id] of idsByName(after, changed)) {
        assert.equal(meant.get(id) ?? name, name, `the tick of ${meant.get(id)} is at ${name}`);
        meant.set(id, name);
        assert.equal(id, idsBefore.get(name) ?? id, `the tick of ${name} is lost`);
      }
      assert.deepEqual(placesIn(after), placesIn(read));
      lost ||= after.earlier?.objectives !== undefined;
      [course, lines] = [after, changed];
    }
    return !lost;
  },
});

const pathway = builtInCourses[0] as Course;
const pathwayKeys = (await keyWords.en?.())?.[pathway.id] ?? {};
const ids = objectivesOf(pathway).map(({ id }) => id);
/** The lines of the built-in course's page, in the order of its objectives. */
const pathwayLines = linesOfPathway().map((text, at): Meant => ({ name: ids[at] ?? '', text }));

/**
 * The page of a built-in course, edited again and again. No objective has the words of another; one whose words stay keeps them; and
 * what earlier versions kept by the position is only shown where it is right.
 */
export const builtInPages = fuzzTarget({
  name: 'changed pages of built-in courses',
  least: LEAST,
  any: anyVersions,
  accepts(versions) {
    let lines = pathwayLines;
    let wording: Wording = {};
    for (const edits of versions) {
      const changed = afterEdits(lines, edits);
      const names = new Map(changed.map(({ text, name }) => [text, name]));
      const audiences = [
        {
          id: 'all',
          title: 'All',
          objectives: changed.map(({ text }, at) => ({ id: `o-${at}`, text, sections: [] })),
        },
      ];
      const after = recognizedWording(pathway, { ...pathway, audiences }, pathwayKeys, wording);
      for (const [id, text] of Object.entries(after))
        assert.equal(names.get(text), id, `“${text}” is at ${id}`);
      for (const { name, text } of changed) {
        const stays =
          wording[name] === text || pathwayLines.some((line) => line.name === name && line.text === text);
        if (stays) assert.equal(after[name], text, `${name} has lost its words`);
      }
      const byPosition = Object.fromEntries(ids.map((id, at) => [id, changed[at]?.text ?? 'None']));
      for (const [id, text] of Object.entries(verifiedWording(pathway, byPosition, pathwayKeys)))
        assert.equal(names.get(text), id, `“${text}” was kept at ${id}`);
      [wording, lines] = [after, changed];
    }
    return Object.keys(wording).length === ids.length;
  },
});
