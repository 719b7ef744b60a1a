import type { Page } from 'puppeteer-core';

/**
 * What a test sees of a browser with the extension in it: the same words for Chromium and Firefox.
 * Pages are Puppeteer's; the panel is the browser's own side panel or sidebar, not a tab that looks like it.
 */

/** How a click differs from a plain one. */
export interface ClickOptions {
  button?: 'left' | 'middle';
  /** 2 for a double click. Default: 1. */
  count?: number;
  modifiers?: ('Control' | 'Shift' | 'Meta')[];
}

/** The open panel of one window. */
export interface Panel {
  /** Runs a function in the panel's document and gives what it returns. Rejects with what it throws. */
  evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs a function again and again until it returns something true; rejects after `PATIENCE`. */
  waitFor<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Waits for an element of this selector to stay in its place, scrolls to the first and clicks its middle with the mouse. */
  click(selector: string, options?: ClickOptions): Promise<void>;
  /** Presses a key in the panel, by its DOM name: `Tab`, `Enter`, `a`, ` `. Characters are typed. */
  press(key: string, options?: Pick<ClickOptions, 'modifiers'>): Promise<void>;
  /** A picture of the panel as it is seen, as a PNG file. */
  screenshot(path: string): Promise<void>;
  /** Makes the panel this wide, in CSS pixels; in Firefox the frame around it is part of that. */
  resize(width: number): Promise<void>;
  /** Closes the panel; the window stays. */
  close(): Promise<void>;
}

/** A reader at their browser: a profile, windows, tabs, and the extension's button in the toolbar. */
export interface Reader {
  readonly name: 'chromium' | 'firefox';
  /** The extension's id; its pages are at `extensionUrl`. */
  readonly extensionId: string;
  /** The root of the extension's own pages, with a slash at the end. */
  readonly extensionUrl: string;
  /** A new tab, brought to the front, with the address loaded if one is given. */
  newPage(url?: string): Promise<Page>;
  /** The same in a window of its own. */
  newWindow(url?: string): Promise<Page>;
  /**
   * Clicks the toolbar button in the window of this page, unless the panel is open there already; it is
   * laid out when this returns. Chromium ignores the click on a tab that was never given an address.
   */
  openPanel(page: Page): Promise<Panel>;
  /** Clicks the toolbar button in the window of this page, whatever that leads to. */
  clickAction(page: Page): Promise<void>;
  /** What the toolbar button's badge says while this page is shown; '' for none. */
  badgeText(page: Page): Promise<string>;
  /**
   * Runs a function with the extension's API (`chrome` in both) outside the panel: in Chromium in a
   * hidden tab, without waking the background, in Firefox in the background. Rejects with what it throws.
   */
  evaluateInExtension<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Gives the extension access to all its hosts, or takes it away, as the browser's own settings do. */
  setAccess(granted: boolean): Promise<void>;
  /** Loads the extension anew, as an update does: pages that are open stay open, panels close. */
  updateExtension(): Promise<void>;
  /**
   * Brings the running browser to where it was after its start: one blank tab, no panel, the extension as just installed.
   * Earlier pages and panels are void. Rejects where the browser has ended, or does not do as it is told.
   */
  reset(): Promise<void>;
  /** Quits properly (if it still runs) and starts again with the same profile. Earlier pages and panels are void. */
  restart(): Promise<void>;
  /** Ends the browser as a power cut would (SIGKILL). `restart` brings it back. */
  kill(): Promise<void>;
  /** Resolves when the browser has ended, by whatever cause. */
  ended(): Promise<void>;
  /** Quits and removes the profile, unless the caller brought it. */
  close(): Promise<void>;
}

/** The size of the first window where none is asked for. */
export const WINDOW_SIZE = { width: 1280, height: 800 };

/** How a reader is set up. */
export interface ReaderOptions {
  /** The test handbook that stands in for the whole web; without it the browser goes to the real one. */
  server?: { port: number; proxyPort: number } | undefined;
  /** The unpacked build. */
  extensionDir: string;
  /** The packed build, for Firefox to install in its place. Chromium takes no archive and ignores it. */
  archive?: string;
  /** Default: true. */
  headless?: boolean;
  /** A profile to use and keep; without it one is made, and removed at `close`. */
  profileDir?: string;
  colorScheme?: 'light' | 'dark';
  /**
   * The language that the browser is set to. Default: `en-US`. Its own windows need not have it, but extensions get their texts
   * in it: Chromium takes it without its language files, Firefox is told that it has them.
   */
  language?: string;
  /** The time zone of the computer, such as `Asia/Tokyo`. Default: that of this one. */
  timeZone?: string;
  /** The home folder that Firefox is to have, where it looks for what an organisation has set. Chromium looks elsewhere. */
  home?: string;
  /** More arguments for the browser's command line. */
  extraArgs?: string[];
  /** Firefox preferences. Chromium has none and ignores them. */
  prefs?: Record<string, string | number | boolean>;
  /** The size of the first window. Default: `WINDOW_SIZE`. */
  windowSize?: { width: number; height: number };
}
