import { render } from 'preact';
import { i18n } from '#i18n';
import { loadBrowser } from '../../platform/browser.ts';
import { App } from './App.tsx';

async function start(): Promise<void> {
  await loadBrowser();
  document.documentElement.lang = i18n.t('language');
  render(<App />, document.body);
}

void start();
