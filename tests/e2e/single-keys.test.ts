import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import {
  button,
  checkbox,
  click,
  combobox,
  dialog,
  named,
  region,
  seen,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { openSettings as openAllSettings, type } from './panel-parts.ts';
import { RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const SINGLE = within(region('keys.title'), checkbox('keys.single'));

describe('single-key shortcuts', () => {
  const session = useSession();

  const open = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    return { page, panel };
  };
  const openSettings = async (panel: Panel, on: boolean) => {
    await openAllSettings(panel);
    await untilSeen(panel, SINGLE, ({ checked, disabled }) => checked === on && !disabled);
  };
  const listed = (panel: Panel) =>
    panel.evaluate(() => [...document.querySelectorAll('dialog kbd')].map(({ textContent }) => textContent));
  const close = async (panel: Panel) => {
    await panel.press('Escape');
    await untilGone(panel, named('dialog'));
  };

  test('can be turned off until they are turned on again, and the list of shortcuts agrees', async () => {
    const { panel } = await open();
    await panel.press('?');
    await untilSeen(panel, dialog('keys.title'));
    expect(await listed(panel)).toEqual(expect.arrayContaining(['F6', '/', 'n', '?']));
    await close(panel);
    await openSettings(panel, true);
    await click(panel, SINGLE);
    await untilSeen(panel, SINGLE, ({ checked }) => checked === false);
    await click(panel, button('keys.show'));
    await untilSeen(panel, dialog('keys.title'));
    expect(await listed(panel)).not.toEqual(expect.arrayContaining(['/']));
    // The list was opened from the settings, to which it leads back.
    await panel.press('Escape');
    await untilGone(panel, dialog('keys.title'));
    await untilSeen(panel, button('keys.show'), ({ focused }) => focused);
    await close(panel);
    for (const key of ['/', 'n', '?']) await panel.press(key);
    expect(await seen(panel, named('dialog'))).toEqual([]);
    await session.reader.restart();
    const { panel: again } = await open();
    await openSettings(again, false);
    await click(again, SINGLE);
    await untilSeen(again, SINGLE, ({ checked }) => checked === true);
    await close(again);
    await again.press('/');
    await untilSeen(again, combobox('find.title'), ({ focused }) => focused);
  });

  test('the Enter of an input method opens no search result', async () => {
    const { page, panel } = await open();
    await panel.press('/');
    await untilSeen(panel, combobox('find.title'), ({ focused }) => focused);
    await type(panel, 'fostering');
    await untilSeen(panel, named('option'), ({ selected }) => selected === true);
    const enter = (more: object) =>
      panel.evaluate((keys) => {
        const event = new KeyboardEvent('keydown', {
          key: 'Enter',
          bubbles: true,
          cancelable: true,
          ...keys,
        });
        document.activeElement?.dispatchEvent(event);
      }, more);
    await enter({ isComposing: true });
    await enter({ keyCode: 229 });
    expect(await seen(panel, named('dialog'))).toHaveLength(1);
    expect(page.url()).toBe(PROGRAM);
    await enter({ keyCode: 13 });
    await untilGone(panel, named('dialog'));
  });
});
