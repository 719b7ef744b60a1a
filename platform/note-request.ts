import * as v from 'valibot';
import { browser, type Tabs } from './browser.ts';
import { hasSidePanel, openPanelTab } from './open-panel.ts';

const MENU_ITEM = 'note';
const KEY = 'noteWanted';

/** How long a panel may take to open, in milliseconds. An older request is dropped. */
const PATIENCE = 15_000;

const RequestSchema = v.object({ windowId: v.number(), time: v.number() });

/** Only Chrome has this, so the polyfill and its types lack it. */
declare const chrome: { sidePanel: { open(where: { windowId: number }): Promise<void> } };

/** Opens the panel and stores the request in the browser's session storage: the background script may end before the panel is open. */
function requestNote(tab: Tabs.Tab | undefined): void {
  const windowId = tab?.windowId;
  if (windowId === undefined) return;
  // This comes first: after an `await` the browser no longer counts the reader's gesture.
  if (!hasSidePanel()) void openPanelTab(tab as Tabs.Tab);
  else if (import.meta.env.FIREFOX) void browser.sidebarAction.open();
  else void chrome.sidePanel.open({ windowId });
  void browser.storage.session?.set({ [KEY]: { windowId, time: Date.now() } });
}

/**
 * Lets the reader save the selection on a page as a note, by the context menu or the keyboard shortcut. Both open the panel. Call it
 * each time the background starts.
 * @param title of the menu item
 * @param patterns returns the match patterns of the pages that have the menu item
 */
export function offerNotes(title: string, patterns: () => Promise<string[]>): void {
  // Phones have neither commands nor context menus.
  browser.commands?.onCommand.addListener((_, tab) => requestNote(tab));
  if (!browser.contextMenus) return;
  // The browser saves the item, but its title may change with an update or the browser's language.
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: MENU_ITEM,
      title,
      contexts: ['selection'],
      documentUrlPatterns: await patterns(),
    });
  });
  browser.contextMenus.onClicked.addListener((_, tab) => requestNote(tab));
}

/** Shows the menu item only on pages that match `patterns`. */
export async function setNotePages(patterns: string[]): Promise<void> {
  await browser.contextMenus?.update(MENU_ITEM, { documentUrlPatterns: patterns });
}

/**
 * Calls `listener` when a note is requested in this panel's window, also if the panel was opened by that request.
 * @returns a function that stops it
 */
export function onNoteRequest(listener: () => void): () => void {
  const { session } = browser.storage;
  // Phones have no way to request a note, and may lack these APIs.
  if (!session || !browser.windows) return () => {};
  const check = async () => {
    const request: unknown = (await session.get(KEY))[KEY];
    if (!v.is(RequestSchema, request) || request.windowId !== (await browser.windows.getCurrent()).id) return;
    await session.remove(KEY);
    if (Date.now() - request.time < PATIENCE) listener();
  };
  const changed = () => void check().catch(() => {});
  session.onChanged.addListener(changed);
  changed();
  return () => session.onChanged.removeListener(changed);
}
