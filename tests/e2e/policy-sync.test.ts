import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { fixedPartOf, t } from '../texts.ts';
import { click } from './by-role.ts';
import {
  EXAMPLE,
  inTime,
  SYNC_SWITCH,
  syncSwitch,
  untilCourse,
  untilSaid,
  useOrganisation,
} from './organisation-session.ts';
import { closeSheet, openSettings, tick } from './panel-parts.ts';
import { untilRegionShows } from './session.ts';

const SYNCED = { ...EXAMPLE, sync: true };
const OBJECTIVE = 'Show a newcomer the department';
const HANDED = fixedPartOf('sync.inSync');

describe('sync that the organisation has turned off', () => {
  const { session, begin, set } = useOrganisation();
  const syncedArea = () =>
    session.reader.evaluateInExtension(async () => JSON.stringify(await chrome.storage.sync.get(null)));
  /** Sync was allowed, and the reader has turned it on. */
  const beginSynced = async () => {
    const opened = await begin(SYNCED);
    await untilCourse(opened.panel);
    await openSettings(opened.panel);
    await click(opened.panel, SYNC_SWITCH);
    await untilRegionShows(opened.panel, t('sync.title'), HANDED);
    return opened;
  };
  /** Ticks the objective, and checks that nothing about it is written to the synced area. */
  const tickUnsynced = async (panel: Panel) => {
    const before = await syncedArea();
    await tick(panel, OBJECTIVE);
    // Longer than sync waits to collect its writes, by the clock of the panel, which would write.
    await panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)));
    expect(await syncedArea()).toBe(before);
  };

  test('stops if it was on, and progress stays', async () => {
    const before = await beginSynced();
    const { panel } = await set(EXAMPLE, before);
    if (panel !== before.panel) await openSettings(panel);
    await inTime('sync is off', async () => (await syncSwitch(panel)).disabled === true);
    expect(await untilRegionShows(panel, t('sync.title'), t('sync.forbidden'))).not.toContain(HANDED);
    await untilSaid(panel, t('managed.sync'));
    await panel.click(`section[aria-label="${t('sync.title')}"] label`);
    expect(await syncSwitch(panel)).toEqual({ checked: false, disabled: true });
    await closeSheet(panel);
    await tickUnsynced(panel);
  });

  test('does not run after a start before the browser knows the policy', async () => {
    await beginSynced();
    const { panel } = await begin(EXAMPLE);
    await untilCourse(panel);
    await tickUnsynced(panel);
    await openSettings(panel);
    await untilSaid(panel, t('managed.sync'));
    expect(await syncSwitch(panel)).toEqual({ checked: false, disabled: true });
  });

  test('continues with the reader’s own setting when it is allowed again', async () => {
    await beginSynced();
    const { panel } = await set(SYNCED, await begin(EXAMPLE));
    await openSettings(panel);
    await inTime('sync is on', async () => (await syncSwitch(panel)).checked === true);
    expect(await syncSwitch(panel)).toEqual({ checked: true, disabled: false });
    await untilRegionShows(panel, t('sync.title'), HANDED);
  });
});
