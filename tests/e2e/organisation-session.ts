import { afterAll, inject } from 'vitest';
import { organisationFor } from '../browsers/organisation.ts';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { examplePolicy } from '../fixtures/example-policy.ts';
import { checkbox, named, region, seen, untilSeen, within } from './by-role.ts';
import { openFold, untilWritable } from './panel-parts.ts';
import { buildFor, HANDBOOK, useSession } from './session.ts';

/** The settings in the documented examples, and the title of their course. */
export const EXAMPLE = examplePolicy(inject('browserName'));
export const COURSE = 'Your first week';

/** A panel next to the page of the example's course. `end` closes both. */
export interface Opened {
  panel: Panel;
  end(): Promise<void>;
}

/** A reader with a managed browser, for all tests of a file. */
export function useOrganisation() {
  const browser = inject('browserName');
  const organisation = organisationFor(browser, buildFor(browser));
  const session = useSession(organisation.options);
  afterAll(() => organisation.end());

  const open = async (): Promise<Opened> => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilWritable(panel);
    const end = async () => {
      await panel.close();
      await page.close();
    };
    return { panel, end };
  };
  /** Sets a policy, restarts the browser, and opens a panel. */
  const begin = async (settings?: object): Promise<Opened> => {
    await organisation.set(settings);
    await session.reader.restart();
    return open();
  };
  return {
    session,
    open,
    begin,
    /**
     * Sets another policy while a panel is open. Returns that panel, which gets the change, or in Firefox a new panel, because
     * Firefox reads policies only when it starts.
     */
    async set(settings: object | undefined, opened: Opened): Promise<Opened> {
      if (browser === 'firefox') return begin(settings);
      await organisation.set(settings);
      return opened;
    },
  };
}

/** Waits as long as Chromium may take to check its policies again. */
export const inTime = (what: string, isSo: () => Promise<boolean>) => until(what, isSo, 30_000);

/** Waits until the panel shows the managed course, or another one. */
export const untilCourse = (panel: Panel, shown = true) =>
  inTime(
    `“${COURSE}” is ${shown ? '' : 'not '}shown`,
    async () =>
      (await seen(panel, within(named('banner'), named('button', COURSE)))).length === Number(shown),
  );

/** Waits until the settings show this about the policy, and returns all that they show about it. */
export async function untilSaid(panel: Panel, text: string): Promise<string> {
  const said = async () => {
    if ((await seen(panel, region('managed.title'))).length === 0) return '';
    await openFold(panel, 'managed.title');
    return (await seen(panel, region('managed.title')))[0]?.text ?? '';
  };
  await inTime(`“${text}” is said`, async () => (await said()).includes(text));
  return said();
}

/** The switch for sync in the settings. */
export const SYNC_SWITCH = checkbox('sync.label');
export async function syncSwitch(panel: Panel) {
  const { checked, disabled } = await untilSeen(panel, SYNC_SWITCH);
  return { checked, disabled };
}
