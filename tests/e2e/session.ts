import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { asStarted, end } from '../browsers/as-started.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { until } from '../browsers/poll.ts';
import type { Panel, Reader, ReaderOptions } from '../browsers/reader.ts';
import { isSlow } from '../browsers/slowness.ts';
import { type HandbookServer, serveHandbook } from '../fixtures/server.ts';
import { t } from '../texts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserName: 'chromium' | 'firefox';
  }
}

/** The folder of the production build for a browser. */
export const buildFor = (name: Reader['name']) =>
  fileURLToPath(new URL(`../../.output/${name === 'chromium' ? 'chrome' : name}-mv3`, import.meta.url));

/** The URL of the handbook, and of the folder with most of the course's pages. */
export const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
export const RELATIONS = `${HANDBOOK}marketing/developer-relations/`;

export interface Session {
  readonly reader: Reader;
  readonly server: HandbookServer;
}

interface Running {
  reader: Reader;
  server: HandbookServer;
  /** `used` and `doubtful` browsers need a reset; the state of a doubtful one is unknown. */
  state: 'started' | 'used' | 'doubtful';
}

/**
 * With this, a browser needs less of the processor's time for a test. Chromium doesn't animate its own windows, which it draws without
 * a graphics card and without a process for it. Firefox shares a process among blank pages.
 */
const LESS_WORK = {
  extraArgs: ['--animation-duration-scale=0', '--in-process-gpu'],
  prefs: { 'dom.ipc.processCount': 1 },
};

/** The browser that all files without options of their own use, one after the other. It ends with the process. */
let shared: Running | undefined;

async function endShared(): Promise<void> {
  const { reader, server } = shared ?? {};
  shared = undefined;
  if (reader) await end(reader);
  await server?.close();
}

async function start(options: Partial<ReaderOptions>): Promise<Running> {
  const server = await serveHandbook();
  return { server, reader: await launch(server, options), state: 'started' };
}

function launch(server: HandbookServer, options: Partial<ReaderOptions>): Promise<Reader> {
  const name = inject('browserName');
  const common = { server, extensionDir: buildFor(name), ...options };
  // In a real window, Chromium sometimes ignored a click on its own buttons without them.
  const lessArgs = options.headless === false ? [] : LESS_WORK.extraArgs;
  return name === 'chromium'
    ? launchChromium({ ...common, extraArgs: [...lessArgs, ...(options.extraArgs ?? [])] })
    : launchFirefox({ ...common, prefs: { ...LESS_WORK.prefs, ...options.prefs } });
}

/**
 * A reader with the production build and the test handbook, for the tests of a file or block. Each test, and each retry, starts in
 * the state after an installation: one blank tab, no data, no granted permissions, and the handbook's original pages.
 * @param options launch a separate browser with these options; without them, the tests share the browser of the other files
 */
export function useSession(options?: Partial<ReaderOptions>): Session {
  let running: Running | undefined;
  const started = (): Running => {
    if (!running) throw new Error('the session has not started');
    return running;
  };
  beforeAll(async () => {
    // The pages of a slowed-down browser are busy even when they do nothing.
    if (options && isSlow) await endShared();
    if (!options) shared ??= await start({});
    running = options ? await start(options) : shared;
  });
  beforeEach(async ({ onTestFailed }) => {
    const session = started();
    const { server, reader, state } = session;
    onTestFailed(() => {
      session.state = 'doubtful';
    });
    session.state = 'used';
    if (state === 'started') return;
    server.reset();
    const again = () => launch(server, options ?? {});
    // On a real screen, a window has a position, which a new window wouldn't keep.
    if (state === 'doubtful' || options?.headless === false) {
      await end(reader);
      session.reader = await again();
    } else session.reader = await asStarted(reader, again);
  });
  afterAll(async () => {
    if (!options || !running) return;
    await running.reader.close();
    await running.server.close();
  });
  return {
    get reader() {
      return started().reader;
    },
    get server() {
      return started().server;
    },
  };
}

/** Waits until the panel's region with this name shows `text`, and returns all of its text; null while there is no such region. */
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

/** Waits until the panel shows that the page is in this section. */
export async function untilSection(panel: Pick<Panel, 'waitFor'>, title: string): Promise<void> {
  await panel.waitFor((expected) => document.querySelector('header h1')?.textContent === expected, title);
}

/** Waits until the panel shows this resource as the one that is being read. */
export async function untilCurrent(panel: Pick<Panel, 'waitFor'>, title: string): Promise<void> {
  await panel.waitFor(
    (expected) => document.querySelector('main a[aria-current=page]')?.textContent === expected,
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

/**
 * Opens the fold of all objectives once the panel has it, and returns them with their ticks, in the order shown. Without objectives
 * it returns none after a while.
 */
export function objectivesIn(panel: Pick<Panel, 'evaluate'>): Promise<{ text: string; ticked: boolean }[]> {
  return panel.evaluate(async (region) => {
    const boxes = () => [
      ...document.querySelectorAll<HTMLInputElement>(`section[aria-label="${region}"] input`),
    ];
    for (const end = performance.now() + 3000; boxes().length === 0 && performance.now() < end; ) {
      const fold = document.querySelector<HTMLDetailsElement>(`section[aria-label="${region}"] details`);
      if (fold) fold.open = true;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return boxes().map((input) => ({ text: input.labels?.[0]?.textContent ?? '', ticked: input.checked }));
  }, t('objectives.all'));
}

/** Returns a selector of the link to `address` in the panel's region with this name. */
export const linkTo = (address: string, region = t('resources.title')) =>
  `section[aria-label="${region}"] a[href="${address}"]`;

/**
 * Goes back (-1) or forward (1) in the tab's history, or to an address like a link of the page. The navigation starts shortly after
 * the call, because it aborts a running evaluation. If the page is only just appearing and can't navigate yet, this tries again.
 */
export async function travel(page: Page, to: number | string): Promise<void> {
  const order = (target: number | string) => {
    setTimeout(() => {
      if (typeof target === 'number') history.go(target);
      else location.href = target;
    });
    return true;
  };
  await until('the page navigates', () => page.evaluate(order, to).catch(() => false));
}

export const pathOf = (address: string): string => new URL(address).pathname;

/** Returns the addresses of all open tabs, and which of them are selected. */
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
