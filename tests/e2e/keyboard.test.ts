import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { patternOf, t } from '../texts.ts';
import {
  button,
  click,
  combobox,
  dialog,
  link,
  named,
  region,
  seen,
  type Target,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { nextLink, BOXES, untilWritable } from './panel-parts.ts';
import { untilCurrent, HANDBOOK, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

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
    await untilWritable(panel);
    await tabTo(panel, BOXES);
    await panel.press(' ');
    await untilSeen(panel, BOXES, ({ focused, checked }) => focused && checked === true);
    const marks = within(region('resources.title'), named('button', patternOf('resources.visited')));
    await tabTo(panel, marks);
    await panel.press('Enter');
    await untilSeen(panel, marks, ({ focused, pressed }) => focused && pressed === true);
    const links = within(region('resources.title'), named('link'));
    await tabTo(panel, links);
    await panel.press('Enter');
    await untilCurrent(panel, 'Open Source Program');
    expect((await untilFocused(panel, links)).name).toBe('Open Source Program');
    await page.close();
  });

  test('the reader can choose an audience, read through the course and save progress, and the focus is never lost', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilWritable(panel);
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
    // The focused element is removed with the page, so the focus moves to its region, which is still there.
    await page.goto(`${HANDBOOK}engineering/`);
    await untilRegionShows(panel, t('here.title'), t('here.notInCourse'));
    const isIn = (name: string) =>
      panel.waitFor((of) => document.activeElement?.closest(`section[aria-label="${of}"]`), name);
    await isIn(t('here.title'));
    await panel.press('/');
    await untilFocused(panel, combobox('find.title'));
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
    const settings = within(named('banner'), button('settings.title'));
    await tabTo(panel, settings);
    await panel.press('Enter');
    const backup = region('backup.title');
    await untilSeen(panel, within(backup, button('backup.export')));
    await tabTo(panel, within(backup, button('backup.export')));
    await panel.press('Enter');
    await untilSeen(panel, within(backup, named('status')), ({ text }) => text.includes('waymark-progress-'));
    // If a button is removed because of its own action, the focus stays in its region.
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
    await untilFocused(panel, settings);
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
    await untilRegionShows(panel, t('here.title'), 'Fostering DIB');
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
