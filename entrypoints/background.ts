import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { browser, loadBrowser } from '../platform/browser.ts';
import { onPage } from '../platform/messages.ts';
import { prepareNotes } from '../platform/note-wanted.ts';
import { prepareToolbar } from '../platform/toolbar.ts';
import { setArea } from '../progress/area.ts';
import { siteMatches } from '../sites/matches.ts';
import { refreshBadge } from './sidepanel/badge.ts';

async function start(): Promise<void> {
  // Inlined in this file, so that listeners are still there in the first turn, as a service worker must have them.
  await loadBrowser();
  setArea(browser.storage.local);
  prepareToolbar();
  prepareNotes(i18n.t('note.menu'), siteMatches);
  onPage((tabId, url, news) => {
    void refreshBadge(tabId, url, news);
    return false;
  });
}

export default defineBackground(() => void start());
