import type { Browser, Page } from 'puppeteer-core';

/**
 * Access to Firefox's privileged scope. With `--remote-allow-system-access`, WebDriver BiDi can run scripts in the browser's own
 * windows. They reach the sidebar, the toolbar, and real mouse and key events, which BiDi's own commands can't. Only what is used
 * here has types.
 */
export interface FrameBrowser extends Element {
  readonly browsingContext: {
    currentWindowGlobal: { drawSnapshot(rect: null, scale: number, colour: string): Promise<ImageBitmap> };
    prefersColorSchemeOverride: 'light' | 'dark' | 'none';
  };
  readonly currentURI: { spec: string };
  focus(): void;
}

export interface TextInputProcessor {
  beginInputTransactionForTests(win: BrowserWindow): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): boolean;
}

interface Tab extends Element {
  readonly linkedBrowser: Element & { readonly currentURI: { spec: string } };
}

/** A browser window, `chrome://browser/content/browser.xhtml`. */
export interface BrowserWindow extends Window {
  readonly browsingContext: { readonly id: number };
  readonly SidebarController: {
    readonly isOpen: boolean;
    readonly currentID: string;
    /** The frame with the sidebar's document, which contains the extension's page. */
    readonly browser: FrameBrowser & { readonly contentDocument: Document };
    hide(): void;
  };
  readonly gBrowser: {
    readonly tabs: Tab[];
    selectedTab: Tab;
    removeTab(tab: Element, how: { skipPermitUnload: boolean }): void;
  };
  readonly CustomizableUI: {
    readonly AREA_NAVBAR: string;
    getPlacementOfWidget(id: string): { area: string } | null;
    addWidgetToArea(id: string, area: string): void;
  };
  readonly Cc: Record<string, { createInstance<T>(type: unknown): T }>;
  readonly Ci: Record<string, unknown>;
  readonly KeyboardEvent: typeof KeyboardEvent;
  synthesizeMouseEvent(
    type: string,
    x: number,
    y: number,
    data: { button: number; buttons: number; clickCount: number; modifiers: number; inputSource: number },
    options: { isDOMEventSynthesized: boolean },
  ): boolean;
}

/** A frame script's result. */
export interface Answer {
  json?: string;
  error?: string;
}

/** A function to run inside one of the extension's documents, and the number that its answer has. */
export interface FrameCall {
  id: number;
  source: string;
}

/** The argument of a privileged function. */
export interface Place {
  /** The window of the page. */
  win: BrowserWindow;
  /** The tab of the page in it. */
  tab: Element;
  /** Runs a function in the page that a frame shows. */
  ask(frame: Element | null | undefined, call: FrameCall): Promise<Answer>;
}

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface ScriptResult {
  type: string;
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

function connectionOf(browser: Browser): BidiConnection {
  // Puppeteer has no public API to run a script in the browser's privileged scope.
  return Reflect.get(browser, 'connection') as BidiConnection;
}

/** Returns the id of the page's tab in WebDriver BiDi. */
function navigableId(page: Page): string {
  return String(Reflect.get(page.mainFrame(), '_id'));
}

/** A Firefox window, independent of the pages in it. */
export interface WindowOf {
  browser: Browser;
  outer: number;
}

/** Returns the window that a page is in. Rejects if the page is closed. */
export async function windowOf(page: Page): Promise<WindowOf> {
  return { browser: page.browser(), outer: await inBrowser(page, ({ win }) => win.browsingContext.id) };
}

/** Returns source code that defines `win` and `tab`: those of a page, or a window and its selected tab, or the latest window. */
function finding(where: Page | WindowOf | Browser): string {
  if ('pages' in where) {
    return `const win = Services.wm.getMostRecentWindow('navigator:browser');
    if (!win) throw new Error('Firefox has no window open');
    const tab = win.gBrowser.selectedTab;`;
  }
  if ('outer' in where) {
    return `const win = [...Services.wm.getEnumerator('navigator:browser')]
      .find(({ browsingContext }) => browsingContext.id === ${where.outer});
    if (!win) throw new Error('The window is closed');
    const tab = win.gBrowser.selectedTab;`;
  }
  const id = JSON.stringify(navigableId(where));
  return `const { NavigableManager } =
      ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    const shown = NavigableManager.getBrowsingContextById(${id})?.top.embedderElement;
    if (!shown) throw new Error('The page is closed');
    const win = shown.ownerDocument.defaultView;
    const tab = win.gBrowser.getTabForBrowser(shown);`;
}

function browserOf(where: Page | WindowOf | Browser): Browser {
  if ('pages' in where) return where;
  return 'outer' in where ? where.browser : where.browser();
}

/** The window of each browser in which its scripts run. Any window does. */
const anyWindows = new WeakMap<Browser, string>();

async function findAnyWindow(browser: Browser): Promise<string> {
  const tree = await connectionOf(browser).send('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const found = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (found === undefined) throw new Error('Firefox shows no window of its own');
  anyWindows.set(browser, found.context);
  return found.context;
}

async function run(browser: Browser, expression: string): Promise<ScriptResult> {
  const runIn = async (context: string) => {
    const params = { expression, target: { context }, awaitPromise: true };
    return (await connectionOf(browser).send('script.evaluate', params)).result as ScriptResult;
  };
  const known = anyWindows.get(browser);
  if (known === undefined) return runIn(await findAnyWindow(browser));
  return runIn(known).catch(async (error: Error) => {
    // The window was closed.
    if (!error.message.includes('no such frame')) throw error;
    return runIn(await findAnyWindow(browser));
  });
}

/**
 * Runs a function in the browser's privileged scope.
 * @param where a page; or a window, with its selected tab; or the browser, for its latest window
 * @param fn receives the window and the tab. It can't use anything from the test; its arguments and result are passed as JSON.
 * @throws the function's error
 */
export async function inBrowser<A extends unknown[], R>(
  where: Page | WindowOf | Browser,
  fn: (place: Place, ...args: A) => R | Promise<R>,
  ...args: A
): Promise<R> {
  const expression = `(async () => {
    ${finding(where)}
    const ask = (frame, { id, source }) => new Promise((resolve) => {
      const manager = frame?.messageManager;
      if (!manager) return resolve({ error: 'No page of the extension is there' });
      // The frame script stays until the frame shows a page in another process.
      const running = (win.waymarkFrames ??= new WeakSet());
      if (!running.has(manager)) manager.loadFrameScript(${JSON.stringify(FRAME_SCRIPT)}, false);
      running.add(manager);
      const listener = ({ data }) => {
        if (data.id !== id) return;
        manager.removeMessageListener('waymark-answer', listener);
        resolve(data);
      };
      manager.addMessageListener('waymark-answer', listener);
      manager.sendAsyncMessage('waymark-call', { id, source });
    });
    const place = { win, tab, ask };
    return JSON.stringify((await (${fn})(place, ...${JSON.stringify(args)})) ?? null);
  })()`;
  const { type, result, exceptionDetails } = await run(browserOf(where), expression);
  if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'A script in Firefox failed');
  return JSON.parse(String(result?.value)) as R;
}

/**
 * Runs in the process of a frame and calls functions in the page that it shows, with the page's privileges. It uses a sandbox with the
 * page's principal, because the page's policy forbids `eval`, and keeps it as long as the page: making one takes longer than most calls.
 */
const FRAME_SCRIPT = `data:application/javascript;charset=utf-8,${encodeURIComponent(`
  let sandbox, page;
  addMessageListener('waymark-call', async ({ data: { id, source } }) => {
    try {
      const { innerWindowId } = content.windowGlobalChild;
      if (innerWindowId !== page) sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      page = innerWindowId;
      sendAsyncMessage('waymark-answer', { id, json: await Cu.evalInSandbox(source, sandbox) });
    } catch (error) {
      sendAsyncMessage('waymark-answer', { id, error: String(error) });
    }
  });
`)}`;

let nextCall = 0;

/** Makes a call of a function in a page of the extension. */
export function frameCall(fn: (...args: never[]) => unknown, args: unknown[]): FrameCall {
  const source = `(async () => JSON.stringify(await (${fn})(...${JSON.stringify(args)})))()`;
  return { id: nextCall++, source };
}

/** Returns the value of an answer, or throws the function's error. */
export function resultOf<R>({ json, error }: Answer): R {
  if (error !== undefined) throw new Error(error);
  return (json === undefined ? undefined : JSON.parse(json)) as R;
}
