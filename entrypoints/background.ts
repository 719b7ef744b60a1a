import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { loadHandbooks, onHandbooksChange } from '../catalog/handbooks.ts';
import { applyHandbooks, followManagedHandbooks } from '../catalog/manage-handbooks.ts';
import { updateToolbarCount } from '../catalog/toolbar-count.ts';
import { browser, loadBrowser } from '../platform/browser.ts';
import { injectIntoOpenPages } from '../platform/content-scripts.ts';
import { offerNotes, setNotePages } from '../platform/note-request.ts';
import { onPage } from '../platform/page-channel.ts';
import { prepareToolbar } from '../platform/toolbar.ts';
import { startProgress } from '../progress/start.ts';
import { allPatterns } from '../sites/index.ts';
import { sitePatterns } from '../sites/patterns.ts';

async function start(): Promise<void> {
  // Inlined in this file, so that listeners are still there in the first turn, as a service worker must have them.
  await loadBrowser();
  startProgress(browser.storage.local);
  prepareToolbar();
  const learned = loadHandbooks();
  onHandbooksChange((before) => {
    void setNotePages(allPatterns());
    void applyHandbooks(before);
  });
  void followManagedHandbooks();
  offerNotes(i18n.t('note.menu'), async () => {
    await learned;
    return allPatterns();
  });
  // Firefox puts the content script into pages that are open already by itself.
  browser.runtime.onInstalled.addListener(() => {
    void applyHandbooks();
    if (!import.meta.env.FIREFOX) void injectIntoOpenPages(sitePatterns);
  });
  onPage((tabId, url, news) => {
    void learned.then(() => updateToolbarCount(tabId, url, news));
    return false;
  });
}

export default defineBackground(() => void start());
