import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, combobox, dialog, focus, named, nth, region, seen, untilSeen, within } from './by-role.ts';
import { OBJECTIVE, openNoted, SAVE, save, sheet, untilClosed, VALUES, WORDS } from './note-sheet.ts';
import { openSettings, type, untilCourse } from './panel-parts.ts';
import { untilSection, useSession } from './session.ts';

const SEARCH = dialog('find.title');
const HABITS = 'Pick up good habits for taking part in the community';
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

  test('says that there are no matches for a word that resembles nothing', async () => {
    const { panel } = await openNoted(session);
    await ask(panel, 'giraffe');
    await untilSeen(panel, within(SEARCH, named('status', t('find.nothing'))));
    expect(await chosen(panel)).toBe(undefined);
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
