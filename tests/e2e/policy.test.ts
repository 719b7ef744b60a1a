import { describe, expect, test } from 'vitest';
import { pressInLibrary, titlesIn } from './library-sheet.ts';
import {
  COURSE,
  EXAMPLE,
  openCourses,
  openSettings,
  untilCourse,
  untilSaid,
  useOrganisation,
} from './organisation-session.ts';
import { objectivesIn, untilRegionShows } from './session.ts';

const BUILT_IN = ['Community Learning Pathway', 'CSM Onboarding'];

describe('what an organisation sets', () => {
  const { open, set } = useOrganisation();

  test('nothing: nothing is said of it', async () => {
    const { panel, end } = await open();
    await openSettings(panel);
    await panel.waitFor(() => document.querySelector('.switch input:not(:disabled)'));
    const said = await panel.evaluate(() => document.querySelector('.settings')?.textContent);
    expect(said).not.toContain('organisation');
    await end();
  });

  test('a course: it is there, and on its page its section; the audience is the one that is set', async () => {
    const { panel, end } = await set(EXAMPLE, await open());
    await untilCourse(panel);
    await untilRegionShows(panel, 'You are here', 'The department');
    expect(await objectivesIn(panel)).toEqual([{ text: 'Show a newcomer the department', ticked: false }]);
    await openSettings(panel);
    const said = await untilSaid(panel, `Course: ${COURSE}`);
    expect(said).toContain('Audience, until you choose one: Manager');
    expect(said).toContain(EXAMPLE.handbooks[0]);
    // Its handbook is among those that are read, but only the reader can give access, and only the organisation remove it.
    const handbook = await panel.waitFor(
      () => document.querySelector<HTMLElement>('section[aria-label="Handbooks"] li')?.innerText,
    );
    expect(handbook).toMatch(/from your organisation[\s\S]*no access[\s\S]*Give access/);
    expect(handbook).not.toContain('Remove');
    expect(said).not.toContain('not valid');
    await end();
  });

  test('what the reader chooses and ticks counts, and is there with the panel opened anew', async () => {
    const { panel, end } = await open();
    await untilCourse(panel);
    await panel.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('header select');
      if (!select) throw new Error('there is no audience to choose');
      select.value = 'newcomer';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect
      .poll(async () => (await objectivesIn(panel))[0]?.text)
      .toBe('Find your way in the department');
    // The welcome above goes when the reader has chosen.
    await panel.waitFor(() => !document.querySelector('.welcome'));
    await panel.click('section[aria-label="Objectives"] input');
    await expect.poll(async () => (await objectivesIn(panel))[0]?.ticked).toBe(true);
    await end();
    const again = await open();
    await expect
      .poll(() => objectivesIn(again.panel))
      .toEqual([{ text: 'Find your way in the department', ticked: true }]);
    await again.end();
  });

  test('the library says where the course is from; it can be archived and moved, not removed', async () => {
    const { panel, end } = await open();
    await openCourses(panel);
    await untilRegionShows(panel, 'Your courses', 'from your organisation · 1 of 1 ticked');
    expect(await titlesIn(panel)).toEqual([...BUILT_IN, COURSE]);
    const buttons = await panel.evaluate(() =>
      [...document.querySelectorAll('.library button')].map(({ ariaLabel }) => ariaLabel),
    );
    expect(buttons).toContain(`Archive: ${COURSE}`);
    expect(buttons).not.toContain(`Remove: ${COURSE}`);
    await pressInLibrary(panel, `Move up: ${COURSE}`);
    await expect.poll(() => titlesIn(panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
    await pressInLibrary(panel, `Archive: ${COURSE}`);
    await untilRegionShows(panel, 'Your courses', '1 archived course');
    await pressInLibrary(panel, 'Undo');
    await expect.poll(() => titlesIn(panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
    await end();
  });

  test('a course no more: it leaves the list, and comes back with its ticks and its place', async () => {
    const before = await open();
    await untilCourse(before.panel);
    const without = await set({ audience: 'manager' }, before);
    await untilCourse(without.panel, false);
    await openCourses(without.panel);
    await expect.poll(() => titlesIn(without.panel)).toEqual(BUILT_IN);
    const { panel, end } = await set(EXAMPLE, without);
    await untilCourse(panel);
    if (panel !== without.panel) await openCourses(panel);
    await untilRegionShows(panel, 'Your courses', 'from your organisation · 1 of 1 ticked');
    expect(await titlesIn(panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
    await end();
  });

  test('what does not fit is left out and told, and the rest is followed', async () => {
    const { panel, end } = await set(
      {
        ...EXAMPLE,
        courses: ['{ "id": ', ...EXAMPLE.courses, '{"id":"x","sections":[],"audiences":[]}'],
        handbooks: ['http://handbook.example.com/', ...EXAMPLE.handbooks],
      },
      await open(),
    );
    await untilCourse(panel);
    await openSettings(panel);
    const said = await untilSaid(panel, 'tell your administrator');
    expect(said).toContain('courses.0: it is not JSON');
    expect(said).toContain('courses.2.title: ');
    expect(said).toContain('handbooks.0: an address begins with https://');
    expect(said).toContain(`Course: ${COURSE}`);
    expect(said).toContain(EXAMPLE.handbooks[0]);
    await end();
  });
});
