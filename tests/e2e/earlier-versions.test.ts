import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { keyWords } from '../../assets/courses/key-words/index.ts';
import { type Course, objectivesOf, resourcesOf } from '../../courses/course.ts';
import { verifiedWording } from '../../courses/updates/page-wording.ts';
import type { Panel } from '../browsers/reader.ts';
import { type Dump, doneIn, dumps, recordsIn, type Stored } from '../fixtures/databases.ts';
import { fixedPartOf, patternOf, t } from '../texts.ts';
import { MADE, openBadges } from './badge-sheet.ts';
import { combobox, dialog, named, region, seen, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { openLibrary, pressInLibrary, titlesIn } from './library-sheet.ts';
import { untilClosed, VALUES } from './note-sheet.ts';
import { untilNoticed } from './notices.ts';
import { openFold, openSettings, untilCourse } from './panel-parts.ts';
import { objectivesIn, SECTIONS, untilSection, useSession } from './session.ts';
import { fill } from './stored-by-version.ts';

const COURSE = 'community-learning-pathway';
const pathway = builtInCourses.find(({ id }) => id === COURSE);
if (!pathway) throw new Error(`there is no course ${COURSE}`);
const objectives = objectivesOf(pathway);
const resources = resourcesOf(pathway);
const keys = (await keyWords.en?.()) ?? {};

const valuesOf = (dump: Dump, kind: string) =>
  recordsIn(dump).fitting.flatMap(({ key, value }) => (key[1] === kind ? [value] : []));

/** The page wordings in a dump that are certain. Those that were paired by position may belong to other objectives. */
function wordsOf(dump: Dump): Readonly<Record<string, string>> {
  const { '': language, ...words } = Object.assign({}, ...valuesOf(dump, 'words')) as Record<string, string>;
  return language === undefined ? verifiedWording(pathway as Course, words, keys[COURSE] ?? {}) : words;
}

/** Checks that the panel shows everything in a dump, next to a page of the course. */
async function untilAllIsShown(panel: Panel, dump: Dump): Promise<void> {
  // The page's own wording is shown if it was saved and belongs to this objective.
  const words = wordsOf(dump);
  const ticked = doneIn(dump, COURSE, 'completion').map(
    (id) => words[id] ?? objectives.find((each) => each.id === id)?.text ?? id,
  );
  await openFold(panel, 'objectives.all');
  await expect
    .poll(async () =>
      (await objectivesIn(panel))
        .filter((each) => each.ticked)
        .map(({ text }) => text)
        .sort(),
    )
    .toEqual(ticked.sort());
  // The resources of the page's section are in sight, those of the programs are folded.
  await openFold(panel, 'programs.title');
  const visited = async () =>
    (await seen(panel, named('button', patternOf('resources.unmarkThis')))).map(({ name }) => name);
  for (const id of doneIn(dump, COURSE, 'visit')) {
    const title = resources.find((each) => each.id === id)?.title ?? id;
    await expect.poll(visited).toContain(t('resources.unmarkThis', [title]));
  }
  const notes = valuesOf(dump, 'note') as { words: string; quote: string }[];
  if (notes.length > 0) await openFold(panel, 'note.mine');
  const text = async () => (await untilSeen(panel, region('note.mine'))).text;
  for (const note of notes) {
    await expect.poll(text).toContain(note.words);
    await expect.poll(text).toContain(note.quote);
  }
  await openSettings(panel);
  const { value } = await untilSeen(panel, within(dialog('settings.title'), combobox('audience')));
  expect(value).toBe(valuesOf(dump, 'audience')[0]);
  await panel.press('Escape');
  await untilClosed(panel);
  await openLibrary(panel);
  for (const { title } of valuesOf(dump, 'course') as { title: string }[]) {
    await expect.poll(() => titlesIn(panel)).toContain(title);
  }
  await panel.press('Escape');
  await untilClosed(panel);
}

describe('what an earlier version stored', () => {
  const session = useSession();
  const open = async (kept: Dump) => {
    await session.reader.evaluateInExtension(fill, kept);
    const page = await session.reader.newPage(VALUES);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    const close = async () => {
      await panel.close();
      await page.close();
    };
    return { panel, close };
  };

  test.each(dumps)('%s is shown, kept as it was, and unreadable records are quarantined', async (_, dump) => {
    const { panel, close } = await open({ ...dump, area: {} });
    await untilAllIsShown(panel, dump);
    const { fitting, odd } = recordsIn(dump);
    await untilNoticed(panel, t('notice.setAside', odd.length));
    const kept: Stored[] = await panel.evaluate(recordsAfter, []);
    // The reading place is saved again wherever the reader is.
    for (const record of fitting.filter(({ key }) => key[1] !== 'place')) {
      expect(kept).toContainEqual({ count: 0, device: '', ...record });
    }
    for (const { key } of odd) expect(kept.map((record) => record.key)).not.toContainEqual(key);
    await close();
  });

  const withBadges = dumps.filter(([, dump]) => valuesOf(dump, 'badge').length > 0);
  test.each(withBadges)('%s: the badge that was made is there', async (_, dump) => {
    const course = recordsIn(dump).fitting.find(({ key }) => key[1] === 'badge')?.key[0];
    const { title } = (valuesOf(dump, 'pack') as string[])
      .map((pack) => JSON.parse(pack))
      .find(({ id }) => id === course);
    const { panel, close } = await open(dump);
    await openLibrary(panel);
    await pressInLibrary(panel, title);
    await untilCourse(panel, title);
    await untilClosed(panel);
    await openBadges(panel);
    await expect.poll(async () => (await seen(panel, MADE)).length).toBe(1);
    await panel.press('Escape');
    await close();
  });

  const withCopies = dumps.filter(([, { area }]) => area !== undefined);
  test.each(withCopies)('%s comes back from its copies if its database is lost', async (_, dump) => {
    const { panel, close } = await open({ ...dump, version: 0 });
    await untilNoticed(panel, fixedPartOf('notice.restored', 2));
    await untilAllIsShown(panel, dump);
    await close();
  });
});
