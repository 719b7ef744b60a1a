import type { Page } from 'puppeteer-core';

/**
 * The interface of a browser with the extension, the same for Chromium and Firefox. Pages are Puppeteer's. The panel is the
 * browser's real side panel or sidebar, not a tab with its page.
 */

/** Options of a click. */
export interface ClickOptions {
  button?: 'left' | 'middle';
  /** 2 for a double click. Default: 1. */
  count?: number;
  modifiers?: ('Control' | 'Shift' | 'Meta')[];
  /** The caller has waited until the element doesn't move. Default: false. */
  isAtRest?: boolean;
}

/** Options of a key press. */
export interface PressOptions {
  modifiers?: ClickOptions['modifiers'];
  /** How often the key repeats because it is held, 30 ms apart. Default: 0. */
  repeats?: number;
}

/** The open panel of a window. */
export interface Panel {
  /** Runs a function in the panel's document and returns its result. Rejects with the function's error. */
  evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs a function repeatedly until it returns something truthy; rejects after `PATIENCE`. */
  waitFor<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Waits until an element of this selector has stopped moving, scrolls to the first one and clicks its center with the mouse. */
  click(selector: string, options?: ClickOptions): Promise<void>;
  /** Presses a key in the panel, by its DOM name: `Tab`, `Enter`, `a`, ` `. Characters are typed. */
  press(key: string, options?: PressOptions): Promise<void>;
  /** Makes the panel's document light or dark, until the panel is closed. */
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** A screenshot of the panel, as a PNG file. */
  screenshot(path: string): Promise<void>;
  /**
   * Sets the panel's width in CSS pixels. In Firefox this includes the frame around it.
   * @param height the height; with it, both are those of the panel's document in each browser
   */
  resize(width: number, height?: number): Promise<void>;
  /** Closes the panel but not its window. */
  close(): Promise<void>;
}

/** A reader with their browser: a profile, windows, tabs, and the extension's toolbar button. */
export interface Reader {
  readonly name: 'chromium' | 'firefox';
  /** The extension's id, from which `extensionUrl` is made. */
  readonly extensionId: string;
  /** The root URL of the extension's own pages, with a trailing slash. */
  readonly extensionUrl: string;
  /** Opens a new tab in front and, if an address is given, loads it. */
  newPage(url?: string): Promise<Page>;
  /** Does the same in a new window. */
  newWindow(url?: string): Promise<Page>;
  /**
   * Opens the panel with the toolbar button in the window of this page, unless it is open already. Resolves when the panel has a
   * layout. Chromium ignores the click in a tab that never had an address.
   */
  openPanel(page: Page): Promise<Panel>;
  /** Clicks the toolbar button in the window of this page, whatever the result. */
  clickAction(page: Page): Promise<void>;
  /** Returns the text of the toolbar button's badge while this page is shown; '' if there is none. */
  badgeText(page: Page): Promise<string>;
  /**
   * Runs a function with the extension's API (`chrome` in both) outside the panel: in Chromium in a hidden tab, which doesn't wake
   * the background, in Firefox in the background. Rejects with the function's error.
   */
  evaluateInExtension<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Grants or removes the extension's access to all its hosts, as in the browser's settings. */
  setAccess(granted: boolean): Promise<void>;
  /** Reloads the extension, like an update: open pages stay open, panels close. */
  updateExtension(): Promise<void>;
  /**
   * Resets the running browser to the state after its start: one blank tab, no panel, the extension as just installed. Earlier
   * pages and panels can't be used any more. Rejects if the browser has ended or can't be reset.
   */
  reset(): Promise<void>;
  /** Quits properly (if it is running) and starts again with the same profile. Earlier pages and panels can't be used any more. */
  restart(): Promise<void>;
  /** Kills the browser (SIGKILL), like a power cut. `restart` starts it again. */
  kill(): Promise<void>;
  /** Resolves when the browser has ended for any reason. */
  ended(): Promise<void>;
  /** Quits, and removes the profile unless the caller provided it. */
  close(): Promise<void>;
}

/** The default size of the first window. */
export const WINDOW_SIZE = { width: 1280, height: 800 };

/** Options for launching a reader's browser. */
export interface ReaderOptions {
  /** The test handbook, which answers for the whole web. Without it the browser uses the real network. */
  server?: { port: number; proxyPort: number } | undefined;
  /** The folder of the unpacked build. */
  extensionDir: string;
  /** The packed build, which Firefox installs instead. Chromium can't install it and ignores it. */
  archive?: string;
  /** Default: true. */
  headless?: boolean;
  /** The profile folder to use, which isn't removed. By default a new one is created, and removed at `close`. */
  profileDir?: string;
  colorScheme?: 'light' | 'dark';
  /**
   * The language of the browser. Default: `en-US`. The browser's own windows may stay in English, but extensions get their texts in
   * it: Chromium needs no language files for that, and Firefox is told that it has them.
   */
  language?: string;
  /** The time zone of the computer, such as `Asia/Tokyo`. Default: that of this computer. */
  timeZone?: string;
  /** The home folder of Firefox, where it looks for managed storage. Chromium looks elsewhere. */
  home?: string;
  /** Further command-line arguments. */
  extraArgs?: string[];
  /** Firefox preferences. Chromium ignores them. */
  prefs?: Record<string, string | number | boolean>;
  /** The size of the first window. Default: `WINDOW_SIZE`. */
  windowSize?: { width: number; height: number };
}
