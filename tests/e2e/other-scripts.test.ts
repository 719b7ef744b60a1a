import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { combobox, dialog, named, untilGone, untilSeen, within } from './by-role.ts';
import { importPack, openLibrary, pressInLibrary } from './library-sheet.ts';
import { openView, untilCourse, untilWritable } from './panel-parts.ts';
import { HANDBOOK, useSession } from './session.ts';

const ENGINEERING = `${HANDBOOK}engineering/`;
const COURSE = 'איך אנחנו בונים.';
const SECTION = 'מחלקות.';
const RESOURCE = 'הנדסה.';
const OBJECTIVE = 'מנה את חלקי המחלקה.';
const HEBREW = libraryPack({
  title: COURSE,
  audiences: [
    {
      id: 'everyone',
      title: 'כולם',
      objectives: [{ id: 'name-the-parts', text: OBJECTIVE, sections: ['departments'] }],
    },
  ],
  sections: [
    {
      id: 'departments',
      title: SECTION,
      anchor: 'departments',
      resources: [{ id: 'engineering', title: RESOURCE, address: ENGINEERING }],
    },
  ],
});

/** The directions of the innermost elements in the open view that show this text. */
const directionsOf = (panel: Panel, text: string) =>
  panel.evaluate(
    (shown) =>
      [...document.querySelectorAll('dialog *')]
        .filter(({ textContent, children }) => textContent?.trim() === shown && children.length === 0)
        .map((element) => getComputedStyle(element).direction),
    text,
  );
const untilRightToLeft = (panel: Panel, text: string) =>
  expect.poll(async () => [...new Set(await directionsOf(panel, text))], { message: text }).toEqual(['rtl']);

describe('the texts of a course in a script that is written from right to left', () => {
  const session = useSession();

  test('have their own direction in the library, the search and what is handed in', async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    await openLibrary(panel);
    await importPack(panel, HEBREW);
    await untilRightToLeft(panel, COURSE);
    await pressInLibrary(panel, COURSE);
    await untilCourse(panel, COURSE);
    await untilGone(panel, named('dialog'));
    await panel.press('/');
    await untilSeen(panel, combobox('find.title'), ({ focused }) => focused);
    // No key of the tests' keyboard has these letters.
    await panel.evaluate((query) => {
      const field = document.activeElement as HTMLInputElement;
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, RESOURCE);
    await untilSeen(panel, within(dialog('find.title'), named('option')));
    await untilRightToLeft(panel, RESOURCE);
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    await openView(panel, 'handIn.begin');
    for (const text of [COURSE, SECTION, RESOURCE, OBJECTIVE]) await untilRightToLeft(panel, text);
  });
});
