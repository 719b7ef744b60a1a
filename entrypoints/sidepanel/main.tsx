import { render } from 'preact';
import { browser, loadBrowser } from '../../platform/browser.ts';
import { App } from './App.tsx';

async function start(): Promise<void> {
  await loadBrowser();
  document.documentElement.lang = browser.i18n.getUILanguage();
  render(<App />, document.body);
}

void start();
