import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { catchFiles, check, saved, tickAll } from './badge-sheet.ts';
import { chooseFile, openLibrary, pressInLibrary } from './library-sheet.ts';
import {
  FIND_BUTTON,
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

/** Runs axe in the panel. As a function made of its source: the panel's policy lets no other script in. */
async function violationsIn(panel: Panel): Promise<unknown[]> {
  const run = new Function(
    `${axe.source}; return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) })));`,
  ) as () => Promise<unknown[]>;
  return panel.evaluate(run);
}

describe.each(['light', 'dark'] as const)('axe finds nothing in the panel, %s', (colorScheme) => {
  const session = useSession({ keepsState: true, colorScheme });

  test('beside a page of the course', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    expect(await violationsIn(panel)).toEqual([]);
    await page.goto(`${HANDBOOK}values/#transparency`);
    await untilSection(panel, SECTIONS.practices);
    expect(await violationsIn(panel)).toEqual([]);
    await page.close();
  });

  test('while something is looked for', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await panel.click(FIND_BUTTON);
    await panel.waitFor(() => document.querySelector('dialog input') === document.activeElement);
    expect(await violationsIn(panel)).toEqual([]);
    for (const letter of 'engineering') await panel.press(letter);
    await panel.waitFor(() => document.querySelector('[role="option"]'));
    expect(await violationsIn(panel)).toEqual([]);
    for (const letter of 'xqzjkv') await panel.press(letter);
    await panel.waitFor(() => document.querySelector('[role="listbox"][hidden]'));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await page.close();
  });

  test('in the welcome, the shortcuts, the settings, the hand-in and what is known of a moved link', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'Welcome', 'kept in this browser');
    await panel.click('.resource summary');
    await panel.waitFor(() => document.querySelector('.moved-link code'));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('?');
    await panel.waitFor(() => document.querySelector('dialog kbd'));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await panel.click('input[type=checkbox]');
    await panel.waitFor(() => document.querySelector('input:checked'));
    await panel.click('header .tool:last-child');
    await untilRegionShows(panel, 'History', 'Undo');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await panel.click('section[aria-label="Course"] button[aria-haspopup="dialog"]');
    await untilRegionShows(panel, 'What is handed in', 'Community Learning Pathway');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await page.close();
  });

  test('in the library, with a course from a file', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await openLibrary(panel);
    expect(await violationsIn(panel)).toEqual([]);
    await chooseFile(panel, 'pack.json', JSON.stringify(libraryPack()));
    await untilRegionShows(panel, 'Import a course', '2 objectives');
    expect(await violationsIn(panel)).toEqual([]);
    await pressInLibrary(panel, 'Add this course');
    await pressInLibrary(panel, 'Archive: How we build');
    await pressInLibrary(panel, '1 archived course');
    expect(await violationsIn(panel)).toEqual([]);
    await pressInLibrary(panel, 'Remove: How we build');
    await untilRegionShows(panel, 'Your courses', 'Course removed');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await page.close();
  });

  test('while a note is written, with the note, and when it is deleted', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Node));
    await panel.waitFor(() => document.querySelector('.objectives .tool'));
    await panel.click('.objectives .tool');
    await panel.waitFor(() => document.querySelector('.note blockquote'));
    expect(await violationsIn(panel)).toEqual([]);
    await panel.click('.note .primary');
    await panel.waitFor(() => document.querySelector('.notes'));
    await panel.click('.notes summary');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.click('.notes .actions button:last-of-type');
    await untilRegionShows(panel, 'Objectives', 'Note deleted');
    expect(await violationsIn(panel)).toEqual([]);
    await page.close();
  });

  test('when all objectives are reached, and while a badge is made and checked', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await tickAll(panel);
    await untilRegionShows(panel, 'All objectives reached', 'You have reached');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.click('.reached .primary');
    await panel.waitFor(() => document.querySelector('.badges form svg'));
    await panel.click('.badges form .primary');
    await untilRegionShows(panel, 'Badges made so far', 'Save the picture');
    await catchFiles(panel);
    await check(panel, await saved(panel, 'picture'));
    await untilRegionShows(panel, 'Check a badge', 'What nobody can know');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.click('dialog .title .tool');
    await page.close();
  });

  test('beside a page that is not of the handbook, a missing one, and with a notice', async () => {
    const page = await session.reader.newPage('https://www.kubernetes.dev/community/values/');
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, 'You are here', 'not a page of the handbook');
    expect(await violationsIn(panel)).toEqual([]);
    await page.goto(`${RELATIONS}evangelist-program/`);
    await untilRegionShows(panel, 'You are here', 'similar address');
    expect(await violationsIn(panel)).toEqual([]);
    await session.reader.setAccess(false);
    await panel.waitFor(() => document.querySelector('[role="status"] button'));
    expect(await violationsIn(panel)).toEqual([]);
    await session.reader.setAccess(true);
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing in the panel in Japanese, %s', (colorScheme) => {
  const session = useSession({ keepsState: true, colorScheme, language: 'ja' });

  test('in every view', async () => {
    const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
    const panel = await session.reader.openPanel(page);
    const shows = (selector: string) => panel.waitFor((of) => document.querySelector(of), selector);
    await shows('html[lang=ja] .welcome');
    await panel.click('.resource summary');
    await shows('.moved-link code');
    expect(await violationsIn(panel)).toEqual([]);
    for (const [key, view] of [
      ['/', '.find input'],
      ['?', 'dialog kbd'],
    ] as const) {
      await panel.press(key);
      await shows(view);
      expect(await violationsIn(panel)).toEqual([]);
      await panel.press('Escape');
      await panel.waitFor(() => !document.querySelector('dialog'));
    }
    await panel.click('input[type=checkbox]');
    await shows('input:checked');
    await panel.click('header .tool:last-child');
    await shows('.history button');
    expect(await violationsIn(panel)).toEqual([]);
    await panel.press('Escape');
    await page.goto(`${RELATIONS}evangelist-program/`);
    await shows('.candidates');
    expect(await violationsIn(panel)).toEqual([]);
    await page.close();
  });
});
