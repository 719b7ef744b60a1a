import { afterAll, describe, expect, inject, test } from 'vitest';
import { organisationFor } from '../browsers/organisation.ts';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { examplePolicy } from '../fixtures/example-policy.ts';
import { openLibrary, pressInLibrary, titlesIn } from './library-sheet.ts';
import { buildFor, HANDBOOK, objectivesIn, untilRegionShows, useSession } from './session.ts';

const browser = inject('browserName');
const EXAMPLE = examplePolicy(browser);
const ENGINEERING = `${HANDBOOK}engineering/`;
const COURSE = 'Your first week';
const BUILT_IN = ['Community Learning Pathway', 'CSM Onboarding'];
const MANAGED = 'Managed by your organisation';

describe('what an organisation sets', () => {
  const organisation = organisationFor(browser, buildFor(browser));
  const session = useSession(organisation.options);
  afterAll(() => organisation.end());

  const begin = async () => {
    const page = await session.reader.newPage(ENGINEERING);
    const panel = await session.reader.openPanel(page);
    await panel.waitFor(() => document.querySelector('input:not(:disabled)'));
    const end = async () => {
      await panel.close();
      await page.close();
    };
    return { page, panel, end };
  };
  const titleOf = (panel: Panel) => panel.evaluate(() => document.querySelector('header h1')?.textContent);
  const openSettings = async (panel: Panel) => {
    await panel.click('header .tool[aria-label="Settings"]');
    await untilRegionShows(panel, 'History', 'History');
  };
  const syncSwitch = (panel: Panel) =>
    panel.evaluate(() => {
      const { checked, disabled } = document.querySelector('.switch input') as HTMLInputElement;
      return { checked, disabled };
    });
  const managed = (panel: Panel) =>
    panel.evaluate(
      (name) => document.querySelector(`section[aria-label="${name}"]`)?.textContent ?? '',
      MANAGED,
    );
  /** Chromium looks at its policies anew after some seconds. */
  const inTime = (what: string, isSo: () => Promise<boolean>) => until(what, isSo, 30_000);

  test('nothing: nothing is said of it', async () => {
    const { panel, end } = await begin();
    await openSettings(panel);
    await panel.waitFor(() => document.querySelector('.switch input:not(:disabled)'));
    expect(await panel.evaluate(() => document.querySelector('.settings')?.textContent)).not.toContain(
      MANAGED,
    );
    await end();
  });

  /** Sets something else. Chromium tells of it within seconds; Firefox reads it when it starts. */
  const setAnew = async (settings?: object) => {
    await organisation.set(settings);
    if (browser === 'firefox') await session.reader.restart();
  };

  test('a course: it is there, and on its page its section; the audience is the one that is set', async () => {
    await setAnew(EXAMPLE);
    const { panel, end } = await begin();
    await inTime('the course is shown', async () => (await titleOf(panel)) === COURSE);
    await untilRegionShows(panel, 'You are here', 'The department');
    expect(await objectivesIn(panel)).toEqual([{ text: 'Show a newcomer the department', ticked: false }]);
    await end();
  });

  test('the settings say what is set, and that sync is off; it cannot be switched on', async () => {
    const { panel, end } = await begin();
    await openSettings(panel);
    const said = await untilRegionShows(panel, MANAGED, 'switched off');
    expect(said).toContain(`Course: ${COURSE}`);
    expect(said).toContain('Audience, until you choose one: Manager');
    expect(said).toContain(EXAMPLE.handbooks[0]);
    expect(said).not.toContain('not valid');
    await untilRegionShows(panel, 'Other computers', 'Your organisation has switched this off.');
    await panel.click('.switch');
    expect(await syncSwitch(panel)).toEqual({ checked: false, disabled: true });
    expect(await panel.evaluate(() => chrome.storage.local.get('sync'))).toEqual({});
    await end();
  });

  test('what the reader chooses and ticks counts, and is there with the panel opened anew', async () => {
    const { panel, end } = await begin();
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
    const again = await begin();
    await expect
      .poll(() => objectivesIn(again.panel))
      .toEqual([{ text: 'Find your way in the department', ticked: true }]);
    await again.end();
  });

  test('the library says where the course is from; it can be archived and moved, not removed', async () => {
    const { panel, end } = await begin();
    await openLibrary(panel);
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
    await setAnew({ sync: true });
    const { panel, end } = await begin();
    await inTime('the course leaves', async () => (await titleOf(panel)) !== COURSE);
    await openLibrary(panel);
    expect(await titlesIn(panel)).toEqual(BUILT_IN);
    await end();
    await setAnew({ ...EXAMPLE, sync: true });
    const again = await begin();
    await inTime('the course comes back', async () => (await titleOf(again.panel)) === COURSE);
    await openLibrary(again.panel);
    await untilRegionShows(again.panel, 'Your courses', 'from your organisation · 1 of 1 ticked');
    expect(await titlesIn(again.panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
    await again.end();
  });

  test('a sync that is on stops when it is switched off, and what was done stays', async () => {
    const { panel, end } = await begin();
    await openSettings(panel);
    await panel.waitFor(() => document.querySelector('.switch input:not(:disabled)'));
    await panel.click('.switch input');
    await untilRegionShows(panel, 'Other computers', 'Handed to the browser');
    await setAnew(EXAMPLE);
    if (browser === 'firefox') return inFirefox();
    await inTime('sync is off', async () => (await syncSwitch(panel)).disabled);
    expect(await syncSwitch(panel)).toEqual({ checked: false, disabled: true });
    await checkStopped(panel);
    await end();

    async function inFirefox() {
      const again = await begin();
      await openSettings(again.panel);
      await untilRegionShows(again.panel, 'Other computers', 'Your organisation has switched this off.');
      await checkStopped(again.panel);
      await again.end();
    }
    async function checkStopped(open: Panel) {
      const saying = () => open.evaluate(() => document.querySelector('.switch ~ .saying')?.textContent);
      await expect.poll(saying).toBe('');
      const area = () =>
        session.reader.evaluateInExtension(async () => JSON.stringify(await chrome.storage.sync.get(null)));
      const before = await area();
      await open.click('.settings .tool');
      await open.click('section[aria-label="Objectives"] input');
      await expect.poll(async () => (await objectivesIn(open))[0]?.ticked).toBe(false);
      // Twice as long as a sync gathers what it writes.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      expect(await area()).toBe(before);
    }
  });

  test('what does not fit is left out and told, and the rest is followed', async () => {
    await setAnew({
      ...EXAMPLE,
      courses: ['{ "id": ', ...EXAMPLE.courses, '{"id":"x","sections":[],"audiences":[]}'],
      handbooks: ['http://handbook.example.com/', ...EXAMPLE.handbooks],
    });
    const { panel, end } = await begin();
    await openSettings(panel);
    await inTime('it is told', async () => (await managed(panel)).includes('tell your administrator'));
    const said = await managed(panel);
    expect(said).toContain('courses.0: it is not JSON');
    expect(said).toContain('courses.2.title: ');
    expect(said).toContain('handbooks.0: an address begins with https://');
    expect(said).toContain(`Course: ${COURSE}`);
    expect(said).toContain(EXAMPLE.handbooks[0]);
    expect(await titleOf(panel)).toBe(COURSE);
    await end();
  });
});
