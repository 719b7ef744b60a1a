import 'fake-indexeddb/auto';
import { Window } from 'happy-dom';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Course, objectivesOf, resourcesOf } from '../../../courses/course.ts';
import { writePack } from '../../../courses/pack-file.ts';
import { targetOf } from '../../../courses/page/links.ts';
import { fingerprintOf, linesOf, READING } from '../../../courses/page/page-lines.ts';
import { markVisited, setCompletion } from '../../../progress/actions.ts';
import { saveCourse, savePack } from '../../../progress/courses.ts';
import { readHistory } from '../../../progress/history.ts';
import { kinds } from '../../../progress/kinds.ts';
import { readProgress } from '../../../progress/progress.ts';
import { readReading } from '../../../progress/readings.ts';
import { startProgress } from '../../../progress/start.ts';
import { undo } from '../../../progress/undo.ts';
import { write } from '../../../progress/write.ts';
import { addressOf } from '../../../sites/index.ts';
import { pageTree } from '../../../sites/page-tree.ts';
import { courseIn, coursePage, documentWith, PAGE } from '../../fixtures/course-pages.ts';
import { dumps, recordsIn } from '../../fixtures/databases.ts';
import { MemoryArea } from '../progress/memory-area.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.stubGlobal('browser', { storage: { local: {} } });
const { courseAt, follow, pageUpdateOf, savePageUpdate, saveUnseenUpdate } = await import(
  '../../../catalog/followed-courses.ts'
);

const ID = 'bakery-tasters';
beforeEach(() => startProgress(new MemoryArea()));
afterEach(() => deleteDB('waymark'));

/** Reads a page as the panel does. */
function readPage(html: string) {
  const window = new Window({ url: PAGE.address, settings: { disableJavaScriptEvaluation: true } });
  window.document.write(html);
  const tree = pageTree(window.document as unknown as Document)?.tree ?? '';
  const course = courseIn(html) as Course;
  return { course, lines: linesOf(tree, (href) => targetOf(href, PAGE.address, addressOf)) };
}

const item = (text: string) => `<li>${text}</li>`;
const link = (name: string) => item(`<a href="/handbook/${name}/">The ${name} page</a>`);
const pageOf = (objectives: string[], links: string[], steps: string[]) =>
  documentWith(`<h1>Learning to taste bread</h1>
<h2 id="learning-objectives">Learning Objectives</h2><ul>${objectives.map(item).join('')}</ul>
<h2 id="flour">About flour</h2><ul>${links.map(link).join('')}</ul>
<h2 id="oven">The oven</h2><p>Mind the <a href="/handbook/heat/">heat</a>.</p>
<h2 id="steps">What to do</h2><ol>${steps.map(item).join('')}</ol>`);
const OBJECTIVES = [
  'Tell rye from wheat, also in the dark and after a long day',
  'Judge a crumb by its holes',
];
const LINKS = ['rye', 'wheat'];
const STEPS = ['Step 1: wash your hands', 'Step 2: bake'];
const PAGE_NOW = pageOf(OBJECTIVES, LINKS, STEPS);

/** What an older Waymark read on that page: an objective cut short, one lost, a step taken for one, a resource lost, another title. */
function olderReading(html: string): Course {
  const course = structuredClone(readPage(html).course);
  const [everyone] = course.audiences;
  const [first] = everyone?.objectives ?? [];
  if (!everyone || !first) throw new Error('the page has no objectives');
  everyone.objectives = [
    { ...first, id: 'tell-rye-from-wheat', text: 'Tell rye from wheat' },
    { id: 'step-1', text: 'Step 1: wash your hands', sections: [] },
  ];
  course.sections = course.sections.map((section) => ({
    ...section,
    title: section.id === 'oven' ? 'oven' : section.title,
    resources: section.resources
      .filter(({ id }) => id !== 'wheat')
      .map((resource) => (resource.id === 'heat' ? { ...resource, title: 'Mind the heat.' } : resource)),
  }));
  return course;
}

/** Stores a course as a version up to 0.3.0 did, which stored nothing about its reading. */
const storeAsBefore = (course: Course) =>
  saveCourse(
    {
      id: course.id,
      source: 'followed',
      address: course.address,
      title: course.title,
      archived: false,
      removed: false,
      place: 9,
    },
    writePack(course),
  );

/** Looks at the page as the panel does. @returns the titles that are announced */
async function lookAt(html: string): Promise<string[]> {
  const { own } = await courseAt(PAGE.address);
  if (!own) throw new Error('no such course');
  const update = await pageUpdateOf(own, readPage(html));
  if (update?.changes.length === 0) await saveUnseenUpdate(update);
  return (update?.changes ?? []).map(({ how, title }) => `${how}: ${title}`);
}
const storedCourse = async () => (await courseAt(PAGE.address)).own?.pack as Course;
const texts = (course: Course) => objectivesOf(course).map(({ text }) => text);

describe('a page that is only read better than before', () => {
  const dumped = dumps
    .map(
      ([version, dump]) =>
        [version, recordsIn(dump).fitting.find(({ key }) => key[1] === 'pack' && key[2] === ID)] as const,
    )
    .filter(([, pack]) => pack);

  test.each(dumped)('shows no change in the course that %s followed', async (_, record) => {
    await storeAsBefore(JSON.parse(String(record?.value)));
    expect(await lookAt(coursePage('tables'))).toEqual([]);
    expect((await readReading(ID)).reading?.version).toBe(READING);
    expect(await lookAt(coursePage('tables'))).toEqual([]);
  });

  test('gives the course what was lost, without announcing it or listing it in the history', async () => {
    await storeAsBefore(olderReading(PAGE_NOW));
    const before = (await readHistory()).flatMap(({ entries }) => entries).length;
    expect(await lookAt(PAGE_NOW)).toEqual([]);
    const course = await storedCourse();
    expect(texts(course)).toEqual(OBJECTIVES);
    expect(resourcesOf(course).map(({ title }) => title)).toEqual(['The rye page', 'The wheat page', 'heat']);
    expect((await readHistory()).flatMap(({ entries }) => entries)).toHaveLength(before);
    expect(await lookAt(PAGE_NOW)).toEqual([]);
  });

  test('keeps what the reader did: also with what is no longer taken for an objective', async () => {
    await storeAsBefore(olderReading(PAGE_NOW));
    await setCompletion(ID, 'tell-rye-from-wheat', true);
    await setCompletion(ID, 'step-1', true);
    await markVisited(ID, 'heat');
    await lookAt(PAGE_NOW);
    const course = await storedCourse();
    const { completed, visited } = await readProgress(ID);
    expect(completed).toEqual(new Set(['tell-rye-from-wheat', 'step-1']));
    expect(objectivesOf(course)[0]).toMatchObject({ id: 'tell-rye-from-wheat', text: OBJECTIVES[0] });
    expect(course.earlier?.objectives).toEqual([{ id: 'step-1', text: 'Step 1: wash your hands' }]);
    expect(resourcesOf(course).map(({ id }) => id)).toContain('heat');
    expect(visited).toEqual(new Set(['heat']));
  });

  test('gives no tick to an objective that says more than the two that were read in its place', async () => {
    const course = olderReading(PAGE_NOW);
    const [everyone] = course.audiences;
    if (everyone)
      everyone.objectives = ['Tell rye from wheat', 'after a long day'].map((text, at) => ({
        id: `part-${at}`,
        text,
        sections: [],
      }));
    await storeAsBefore(course);
    await lookAt(PAGE_NOW);
    const ids = objectivesOf(await storedCourse()).map(({ id }) => id);
    expect(ids).not.toContain('part-0');
    expect(ids).not.toContain('part-1');
    expect((await storedCourse()).earlier?.objectives).toHaveLength(2);
  });

  test('is announced when it changes at the same time, without what is only read better', async () => {
    await storeAsBefore(olderReading(PAGE_NOW));
    const edited = pageOf(OBJECTIVES, ['wheat'], STEPS);
    expect(await lookAt(edited)).toEqual(expect.arrayContaining(['removed: The rye page']));
    expect(await lookAt(edited)).not.toContain('removed: Step 1: wash your hands');
  });
});

describe('a page of which it is known how it was when it was last read', () => {
  /** Stores a course as another version than this one, with another reading, would. */
  const storeAsOther = async (course: Course, html: string) => {
    await storeAsBefore(course);
    await follow({ course, lines: readPage(html).lines });
    const { pack, reading } = await readReading(ID);
    if (!pack || !reading) throw new Error('no reading was saved');
    await write(undefined, [{ key: ['*', 'reading', ID], value: { ...reading, version: READING - 1 } }]);
  };

  test('shows no change if it is the same, even if nothing that was read is on it', async () => {
    const course = olderReading(PAGE_NOW);
    for (const objective of objectivesOf(course))
      objective.text = `${objective.text}, put together from parts`;
    await storeAsOther(course, PAGE_NOW);
    expect(await lookAt(PAGE_NOW)).toEqual([]);
    expect(texts(await storedCourse())).toEqual(OBJECTIVES);
  });

  test('shows what is new on it, and not what was there and is only read now', async () => {
    await storeAsOther(olderReading(PAGE_NOW), PAGE_NOW);
    const edited = pageOf([...OBJECTIVES, 'Name the parts of a loaf'], [...LINKS, 'salt'], STEPS);
    expect(await lookAt(edited)).toEqual(['new: Name the parts of a loaf', 'new: The salt page']);
  });

  test('shows the same changes again after an accepted update was undone', async () => {
    await storeAsOther(olderReading(PAGE_NOW), PAGE_NOW);
    const edited = pageOf([...OBJECTIVES, 'Name the parts of a loaf'], LINKS, STEPS);
    const { own } = await courseAt(PAGE.address);
    const update = own && (await pageUpdateOf(own, readPage(edited)));
    const { action = '' } = (update && (await savePageUpdate(update))) ?? {};
    expect(await lookAt(edited)).toEqual([]);
    await undo(action, async () => []);
    expect(await lookAt(edited)).toEqual(['new: Name the parts of a loaf']);
  });

  test('shows every change if this version read it', async () => {
    const course = olderReading(PAGE_NOW);
    await follow({ course, lines: readPage(PAGE_NOW).lines });
    expect(await lookAt(PAGE_NOW)).toEqual(
      expect.arrayContaining(['new: Judge a crumb by its holes', 'removed: Step 1: wash your hands']),
    );
  });

  test('is as unknown as before if a version up to 0.3.0 has read it since', async () => {
    await follow(readPage(PAGE_NOW));
    await savePack(ID, writePack(olderReading(PAGE_NOW)));
    expect(await lookAt(PAGE_NOW)).toEqual([]);
    expect(texts(await storedCourse())).toEqual(OBJECTIVES);
  });

  test('has a fingerprint that fits its record, and changes with a word or a link', () => {
    const prints = [PAGE_NOW, PAGE_NOW.replace('Mind', 'Watch'), PAGE_NOW.replace('/heat/', '/fire/')].map(
      (html) => fingerprintOf(readPage(html).lines),
    );
    expect(new Set(prints).size).toBe(3);
    const { value } = kinds.reading.schema.entries;
    for (const lines of prints)
      expect(value['~run']({ value: { version: 1, pack: 'a', lines } }, {}).issues).toBeUndefined();
  });
});
