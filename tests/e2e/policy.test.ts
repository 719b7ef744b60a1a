import { describe, expect, test } from 'vitest';
import { patternOf, t } from '../texts.ts';
import { click, named, region, seen, untilGone, untilSeen, within } from './by-role.ts';
import { actionsFor, chooseForCourse, openLibrary, titlesIn, undoInLibrary } from './library-sheet.ts';
import {
  COURSE,
  EXAMPLE,
  SYNC_SWITCH,
  untilCourse,
  untilSaid,
  useOrganisation,
} from './organisation-session.ts';
import { openSettings, tick } from './panel-parts.ts';
import { objectivesIn, untilRegionShows, untilSection } from './session.ts';

const BUILT_IN = ['Community Learning Pathway', 'CSM Onboarding'];
/** The course's objectives for the managed audience and for the other one. */
const MANAGERS = 'Show a newcomer the department';
const NEWCOMERS = 'Find your way in the department';
const HANDBOOKS = region('handbooks.title');
/** The library's status of the course when its objective is ticked. */
const TICKED = `${t('course.objectives', [1, 1])} · ${t('library.source.managed')}`;

describe('the policy of an organisation', () => {
  const { begin, open, set } = useOrganisation();

  /** Sets the example policy and ticks the objective of its course. */
  const beginTicked = async () => {
    const opened = await begin(EXAMPLE);
    await untilCourse(opened.panel);
    await tick(opened.panel, MANAGERS);
    return opened;
  };

  test('nothing is shown if there is none', async () => {
    const { panel } = await begin();
    await openSettings(panel);
    await untilSeen(panel, SYNC_SWITCH, ({ disabled }) => !disabled);
    const settings = async () => (await seen(panel, named('dialog', t('settings.title'))))[0]?.text;
    // The policy of an earlier start is in force until the browser has read the present one.
    for (const key of ['managed.title', 'handbooks.managed', 'sync.forbidden'])
      await expect.poll(settings).not.toContain(t(key));
  });

  test('with a course: it is in the panel and matches its page, with the audience that is set', async () => {
    const { panel } = await set(EXAMPLE, await begin());
    await untilCourse(panel);
    await untilSection(panel, 'The department');
    expect(await objectivesIn(panel)).toEqual([{ text: MANAGERS, ticked: false }]);
    await openSettings(panel);
    const said = await untilSaid(panel, t('managed.course', [COURSE]));
    expect(said).toContain(t('managed.audience', ['Manager']));
    expect(said).toContain(EXAMPLE.handbooks[0]);
    // Its handbook is among the known ones, but only the reader can grant access, and only the organisation can remove it.
    const { text } = await untilSeen(panel, within(HANDBOOKS, named('listitem')));
    const said3 = ['handbooks.managed', 'handbooks.noAccess', 'notice.accessButton'].map((key) => t(key));
    expect(text).toMatch(new RegExp(said3.join('[^]*')));
    expect(await seen(panel, within(HANDBOOKS, named('button', patternOf('actionsFor'))))).toEqual([]);
    expect(said).not.toContain(t('managed.wrong'));
  });

  test('what the reader chooses and ticks has priority, and is there when the panel is opened again', async () => {
    const { panel, end } = await begin(EXAMPLE);
    await untilCourse(panel);
    const audiences = within(region('welcome.title'), named('button'));
    await untilSeen(panel, audiences, ({ name, pressed }) => name === 'Manager' && pressed === true);
    await click(panel, within(region('welcome.title'), named('button', 'Newcomer')));
    await expect.poll(async () => (await objectivesIn(panel))[0]?.text).toBe(NEWCOMERS);
    // The welcome disappears once the reader has chosen an audience.
    await untilGone(panel, region('welcome.title'));
    await tick(panel, NEWCOMERS);
    await end();
    const again = await open();
    await expect.poll(() => objectivesIn(again.panel)).toEqual([{ text: NEWCOMERS, ticked: true }]);
  });

  test('the library shows that the course is managed; it can be archived and moved, but not removed', async () => {
    const { panel } = await beginTicked();
    await openLibrary(panel);
    await untilRegionShows(panel, t('library.yours'), TICKED);
    await expect.poll(() => titlesIn(panel)).toEqual([...BUILT_IN, COURSE]);
    const actions = await actionsFor(panel, COURSE);
    expect(actions).toContain(t('library.archive'));
    expect(actions).not.toContain(t('library.remove'));
    await chooseForCourse(panel, COURSE, 'library.up');
    await expect.poll(() => titlesIn(panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
    await chooseForCourse(panel, COURSE, 'library.archive');
    await untilRegionShows(panel, t('library.yours'), t('library.archived', 1));
    await undoInLibrary(panel);
    await expect.poll(() => titlesIn(panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
  });

  test('without the course: it leaves the list, and later returns with its ticks and its place', async () => {
    const before = await beginTicked();
    await openLibrary(before.panel);
    await expect.poll(() => titlesIn(before.panel)).toEqual([...BUILT_IN, COURSE]);
    await chooseForCourse(before.panel, COURSE, 'library.up');
    await expect.poll(() => titlesIn(before.panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
    await before.panel.press('Escape');
    const without = await set({ audience: 'manager' }, before);
    await untilCourse(without.panel, false);
    await openLibrary(without.panel);
    await expect.poll(() => titlesIn(without.panel)).toEqual(BUILT_IN);
    const { panel } = await set(EXAMPLE, without);
    await untilCourse(panel);
    if (panel !== without.panel) await openLibrary(panel);
    await untilRegionShows(panel, t('library.yours'), TICKED);
    expect(await titlesIn(panel)).toEqual([BUILT_IN[0], COURSE, BUILT_IN[1]]);
  });

  test('what does not fit is left out and reported, and the rest applies', async () => {
    const { panel } = await begin({
      ...EXAMPLE,
      courses: ['{ "id": ', ...EXAMPLE.courses, '{"id":"x","sections":[],"audiences":[]}'],
      handbooks: ['http://handbook.example.com/', ...EXAMPLE.handbooks],
    });
    await untilCourse(panel);
    await openSettings(panel);
    const said = await untilSaid(panel, t('managed.wrong'));
    expect(said).toContain('courses.0: it is not JSON');
    expect(said).toContain('courses.2.title: ');
    expect(said).toContain('handbooks.0: an address begins with https://');
    expect(said).toContain(t('managed.course', [COURSE]));
    expect(said).toContain(EXAMPLE.handbooks[0]);
  });
});
