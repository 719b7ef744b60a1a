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

/** The fewest changed pages that are tried, however short the time. */
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

/** Returns the ids in a course by the meaning of the lines on its page. */
function idsByName(course: Course, lines: Meant[]): ReadonlyMap<string, string> {
  const names = new Map(lines.map(({ text, name }) => [text, name]));
  return new Map(objectivesOf(course).map(({ id, text }) => [names.get(text) ?? text, id]));
}

/** Returns the objectives of a course, each with the titles of its sections. */
function placesIn(course: Course) {
  const titles = new Map(course.sections.map(({ id, title }) => [id, title]));
  return objectivesOf(course).map(({ text, sections }) => [text, sections.map((id) => titles.get(id))]);
}

/** A page with its objectives in modules, each with its own list. */
const modules = (lists: Meant[][]) =>
  lists.map((each, at) => `${heading(`Module ${'ABC'[at]}`)}<h3>Goals</h3>${list(each)}`).join('');

const anyVersions = fc.array(anyListEdits, { minLength: 1, maxLength: 3 });

/**
 * A followed course whose page is edited again and again. No id, under which ticks and notes are stored, moves to an objective with
 * another meaning; slight changes keep the id, and an objective is in the section where the page has it.
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
    assert.ok(course, 'the page has no course');
    /** The meaning of each id when it was first used. */
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
 * The page of a built-in course, edited again and again. No objective gets the wording of another; unchanged wording stays with its
 * objective; and wording that earlier versions paired by position is only shown if it is right.
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
        if (stays) assert.equal(after[name], text, `${name} has lost its wording`);
      }
      const byPosition = Object.fromEntries(ids.map((id, at) => [id, changed[at]?.text ?? 'None']));
      for (const [id, text] of Object.entries(verifiedWording(pathway, byPosition, pathwayKeys)))
        assert.equal(names.get(text), id, `“${text}” was stored at ${id}`);
      [wording, lines] = [after, changed];
    }
    return Object.keys(wording).length === ids.length;
  },
});
