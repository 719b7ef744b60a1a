import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { patternOf, t } from '../texts.ts';
import {
  button,
  click,
  combobox,
  dialog,
  named,
  nth,
  region,
  seen,
  type Target,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { BOXES, nextLink } from './panel-parts.ts';
import {
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const OPEN_SOURCE = 'Open Source Program';
const READ = region('resources.title');
const MOD = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Presses Tab until one of these elements has the focus. */
async function tabTo(panel: Panel, target: Target): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await panel.press('Tab');
    if ((await seen(panel, target)).some(({ focused }) => focused)) return;
  }
  throw new Error(`pressing Tab 80 times did not reach ${JSON.stringify(target)}`);
}
const untilFocused = (panel: Panel, target: Target) => untilSeen(panel, target, ({ focused }) => focused);

describe('with the keyboard only', () => {
  // The browser's list of downloads would take the focus.
  const session = useSession({ prefs: { 'browser.download.alwaysOpenPanel': false } });

  test('the reader can tick an objective, mark a resource and follow a link', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const marks = within(READ, named('button', patternOf('resources.markThis')));
    await untilSeen(panel, marks);
    await tabTo(panel, marks);
    await panel.press('Enter');
    await untilFocused(panel, within(READ, button('resources.unmarkThis', [OPEN_SOURCE])));
    const links = within(READ, named('link'));
    await tabTo(panel, links);
    await panel.press('Enter');
    await untilCurrent(panel, OPEN_SOURCE);
    expect((await untilFocused(panel, links)).name).toBe(OPEN_SOURCE);
    const boxes = within(region('objectives.then'), named('checkbox'));
    await tabTo(panel, boxes);
    await panel.press(' ');
    await untilSeen(panel, boxes, ({ focused, checked }) => focused && checked === true);
    // The folds open with the keyboard as well.
    await tabTo(panel, within(region('objectives.all'), named('button')));
    await panel.press('Enter');
    await tabTo(panel, BOXES);
    await panel.press(' ');
    await untilSeen(panel, BOXES, ({ focused, checked }) => focused && checked === true);
    // What was done last can be undone, but not by typing in a field.
    const ticked = async () => (await seen(panel, BOXES)).filter(({ checked }) => checked).length;
    expect(await ticked()).toBe(2);
    await panel.press('/');
    await untilFocused(panel, combobox('find.title'));
    await panel.press('z', { modifiers: [MOD] });
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    expect(await ticked()).toBe(2);
    await panel.press('z', { modifiers: [MOD] });
    await expect.poll(ticked).toBe(1);
    await untilGone(panel, button('history.undo'));
    await page.close();
  });

  test('the reader can choose an audience, read through the course and save progress, and the focus is never lost', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const focused = () => panel.evaluate(() => document.activeElement !== document.body);
    await tabTo(panel, nextLink('Startups Program'));
    await panel.press('Enter');
    await untilCurrent(panel, 'Startups Program');
    expect(await focused()).toBe(true);
    await panel.press('?');
    await untilSeen(panel, dialog('keys.title'));
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    expect(await focused()).toBe(true);
    // The focused link is removed with the page, so the focus moves to the heading of the panel.
    await page.goto(`${HANDBOOK}engineering/`);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    const isIn = (name: string) =>
      panel.waitFor((of) => document.activeElement?.closest(`section[aria-label="${of}"]`), name);
    await panel.waitFor(() => document.activeElement?.matches('header h1'));
    await panel.press('/');
    await untilFocused(panel, combobox('find.title'));
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    const menu = within(named('banner'), button('header.menu'));
    await tabTo(panel, menu);
    await panel.press('Enter');
    await tabTo(panel, button('settings.title'));
    await panel.press('Enter');
    const backup = region('backup.title');
    await untilSeen(panel, within(backup, button('backup.export')));
    await tabTo(panel, within(backup, button('backup.export')));
    await panel.press('Enter');
    await untilSeen(panel, within(backup, named('status')), ({ text }) => text.includes('waymark-progress-'));
    // If a button is removed because of its own action, the focus stays in its region.
    await tabTo(panel, nth(within(region('startOver.title'), named('button')), 0));
    await panel.press('Enter');
    await tabTo(panel, within(region('startOver.title'), button('startOver.deleteEverything')));
    await panel.press('Enter');
    await untilSeen(panel, button('startOver.deleteNow'));
    await isIn(t('startOver.title'));
    // If nothing has the focus, for example after a click on the background, the keys don't replace the open view.
    await click(panel, within(dialog('settings.title'), named('heading', t('settings.title'))));
    await panel.press('/');
    await panel.press('?');
    expect((await seen(panel, named('dialog'))).map(({ name }) => name)).toEqual([t('settings.title')]);
    await panel.press('Escape');
    await untilFocused(panel, menu);
    await page.close();
  });

  test('a key that is pressed the moment a view closes acts, and what it opens stays', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const field = combobox('find.title');
    await panel.press('/');
    await untilFocused(panel, field);
    await panel.press('x');
    await untilSeen(panel, field, ({ value }) => value === 'x');
    const closeAndPress = (key: string) =>
      panel.evaluate((pressed) => {
        document.querySelector<HTMLElement>('dialog .title > .tool')?.click();
        const from = document.activeElement ?? document.body;
        from.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
      }, key);
    await closeAndPress('/');
    await untilSeen(panel, field, ({ focused, value }) => focused && !value);
    await closeAndPress('?');
    await untilSeen(panel, dialog('keys.title'));
    // The browser’s event of the first closing has come by now.
    await panel.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    expect((await seen(panel, named('dialog'))).map(({ name }) => name)).toEqual([t('keys.title')]);
    await page.close();
  });

  test('and with a screen reader: a new section is announced, but not every heading', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/#transparency`);
    const panel = await session.reader.openPanel(page);
    const announced = t('here.announced', [4, 5, SECTIONS.practices]);
    await untilSeen(panel, named('status', announced));
    await panel.evaluate((told) => {
      const regions = [...document.querySelectorAll('[role="status"]')];
      const region = regions.find(({ textContent }) => textContent === told) as Element;
      new MutationObserver(() => {
        document.documentElement.dataset.said = `${Number(document.documentElement.dataset.said ?? 0) + 1}`;
      }).observe(region, { subtree: true, childList: true, characterData: true });
    }, announced);
    await page.evaluate(() => {
      location.hash = '#diversity-inclusion';
    });
    await untilCurrent(panel, 'Fostering DIB in our community');
    // An announcement would come one second after this was rendered, by the panel's own clock, however slow the machine is.
    await panel.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(0), 1500)));
        }),
    );
    expect(await panel.evaluate(() => document.documentElement.dataset.said)).toBeUndefined();
    await page.goto(PROGRAM);
    await panel.waitFor(() => document.documentElement.dataset.said === '1');
    await untilSeen(panel, named('status', t('here.announced', [3, 5, SECTIONS.programs])));
    await page.close();
  });
});
