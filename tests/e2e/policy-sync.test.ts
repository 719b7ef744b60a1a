import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import {
  EXAMPLE,
  inTime,
  openSettings,
  syncSwitch,
  untilCourse,
  untilSaid,
  useOrganisation,
} from './organisation-session.ts';
import { objectivesIn, untilRegionShows } from './session.ts';

const SYNCED = { ...EXAMPLE, sync: true };
const FORBIDDEN = 'Your organisation has switched this off.';

describe('sync that the organisation has switched off', () => {
  const { session, open, set } = useOrganisation();
  const syncedArea = () =>
    session.reader.evaluateInExtension(async () => JSON.stringify(await chrome.storage.sync.get(null)));
  /** Ticks the first objective or unticks it, and makes sure that nothing of it is written to the synced area. */
  const tickUnsynced = async (panel: Panel) => {
    const before = await syncedArea();
    const [first] = await objectivesIn(panel);
    await panel.click('section[aria-label="Objectives"] input');
    await expect.poll(async () => (await objectivesIn(panel))[0]?.ticked).toBe(!first?.ticked);
    // Longer than a sync gathers what it writes.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await syncedArea()).toBe(before);
  };

  test('stops where it was on, and what was done stays', async () => {
    const before = await set(SYNCED, await open());
    await untilCourse(before.panel);
    await openSettings(before.panel);
    await before.panel.waitFor(() => document.querySelector('.switch input:not(:disabled)'));
    await before.panel.click('.switch input');
    await untilRegionShows(before.panel, 'Other computers', 'Handed to the browser');
    const { panel, end } = await set(EXAMPLE, before);
    if (panel !== before.panel) await openSettings(panel);
    await inTime('sync is off', async () => (await syncSwitch(panel)).disabled);
    expect(await untilRegionShows(panel, 'Other computers', FORBIDDEN)).not.toContain('Handed');
    await untilSaid(panel, 'Keeping several computers alike is switched off.');
    await panel.click('.switch');
    expect(await syncSwitch(panel)).toEqual({ checked: false, disabled: true });
    await panel.click('.settings .tool');
    await tickUnsynced(panel);
    await end();
  });

  test('does not run before the browser knows what is set, after its start', async () => {
    await session.reader.restart();
    const { panel, end } = await open();
    await tickUnsynced(panel);
    await openSettings(panel);
    await untilSaid(panel, 'Keeping several computers alike is switched off.');
    expect(await syncSwitch(panel)).toEqual({ checked: false, disabled: true });
    await end();
  });

  test('goes on as the reader had it when it is allowed again', async () => {
    const { panel, end } = await set(SYNCED, await open());
    await openSettings(panel);
    await inTime('sync is on', async () => (await syncSwitch(panel)).checked);
    expect(await syncSwitch(panel)).toEqual({ checked: true, disabled: false });
    await untilRegionShows(panel, 'Other computers', 'Handed to the browser');
    await end();
  });
});
