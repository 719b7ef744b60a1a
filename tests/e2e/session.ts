import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { asStarted, end } from '../browsers/as-started.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { until } from '../browsers/poll.ts';
import type { Panel, Reader, ReaderOptions } from '../browsers/reader.ts';
import { type HandbookServer, serveHandbook } from '../fixtures/server.ts';
import { t } from '../texts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserName: 'chromium' | 'firefox';
  }
}

/** The production build for a browser. */
export const buildFor = (name: Reader['name']) =>
  fileURLToPath(new URL(`../../.output/${name === 'chromium' ? 'chrome' : name}-mv3`, import.meta.url));

/** The root of the handbook, and of the folder that most of the course lies in. */
export const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
export const RELATIONS = `${HANDBOOK}marketing/developer-relations/`;

export interface Session {
  readonly reader: Reader;
  readonly server: HandbookServer;
}

/**
 * A reader with the production build and the test handbook, for the tests of a file or block. Each test, and each further
 * attempt at one, begins as after an installation: one blank tab, nothing kept, nothing granted, the handbook as it is.
 * `options` go to the browser's launch.
 */
export function useSession(options: Partial<ReaderOptions> = {}): Session {
  let reader: Reader | undefined;
  let server: HandbookServer | undefined;
  /** Whether the browser is as it was started, or its state is not to be trusted. */
  let state: 'started' | 'used' | 'doubtful' = 'started';
  const launch = () => {
    const name = inject('browserName');
    const start = name === 'chromium' ? launchChromium : launchFirefox;
    return start({ server, extensionDir: buildFor(name), ...options });
  };
  beforeAll(async () => {
    server = await serveHandbook();
    reader = await launch();
  });
  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(() => {
      state = 'doubtful';
    });
    if (state === 'started' || !reader) {
      state = 'used';
      return;
    }
    server?.reset();
    // On a screen a window has a place, which the next one would not have.
    if (state === 'doubtful' || options.headless === false) {
      await end(reader);
      reader = await launch();
    } else reader = await asStarted(reader, launch);
    state = 'used';
  });
  afterAll(async () => {
    await reader?.close();
    await server?.close();
  });
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the session has not started');
    return part;
  };
  return {
    get reader() {
      return started(reader);
    },
    get server() {
      return started(server);
    },
  };
}

/** Waits until the panel's region of this name shows `text`, and gives all that it shows; null while it is not there. */
export function untilRegionShows(
  panel: Pick<Panel, 'waitFor'>,
  name: string,
  text: string,
): Promise<string | null | undefined> {
  return panel.waitFor(
    (region, expected) => {
      const shown = document.querySelector(`section[aria-label="${region}"]`)?.textContent;
      return shown?.includes(expected) && shown;
    },
    name,
    text,
  ) as Promise<string | undefined>;
}

/** Waits until the panel says that the shown page is in this section. */
export async function untilSection(panel: Pick<Panel, 'waitFor'>, title: string): Promise<void> {
  await panel.waitFor(
    (region, expected) =>
      document.querySelector(`section[aria-label="${region}"] h3`)?.textContent === expected,
    t('here.title'),
    title,
  );
}

/** The titles of the course's sections. */
export const SECTIONS = {
  strategy: 'How community fits into GitLab’s strategy',
  programs: 'GitLab’s community programs',
  practices: 'Open source community best practices',
  joinUs: 'Join us',
};

/** The objectives with their ticks, in the order shown. */
export function objectivesIn(panel: Panel): Promise<{ text: string; ticked: boolean }[]> {
  return panel.evaluate(
    (region) =>
      [...document.querySelectorAll<HTMLInputElement>(`section[aria-label="${region}"] input`)].map(
        (input) => ({
          text: input.labels?.[0]?.textContent ?? '',
          ticked: input.checked,
        }),
      ),
    t('objectives.title'),
  );
}

/** A selector of the link to `address` in the panel's region of this name. */
export const linkTo = (address: string, region = t('resources.title')) =>
  `section[aria-label="${region}"] a[href="${address}"]`;

/**
 * Goes back (-1) or forward (1) in the tab's history, or to an address as a link of the page does, a moment after this
 * has returned: going ends what evaluates. A page that is just being shown may not take the order yet: it is asked again.
 */
export async function travel(page: Page, to: number | string): Promise<void> {
  const order = (target: number | string) => {
    setTimeout(() => {
      if (typeof target === 'number') history.go(target);
      else location.href = target;
    });
    return true;
  };
  await until('the page takes the order', () => page.evaluate(order, to).catch(() => false));
}

export const pathOf = (address: string): string => new URL(address).pathname;

/** The keys of all records in the database. Runs in the panel or elsewhere in the extension, and needs nothing around it. */
export const recordKeys = (): Promise<string[][]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const keys = opening.result.transaction('records').objectStore('records').getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result as string[][]);
      };
    };
  });

/** The addresses of all open tabs, and which of them their windows show. */
export const openTabs = ({ reader }: Session) =>
  reader.evaluateInExtension(async () =>
    (await chrome.tabs.query({})).map(({ url, active }) => ({ url, active })),
  );

/** Closes the tabs that show this address. */
export const closeTabsAt = ({ reader }: Session, address: string) =>
  reader.evaluateInExtension(async (closing) => {
    const tabs = await chrome.tabs.query({});
    await chrome.tabs.remove(
      tabs.flatMap(({ id, url }) => (id !== undefined && url === closing ? [id] : [])),
    );
  }, address);
