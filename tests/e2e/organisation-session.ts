import { afterAll, inject } from 'vitest';
import { organisationFor } from '../browsers/organisation.ts';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { examplePolicy } from '../fixtures/example-policy.ts';
import { buildFor, HANDBOOK, untilRegionShows, useSession } from './session.ts';

/** What the examples of the documents set, and the title of their course. */
export const EXAMPLE = examplePolicy(inject('browserName'));
export const COURSE = 'Your first week';
const MANAGED = 'Managed by your organisation';

/** A panel beside the page of the example's course, and how both are closed. */
export interface Opened {
  panel: Panel;
  end(): Promise<void>;
}

/** A reader whose organisation sets something, for all tests of a file. */
export function useOrganisation() {
  const browser = inject('browserName');
  const organisation = organisationFor(browser, buildFor(browser));
  const session = useSession({ keepsState: true, ...organisation.options });
  afterAll(() => organisation.end());

  const open = async (): Promise<Opened> => {
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await panel.waitFor(() => document.querySelector('input:not(:disabled)'));
    const end = async () => {
      await panel.close();
      await page.close();
    };
    return { panel, end };
  };
  return {
    session,
    open,
    /**
     * Sets something else while a panel is open, and gives that panel, which hears of it. Firefox reads what is set when it starts:
     * there it is another panel.
     */
    async set(settings: object | undefined, opened: Opened): Promise<Opened> {
      await organisation.set(settings);
      if (browser === 'chromium') return opened;
      await session.reader.restart();
      return open();
    },
  };
}

/** Waits as long as Chromium may take to look at its policies anew. */
export const inTime = (what: string, isSo: () => Promise<boolean>) => until(what, isSo, 30_000);

const titleIn = (panel: Panel) => panel.evaluate(() => document.querySelector('header h1')?.textContent);

/** Waits until the panel shows the course that is set, or another one. */
export const untilCourse = (panel: Panel, shown = true) =>
  inTime(
    `the course is ${shown ? '' : 'not '}shown`,
    async () => ((await titleIn(panel)) === COURSE) === shown,
  );

/** Opens the library, however much the panel still moves while a course comes. */
export const openCourses = (panel: Panel) =>
  panel.waitFor(() => {
    if (document.querySelector('.library-courses li')) return true;
    document.querySelector<HTMLElement>('section[aria-label="Course"] .courses > [aria-haspopup]')?.click();
    return false;
  });

export async function openSettings(panel: Panel): Promise<void> {
  await panel.click('header .tool[aria-label="Settings"]');
  await untilRegionShows(panel, 'History', 'History');
}

/** Waits until the settings say this of what is set, and gives all that they say of it. */
export async function untilSaid(panel: Panel, text: string): Promise<string> {
  const said = () =>
    panel.evaluate(
      (name) => document.querySelector(`section[aria-label="${name}"]`)?.textContent ?? '',
      MANAGED,
    );
  await inTime(`“${text}” is said`, async () => (await said()).includes(text));
  return said();
}

/** The switch of sync in the settings. */
export const syncSwitch = (panel: Panel) =>
  panel.evaluate(() => {
    const { checked, disabled } = document.querySelector('.switch input') as HTMLInputElement;
    return { checked, disabled };
  });
