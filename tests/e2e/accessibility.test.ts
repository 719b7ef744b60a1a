import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import titles from '../../assets/courses/translations/ja.json' with { type: 'json' };
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { fixedPartOf, patternOf, t, textsIn } from '../texts.ts';
import { catchFiles, check, saved, tickAll } from './badge-sheet.ts';
import {
  beginning,
  button,
  click,
  dialog,
  named,
  nth,
  region,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import {
  chooseFile,
  chooseForCourse,
  openCourseMenu,
  openLibrary,
  pressInLibrary,
  untilLibrarySays,
} from './library-sheet.ts';
import { untilClosed } from './note-sheet.ts';
import {
  closeSheet,
  openFold,
  openFolds,
  openSettings,
  openView,
  tick,
  type,
  untilDone,
} from './panel-parts.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
/** A page that isn't part of a course: it never counts as read, so the welcome stays. */
const ENGINEERING = `${HANDBOOK}engineering/`;

/** Makes everything in the panel scroll with it. Runs in the panel, so it uses nothing outside itself. */
const unstick = () => {
  const all = [...document.querySelectorAll<HTMLElement>('body *')];
  for (const each of all) if (getComputedStyle(each).position === 'sticky') each.style.position = 'static';
};
/** Undoes that. */
const stick = () => {
  for (const each of document.querySelectorAll<HTMLElement>('[style*="position"]')) each.style.position = '';
};

/** Passed as source, because the panel's policy allows no other script. */
const load = new Function(`${axe.source}; globalThis.axe = axe;`) as () => void;
type Axe = typeof axe;
const isLoaded = () => 'axe' in globalThis;

const allRules: axe.RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
const rulesOfColor: axe.RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['color-contrast', 'link-in-text-block'],
};

/** Runs axe in the panel as it is in the light, and in the dark, where only the colors differ. */
async function violationsIn(panel: Panel): Promise<unknown[]> {
  if (!(await panel.evaluate(isLoaded))) await panel.evaluate(load);
  // A row that is half behind the footer has the size that it has when it is scrolled into sight.
  await panel.evaluate(unstick);
  const found = [];
  for (const [scheme, options] of [
    ['dark', rulesOfColor],
    ['light', allRules],
  ] as const) {
    await panel.setColorScheme(scheme);
    await panel.waitFor((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme);
    const violations = await panel.evaluate(async (wanted) => {
      // The colors of buttons may change gradually.
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      const { violations } = await (Reflect.get(globalThis, 'axe') as Axe).run(document, wanted);
      return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }));
    }, options);
    for (const violation of violations) found.push({ scheme, violation });
  }
  await panel.evaluate(stick);
  return found;
}

describe('axe finds nothing in the panel, light and dark', () => {
  const session = useSession();

  test('next to a page of the course', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    expect(await violationsIn(panel)).toEqual([]);
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panel, SECTIONS.practices);
    expect(await violationsIn(panel)).toEqual([]);
    await page.close();
  });

  test('during a search', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await click(panel, within(named('banner'), button('find.title')));
    await untilSeen(panel, within(dialog('find.title'), named('combobox')), ({ focused }) => focused);
    expect(await violationsIn(panel)).toEqual([]);
    await type(panel, 'engineering');
    await untilSeen(panel, named('option'));
    expect(await violationsIn(panel)).toEqual([]);
    // In place of what was typed before.
    await panel.press('a', { modifiers: ['Control'] });
    await type(panel, 'xqzjkv');
    await untilSeen(panel, within(dialog('find.title'), named('status', t('find.nothing'))));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await page.close();
  });

  test('with everything unfolded, after a tick, with the menu, and in another section', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.practices);
    await tick(panel, 0);
    await untilDone(panel, 'done.ticked');
    await openFold(panel, 'course.sections');
    await click(panel, within(region('course.sections'), button('course.unfold', [SECTIONS.strategy])));
    await openFold(panel, 'programs.title');
    await click(panel, within(region('resources.title'), button('here.why')));
    await untilSeen(panel, within(region('programs.title'), named('listitem')));
    expect(await violationsIn(panel)).toEqual([]);
    await click(panel, within(named('banner'), button('header.menu')));
    await untilSeen(panel, button('outdated.title'));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await untilGone(panel, button('outdated.title'));
    await click(panel, within(region('course.sections'), named('button', beginning(SECTIONS.programs))));
    await untilSeen(panel, button('header.backToPage'));
    expect(await violationsIn(panel)).toEqual([]);
    await page.close();
  });

  test('in the welcome, the shortcuts, the settings, the hand-in and the outdated links', async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('welcome.title'), t('welcome.keeps'));
    expect(await violationsIn(panel)).toEqual([]);
    await page.goto(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await openView(panel, 'outdated.title');
    await untilSeen(panel, within(dialog('outdated.title'), button('moved.copyAll')));
    expect(await violationsIn(panel)).toEqual([]);
    await closeSheet(panel);
    await untilClosed(panel);
    await panel.press('?');
    await untilSeen(panel, dialog('keys.title'));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await untilClosed(panel);
    await tick(panel, 0);
    await openSettings(panel);
    await untilRegionShows(panel, t('history.title'), t('history.undo'));
    expect(await violationsIn(panel)).toEqual([]);
    await closeSheet(panel);
    await openView(panel, 'handIn.begin');
    await untilRegionShows(panel, t('handIn.preview'), 'Community Learning Pathway');
    expect(await violationsIn(panel)).toEqual([]);
    await closeSheet(panel);
    await page.close();
  });

  test('in the library, with a course from a file', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await openLibrary(panel);
    expect(await violationsIn(panel)).toEqual([]);
    await chooseFile(panel, 'pack.json', JSON.stringify(libraryPack()));
    await untilRegionShows(panel, t('library.import'), t('library.objectives', 2));
    expect(await violationsIn(panel)).toEqual([]);
    await pressInLibrary(panel, t('library.take'));
    await openCourseMenu(panel, 'How we build');
    await untilSeen(panel, button('library.archive'));
    expect(await violationsIn(panel)).toEqual([]);
    await click(panel, button('library.archive'));
    await pressInLibrary(panel, t('library.archived', 1));
    expect(await violationsIn(panel)).toEqual([]);
    await chooseForCourse(panel, 'How we build', 'library.remove');
    await untilLibrarySays(panel, t('history.removed', ['How we build']));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await page.close();
  });

  test('while a note is written, with the saved note, and after its deletion', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await openFold(panel, 'objectives.all');
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Node));
    await click(panel, nth(within(region('objectives.all'), named('button', patternOf('note.keepWith'))), 0));
    await untilSeen(panel, within(region('note.quote'), named('blockquote')), ({ text }) => text !== '');
    await untilSeen(panel, within(dialog('note.title'), button('note.noQuote')));
    expect(await violationsIn(panel)).toEqual([]);
    await click(panel, within(dialog('note.title'), button('note.save')));
    await click(panel, within(region('objectives.all'), button('note.count', 1)));
    await click(panel, within(region('objectives.all'), button('note.actions')));
    await untilSeen(panel, within(region('objectives.all'), button('note.delete')));
    expect(await violationsIn(panel)).toEqual([]);
    await click(panel, within(region('objectives.all'), button('note.delete')));
    await untilDone(panel, 'note.deleted');
    expect(await violationsIn(panel)).toEqual([]);
    await page.close();
  });

  test('when all objectives are ticked, and while a badge is made and verified', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await tickAll(panel);
    await untilRegionShows(panel, t('badge.reachedTitle'), fixedPartOf('badge.reached'));
    expect(await violationsIn(panel)).toEqual([]);
    await click(panel, within(region('badge.reachedTitle'), button('badge.makeYours')));
    await untilSeen(panel, within(region('badge.make'), named('img')));
    await click(panel, button('badge.makeIt'));
    await untilRegionShows(panel, t('badge.made'), t('badge.formats'));
    await catchFiles(panel);
    await check(panel, await saved(panel, 'picture'));
    await untilRegionShows(panel, t('badge.check'), t('badge.unknown'));
    expect(await violationsIn(panel)).toEqual([]);
    await closeSheet(panel);
    await page.close();
  });

  test('next to a page outside the handbook, next to a missing page, and with a notice', async () => {
    const page = await session.reader.newPage('https://www.kubernetes.dev/community/values/');
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
    expect(await violationsIn(panel)).toEqual([]);
    await page.goto(`${RELATIONS}evangelist-program/`);
    await untilRegionShows(panel, t('here.title'), t('missing.similar'));
    expect(await violationsIn(panel)).toEqual([]);
    await session.reader.setAccess(false);
    await untilSeen(panel, button('notice.accessButton'));
    expect(await violationsIn(panel)).toEqual([]);
    await session.reader.setAccess(true);
    await page.close();
  });
});

const ja = await textsIn('ja');

/** Opens a view from the menu, by the key of its Japanese name there. */
async function openInMenu(panel: Panel, key: string): Promise<void> {
  await click(panel, within(named('banner'), named('button', ja.t('header.menu'))));
  await click(panel, named('button', ja.t(key)));
}

describe('axe finds nothing in the panel in Japanese, light and dark', () => {
  const session = useSession({ language: 'ja' });

  test('in every view', async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilSeen(panel, named('region', ja.t('welcome.title')));
    expect(await panel.evaluate(() => document.documentElement.lang)).toBe('ja');
    expect(await violationsIn(panel)).toEqual([]);
    await page.goto(PROGRAM);
    await untilSection(panel, titles['community-learning-pathway'].sections.programs);
    expect(await violationsIn(panel)).toEqual([]);
    await openInMenu(panel, 'outdated.title');
    await untilSeen(panel, named('button', ja.t('moved.copyAll')));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await untilClosed(panel);
    for (const [key, view] of [
      ['/', 'find.title'],
      ['?', 'keys.title'],
    ] as const) {
      await panel.press(key);
      await untilSeen(panel, named('dialog', ja.t(view)));
      expect(await violationsIn(panel)).toEqual([]);
      await panel.press('Escape');
      await untilClosed(panel);
    }
    await click(panel, nth(named('checkbox'), 0));
    await untilSeen(panel, named('checkbox'), ({ checked }) => checked === true);
    await openInMenu(panel, 'settings.title');
    expect(await violationsIn(panel)).toEqual([]);
    await openFolds(panel);
    await untilSeen(panel, within(named('region', ja.t('history.title')), named('button')));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await untilClosed(panel);
    await page.goto(`${RELATIONS}evangelist-program/`);
    await untilRegionShows(panel, ja.t('here.title'), ja.t('missing.places'));
    expect(await violationsIn(panel)).toEqual([]);
    await page.close();
  });
});
