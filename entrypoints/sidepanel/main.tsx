import { render } from 'preact';
import { i18n } from '#i18n';
import { browser, loadBrowser } from '../../platform/browser.ts';
import { setArea } from '../../progress/area.ts';
import { App } from './App.tsx';

async function start(): Promise<void> {
  await loadBrowser();
  setArea(browser.storage.local);
  document.documentElement.lang = i18n.t('language');
  render(<App />, document.body);
}

void start();
