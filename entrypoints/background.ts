import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { loadHandbooks, onHandbooksChange } from '../catalog/handbooks.ts';
import { applyHandbooks, followManagedHandbooks } from '../catalog/manage-handbooks.ts';
import { updateToolbarCount } from '../catalog/toolbar-count.ts';
import { browser, loadBrowser } from '../platform/browser.ts';
import { injectIntoOpenPages } from '../platform/content-scripts.ts';
import { offerNotes, setNotePages } from '../platform/note-request.ts';
import { onPanelClosed } from '../platform/open-panel.ts';
import { leavePageOf, onPage } from '../platform/page-channel.ts';
import { prepareToolbar } from '../platform/toolbar.ts';
import { startProgress } from '../progress/start.ts';
import { allPatterns } from '../sites/index.ts';
import { sitePatterns } from '../sites/patterns.ts';

async function start(): Promise<void> {
  // The polyfill is inlined in this file, so the listeners are still added in the first turn, as a service worker requires.
  await loadBrowser();
  startProgress(browser.storage.local);
  prepareToolbar();
  onPanelClosed(leavePageOf);
  const loaded = loadHandbooks();
  onHandbooksChange((before) => {
    void setNotePages(allPatterns());
    void applyHandbooks(before);
  });
  void followManagedHandbooks();
  offerNotes(i18n.t('note.menu'), async () => {
    await loaded;
    return allPatterns();
  });
  // Firefox itself injects the content script into pages that are already open.
  browser.runtime.onInstalled.addListener(() => {
    void applyHandbooks();
    if (!import.meta.env.FIREFOX) void injectIntoOpenPages(sitePatterns);
  });
  onPage((tabId, url, info) => {
    void loaded.then(() => updateToolbarCount(tabId, url, info));
    return false;
  });
}

export default defineBackground(() => void start());
