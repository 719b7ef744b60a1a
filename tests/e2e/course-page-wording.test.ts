import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { objectivesOf } from '../../courses/course.ts';
import type { Panel } from '../browsers/reader.ts';
import { linesOfPathway, PATHWAY } from '../fixtures/course-pages.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { focus, named, region, seen, textbox, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { untilClosed, VALUES } from './note-sheet.ts';
import { boxOf, openFold, tick, type } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, SECTIONS, untilSection, useSession } from './session.ts';

const COURSE = 'community-learning-pathway';
const [value = '', practices = '', programs = ''] = linesOfPathway();
const objectives = objectivesOf(builtInCourses.find(({ id }) => id === COURSE) ?? { audiences: [] });
const [packValue, packPractices, packPrograms] = objectives.map(({ text }) => text);
const html = handbookPage(PATHWAY) ?? '';
const item = (text: string) => `<li>${text}</li>`;
const COURSE_PAGE = new URL(PATHWAY, HANDBOOK).href;

const ticked = async (panel: Panel) =>
  (await objectivesIn(panel)).filter((each) => each.ticked).map(({ text }) => text);
const texts = async (panel: Panel) => (await objectivesIn(panel)).map(({ text }) => text);
/** The list item of the objective with this text. */
const itemOf = async (panel: Panel, text: string) =>
  (await seen(panel, within(region('objectives.all'), named('listitem')))).find((each) =>
    each.text.includes(text),
  );

describe('the objectives of a built-in course, when the course page is read', () => {
  const session = useSession();

  test('keep their ticks, notes and sections when the page changes their order', async () => {
    const page = await session.reader.newPage(COURSE_PAGE);
    const panel = await session.reader.openPanel(page);
    await tick(panel, practices);
    await expect.poll(() => ticked(panel)).toEqual([practices]);
    await focus(panel, boxOf(practices));
    await panel.press('n');
    await focus(panel, textbox('note.words'));
    await type(panel, 'Ask first');
    await panel.press('Enter', { modifiers: [process.platform === 'darwin' ? 'Meta' : 'Control'] });
    await untilClosed(panel);
    await expect.poll(async () => (await itemOf(panel, practices))?.text).toContain('Ask first');

    const swapped = html
      .replace(item(practices), '<!-- second -->')
      .replace(item(programs), item(practices))
      .replace('<!-- second -->', item(programs))
      // This shows that the panel has read the page.
      .replace(item(value), item(`${value} today`));
    session.server.setPage(PATHWAY, swapped);
    await page.reload();
    await untilSeen(panel, boxOf(`${value} today`));
    expect(await ticked(panel)).toEqual([practices]);
    expect((await itemOf(panel, practices))?.text).toContain('Ask first');
    expect((await itemOf(panel, programs))?.text).not.toContain('Ask first');

    await page.goto(VALUES);
    await untilSection(panel, SECTIONS.practices);
    // The page's own words are those of the section's objective, too.
    const own = await seen(panel, within(region('objectives.then'), named('checkbox')));
    expect(own).toMatchObject([{ name: practices, checked: true }]);
    expect((await texts(panel)).slice(0, 3)).toEqual([`${value} today`, practices, programs]);
    expect(await ticked(panel)).toEqual([practices]);
    await panel.close();
    await page.close();
  });

  test('have the pack’s words if the page has something else in their place', async () => {
    const other = 'Interact by the best practices of the kitchen';
    session.server.setPage(PATHWAY, html.replace(item(practices), item(other)));
    const page = await session.reader.newPage(COURSE_PAGE);
    const panel = await session.reader.openPanel(page);
    await openFold(panel, 'objectives.all');
    await untilSeen(panel, boxOf(value));
    expect((await texts(panel)).slice(0, 3)).toEqual([value, packPractices, programs]);
    await panel.close();
    await page.close();
  });

  test('have no words that an earlier version kept for another objective', async () => {
    const ids = objectives.map(({ id }) => id);
    const lines = linesOfPathway();
    const byPosition = Object.fromEntries(
      ids.map((id, at) => [id, lines[at === 1 ? 2 : at === 2 ? 1 : at] ?? '']),
    );
    const page = await session.reader.newPage(VALUES);
    const first = await session.reader.openPanel(page);
    await openFold(first, 'objectives.all');
    await untilSeen(first, boxOf(packValue ?? ''));
    await first.evaluate(recordsAfter, [
      { key: ['*', 'words', COURSE], value: byPosition, time: Date.now(), count: 0, device: 'old' },
    ]);
    await first.close();
    const panel = await session.reader.openPanel(page);
    await openFold(panel, 'objectives.all');
    await untilSeen(panel, boxOf(value));
    expect((await texts(panel)).sort()).toEqual([value, packPractices, packPrograms, lines[3]].sort());
    await panel.close();
    await page.close();
  });
});
