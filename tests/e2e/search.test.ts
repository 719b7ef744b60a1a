import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import {
  beginning,
  button,
  click,
  combobox,
  dialog,
  focus,
  named,
  nth,
  region,
  seen,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import {
  beginNote,
  OBJECTIVE,
  openNoted,
  SAVE,
  save,
  sheet,
  untilClosed,
  VALUES,
  WORDS,
  write,
} from './note-sheet.ts';
import { openSettings, type, untilCourse } from './panel-parts.ts';
import { SECTIONS, untilSection, useSession } from './session.ts';

const SEARCH = dialog('find.title');
const HABITS = 'Pick up good habits for taking part in the community';
/** A resource of the shown section that is on another page. */
const READ = 'Kubernetes Community Values';
const ACCOUNT = 'Take over a customer’s account from a colleague in good order';

/** Returns the selected result with its kind; undefined if there is none. */
const chosen = async (panel: Panel) =>
  (await seen(panel, within(SEARCH, named('option')))).find(({ selected }) => selected)?.name;

describe('the search', () => {
  const session = useSession();

  /** Opens the search with its key, and types a query. */
  const ask = async (panel: Panel, query: string) => {
    await panel.press('/');
    await untilSeen(panel, within(SEARCH, combobox('find.title')), ({ focused }) => focused);
    await type(panel, query);
  };
  /** Searches, and waits until the expected result is selected. @param kind the key of its kind's text */
  const look = async (panel: Panel, query: string, kind: string, title: string) => {
    await ask(panel, query);
    const said = `${title} ${t(kind)} `;
    await expect.poll(async () => `${await chosen(panel)} `.slice(0, said.length)).toBe(said);
  };

  test('shows a section in the panel while the page stays, and opens a resource, each in its course', async () => {
    const { page, panel } = await openNoted(session);
    await look(panel, 'office hours', 'find.kind.section', 'CSM Office Hours');
    await panel.press('Enter');
    await untilCourse(panel, 'CSM Onboarding');
    await untilSection(panel, 'CSM Office Hours');
    await untilSeen(panel, button('header.backToPage'));
    expect(page.url()).toBe(VALUES);
    await look(panel, 'fostring dib', 'find.kind.resource', 'Fostering DIB in our community');
    await panel.press('Enter');
    await expect.poll(() => page.url()).toBe(`${VALUES}#diversity-inclusion`);
    await untilSection(panel, 'Open source community best practices');
  });

  test('matches the text of a note without accents, and leads to the item that the note belongs to', async () => {
    const { panel } = await openNoted(session);
    await focus(panel, within(region('objectives.then'), named('checkbox', OBJECTIVE)));
    await panel.press('n');
    await expect.poll(async () => (await sheet(panel))?.about).toBe(OBJECTIVE);
    // The tests' keyboard has no key for this letter.
    await panel.evaluate(() => {
      const words = document.querySelector('textarea');
      if (words) words.value = 'Zoë asked';
      words?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await untilSeen(panel, WORDS, ({ value }) => value === 'Zoë asked');
    await untilSeen(panel, SAVE, ({ disabled }) => !disabled);
    await save(panel);
    await look(panel, 'asked zoe', 'find.kind.note', 'Zoë asked');
    await panel.press('Enter');
    await untilSeen(panel, named('checkbox', OBJECTIVE), ({ focused }) => focused);
  });

  test('says that there are no matches for a word that resembles nothing, and offers the sections of the course', async () => {
    const { page, panel } = await openNoted(session);
    await ask(panel, 'giraffe');
    await untilSeen(panel, within(SEARCH, named('status', t('find.nothing'))));
    expect(await chosen(panel)).toBe(undefined);
    const section = within(SEARCH, named('option', beginning(SECTIONS.programs)));
    await click(panel, section);
    await untilSection(panel, SECTIONS.programs);
    expect(page.url()).toBe(VALUES);
  });

  test('offers what a part of the query finds, if all of it finds nothing', async () => {
    const { panel } = await openNoted(session);
    await ask(panel, 'giraffe education');
    await untilSeen(panel, within(SEARCH, named('status', t('find.nothing'))));
    await untilSeen(panel, SEARCH, ({ text }) => text.includes(t('find.instead', ['education'])));
    await untilSeen(panel, within(SEARCH, named('option', beginning('Education Program'))));
    expect(await chosen(panel)).toBe(undefined);
    await panel.press('ArrowDown');
    await expect.poll(() => chosen(panel)).toContain('Education Program');
  });

  test('without a query offers the pages that were read, what was searched, and notes; but not the shown page', async () => {
    const { page, panel } = await openNoted(session);
    const mark = within(region('resources.title'), button('resources.markThis', [READ]));
    await click(panel, mark);
    await untilGone(panel, mark);
    await beginNote(panel);
    await write(panel, 'Ask first');
    await save(panel);
    await panel.press('/');
    const offered = async () =>
      (await seen(panel, within(SEARCH, named('option')))).map(
        ({ name }) => name.split(` ${t('find.kind.resource')} `)[0],
      );
    const note = `Ask first ${t('find.kind.note')} `;
    await expect.poll(offered).toEqual([READ, expect.stringContaining(note)]);
    expect(await chosen(panel)).toBe(undefined);
    await panel.press('Escape');
    await untilClosed(panel);
    await look(panel, 'fostring dib', 'find.kind.resource', 'Fostering DIB in our community');
    await panel.press('Enter');
    await untilClosed(panel);
    await panel.press('/');
    await expect.poll(offered).toEqual([READ, 'fostring dib', expect.stringContaining(note)]);
    await click(panel, within(SEARCH, named('option', 'fostring dib')));
    await untilSeen(panel, within(SEARCH, combobox('find.title')), ({ value }) => value === 'fostring dib');
    await untilSeen(panel, within(SEARCH, named('option', beginning('Fostering DIB'))));
    // Searches are in memory only: a new panel knows none.
    await panel.close();
    const again = await session.reader.openPanel(page);
    await untilSection(again, SECTIONS.practices);
    await again.press('/');
    await untilSeen(again, within(SEARCH, named('option')));
    expect((await seen(again, within(SEARCH, named('option', 'fostring dib')))).length).toBe(0);
  });

  test('changes nothing if it is closed with Escape', async () => {
    const { page, panel } = await openNoted(session);
    await focus(panel, within(region('resources.title'), nth(named('link'), 0)));
    const view = () =>
      panel.evaluate(() => [
        document.activeElement?.textContent,
        scrollY,
        document.querySelector('main')?.textContent,
      ]);
    const before = await view();
    await look(panel, 'office hours', 'find.kind.section', 'CSM Office Hours');
    await panel.press('Escape');
    await untilClosed(panel);
    expect(await view()).toEqual(before);
    expect(page.url()).toBe(VALUES);
    await untilSeen(panel, button('find.title'));
  });

  test('leads to an objective of another audience', async () => {
    const { panel } = await openNoted(session);
    await look(panel, 'taking part community habits', 'find.kind.objective', HABITS);
    await panel.press('Enter');
    await untilSeen(panel, named('checkbox', HABITS), ({ focused }) => focused);
    await openSettings(panel);
    await untilSeen(
      panel,
      within(region('learning.title'), combobox('audience')),
      ({ option }) => option === 'Community member',
    );
  });

  test('leads to an objective of another course, which gets the focus', async () => {
    const { page, panel } = await openNoted(session);
    await look(panel, 'take over account', 'find.kind.objective', ACCOUNT);
    await panel.press('Enter');
    await untilCourse(panel, 'CSM Onboarding');
    await untilSeen(panel, named('checkbox', ACCOUNT), ({ focused }) => focused);
    expect(page.url()).toBe(VALUES);
  });
});
