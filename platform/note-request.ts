import * as v from 'valibot';
import { browser, type Tabs } from './browser.ts';
import { hasSidePanel, openPanelTab } from './open-panel.ts';

const MENU_ITEM = 'note';
const WANTED = 'noteWanted';

/** How long a panel may take to open, in milliseconds: what was wanted before that is forgotten. */
const PATIENCE = 15_000;

const WantedSchema = v.object({ windowId: v.number(), time: v.number() });

/** What only Chrome has; the polyfill and its types do not know it. */
declare const chrome: { sidePanel: { open(where: { windowId: number }): Promise<void> } };

/** The panel may be on its way: what it is wanted for waits in the browser's memory, and not in this script, which may end. */
function want(tab: Tabs.Tab | undefined): void {
  const windowId = tab?.windowId;
  if (windowId === undefined) return;
  // First, since the gesture that opens the panel is lost after an `await`.
  if (!hasSidePanel()) void openPanelTab(tab as Tabs.Tab);
  else if (import.meta.env.FIREFOX) void browser.sidebarAction.open();
  else void chrome.sidePanel.open({ windowId });
  void browser.storage.session?.set({ [WANTED]: { windowId, time: Date.now() } });
}

/**
 * Lets the reader keep what is selected on a page from its context menu and by the shortcut, both of which open the panel.
 * To be called each time the background starts.
 * @param title the menu item's
 * @param patterns gives the pages that it is on
 */
export function offerNotes(title: string, patterns: () => Promise<string[]>): void {
  // Phones have neither.
  browser.commands?.onCommand.addListener((_, tab) => want(tab));
  if (!browser.contextMenus) return;
  // The browser keeps the item; an update or another language may have another title for it.
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: MENU_ITEM,
      title,
      contexts: ['selection'],
      documentUrlPatterns: await patterns(),
    });
  });
  browser.contextMenus.onClicked.addListener((_, tab) => want(tab));
}

/** Puts the menu item on the pages that match `patterns`, and no others. */
export async function setNotePages(patterns: string[]): Promise<void> {
  await browser.contextMenus?.update(MENU_ITEM, { documentUrlPatterns: patterns });
}

/**
 * Calls `listener` when a note is wanted in this panel's window, be it that the panel was opened for it.
 * @returns a function that stops it
 */
export function onNoteRequest(listener: () => void): () => void {
  const { session } = browser.storage;
  // Where nothing can want one, as on a phone, there may be none of what it takes.
  if (!session || !browser.windows) return () => {};
  const look = async () => {
    const wanted: unknown = (await session.get(WANTED))[WANTED];
    if (!v.is(WantedSchema, wanted) || wanted.windowId !== (await browser.windows.getCurrent()).id) return;
    await session.remove(WANTED);
    if (Date.now() - wanted.time < PATIENCE) listener();
  };
  const changed = () => void look().catch(() => {});
  session.onChanged.addListener(changed);
  changed();
  return () => session.onChanged.removeListener(changed);
}
