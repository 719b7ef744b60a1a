import { describe, expect, test } from 'vitest';
import titles from '../../assets/sites/titles.json' with { type: 'json' };
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { button, click, combobox, dialog, focus, named, untilGone, untilSeen, within } from './by-role.ts';
import { closeSheet, openSettings, type } from './panel-parts.ts';
import { closeTabsAt, openTabs, RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const OTHER = `${RELATIONS}programs/open-source-program/`;
const APART = process.platform === 'darwin' ? ('Meta' as const) : ('Control' as const);

/** Returns what the open search shows; undefined if it isn't open. */
const view = (panel: Panel) =>
  panel.evaluate(() => {
    const dialog = document.querySelector('dialog');
    const field = dialog?.querySelector('input');
    if (!dialog || !field) return undefined;
    const chosen = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    return {
      focused: document.activeElement === field,
      expanded: field.getAttribute('aria-expanded'),
      said: dialog.querySelector('[role="status"]')?.textContent,
      addresses: [...dialog.querySelectorAll<HTMLAnchorElement>('[role="option"]')].map(({ href }) => href),
      chosen: chosen?.getAttribute('href') ?? null,
      selected: [...dialog.querySelectorAll('[aria-selected="true"]')].map((option) => option.id),
      text: chosen?.textContent,
    };
  });

const SEARCH = within(named('banner'), button('find.title'));
const FIELD = within(dialog('find.title'), combobox('find.title'));
/** The results are options of the field, and at the same time links. */
const linkOf = (address: string) => `dialog a[href="${address}"]`;
const untilChosen = (panel: Panel, address: string) =>
  expect.poll(async () => (await view(panel))?.chosen).toBe(address);

const untilClosed = async (panel: Panel) => {
  await untilGone(panel, named('dialog'));
  await untilSeen(panel, SEARCH, ({ focused }) => focused);
};
const untilOpen = (panel: Panel) => untilSeen(panel, FIELD, ({ focused }) => focused);

describe('searching for a page', () => {
  const session = useSession();

  const open = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await click(panel, SEARCH);
    await untilOpen(panel);
    return { page, panel };
  };
  const untilOpenedBehind = (address: string) =>
    expect.poll(() => openTabs(session)).toContainEqual({ url: address, active: false });

  test('with the keyboard: it opens in the tab being read, and the focus returns to the button', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await focus(panel, SEARCH);
    await panel.press('Enter');
    await untilOpen(panel);
    expect(await view(panel)).toMatchObject({ expanded: 'false', addresses: [], chosen: null });
    await type(panel, 'open source prog');
    await untilChosen(panel, OTHER);
    expect(await view(panel)).toMatchObject({
      focused: true,
      expanded: 'true',
      selected: ['found-0'],
      text: `Open Source Program ${t('find.kind.program')} Community Learning Pathway / ${SECTIONS.programs}`,
    });
    await panel.press('Enter');
    await untilClosed(panel);
    await expect.poll(() => page.url()).toBe(OTHER);
    await page.close();
  });

  test('the arrows, Home and End move through the results, and the selected one is scrolled into view', async () => {
    const { page, panel } = await open();
    await type(panel, 'engineering');
    await expect.poll(async () => (await view(panel))?.addresses.length).toBe(30);
    const { addresses = [], said } = (await view(panel)) ?? {};
    expect(addresses).toHaveLength(30);
    expect(said).toBe(t('find.best', [30]));
    const steps = [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['End', 29],
      ['ArrowDown', 0],
      ['ArrowUp', 29],
      ['Home', 0],
      ['End', 29],
    ] as const;
    for (const [key, at] of steps) {
      await panel.press(key);
      await untilChosen(panel, addresses[at] as string);
    }
    // A pixel more, because browsers scroll by whole ones.
    const seen = await panel.evaluate(() => {
      const box = document.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
      const list = document.querySelector('[role="listbox"]')?.getBoundingClientRect();
      return box && list && box.top >= list.top && box.bottom <= Math.min(list.bottom, innerHeight) + 1;
    });
    expect(seen).toBe(true);
    // A new query selects its first result.
    await type(panel, ' ');
    await untilChosen(panel, addresses[0] as string);
    // Only the field and the way back are tab stops, however long the list is.
    await panel.press('Tab', { modifiers: ['Shift'] });
    await untilSeen(panel, within(dialog('find.title'), button('back')), ({ focused }) => focused);
    await panel.press('Tab');
    expect((await view(panel))?.focused).toBe(true);
    await panel.press('Tab');
    expect(
      await panel.evaluate(() =>
        document.activeElement?.closest('[role="option"], [role="listbox"], .scrolled'),
      ),
    ).toBeFalsy();
    await page.close();
  });

  test('it shows the number of results, or that there are none; Escape closes it without any effect', async () => {
    const { page, panel } = await open();
    expect((await view(panel))?.said).toBe(t('find.hint'));
    await type(panel, 'taking part community habits');
    await expect.poll(async () => (await view(panel))?.said).toBe(t('find.results', 1));
    await panel.press('a', { modifiers: [APART] });
    await type(panel, 'xqzjkv');
    await expect.poll(async () => (await view(panel))?.said).toBe(t('find.nothing'));
    // It offers the sections of the course instead, but selects none, so that Enter does nothing.
    const { addresses = [], ...nothing } = (await view(panel)) ?? {};
    expect(nothing).toMatchObject({ expanded: 'true', chosen: null, selected: [] });
    expect(addresses).toHaveLength(5);
    for (const address of addresses) expect(address).toContain(`${RELATIONS}community-pathway/`);
    await panel.press('Enter');
    expect((await view(panel))?.focused).toBe(true);
    await panel.press('Escape');
    await untilClosed(panel);
    expect(page.url()).toBe(PROGRAM);
    await untilSection(panel, SECTIONS.programs);
    await page.close();
  });

  test('with Ctrl or Cmd it opens in a new tab in the background, and the search stays open', async () => {
    const { page, panel } = await open();
    await type(panel, 'open source prog');
    await untilChosen(panel, OTHER);
    await panel.press('Enter', { modifiers: [APART] });
    await untilOpenedBehind(OTHER);
    await closeTabsAt(session, OTHER);
    for (const how of [{ modifiers: [APART] }, { button: 'middle' as const }]) {
      await panel.click(linkOf(OTHER), how);
      await untilOpenedBehind(OTHER);
      await closeTabsAt(session, OTHER);
    }
    expect(await view(panel)).toMatchObject({ focused: true, chosen: OTHER });
    expect(page.url()).toBe(PROGRAM);
    await page.close();
  });

  test('with the mouse: a click opens it in the tab being read, and the way back, which is where it is in every view, closes the search', async () => {
    const { page, panel } = await open();
    const placeOfBack = () =>
      panel.evaluate(
        (name) =>
          JSON.stringify(document.querySelector(`button[aria-label="${name}"]`)?.getBoundingClientRect()),
        t('back'),
      );
    const place = await placeOfBack();
    expect(place).toBeDefined();
    await click(panel, within(named('dialog'), button('back')));
    await untilClosed(panel);
    await openSettings(panel);
    expect(await placeOfBack()).toBe(place);
    await closeSheet(panel);
    await click(panel, SEARCH);
    await untilOpen(panel);
    await type(panel, 'open source prog');
    await untilChosen(panel, OTHER);
    await panel.click(linkOf(OTHER));
    await untilClosed(panel);
    await expect.poll(() => page.url()).toBe(OTHER);
    await page.close();
  });

  test('a page is listed by its title as its authors wrote it, and by its path if that isn’t known', async () => {
    const { page, panel } = await open();
    const path = '/handbook/customer-success/education-services/gitlab-education-services-support/';
    await type(panel, 'education services support');
    await untilChosen(panel, titles.origin + path);
    const above = ['/handbook/customer-success/', '/handbook/customer-success/education-services/'] as const;
    const place = above.map((page) => titles.titles[page]).join(' / ');
    expect((await view(panel))?.text).toBe(`${titles.titles[path]} ${t('find.kind.page')} ${place}`);
    await panel.press('a', { modifiers: [APART] });
    const untitled = '/handbook/eta/corporate-it/end-user-services/laptop-management/';
    await type(panel, 'laptop');
    await untilChosen(panel, titles.origin + untitled);
    expect((await view(panel))?.text).toBe(`${untitled} ${t('find.kind.page')} `);
    await page.close();
  });

  test('a heading is found, and its page opens at it', async () => {
    const { page, panel } = await open();
    const heading = `${titles.origin}/handbook/values/#boring-solutions`;
    await type(panel, 'boring solutions');
    await untilChosen(panel, heading);
    expect((await view(panel))?.text).toContain(t('find.kind.heading'));
    await panel.press('Enter');
    await untilClosed(panel);
    await expect.poll(() => page.url()).toBe(heading);
    await page.close();
  });
});
