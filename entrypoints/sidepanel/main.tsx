import { render } from 'preact';
import { i18n } from '#i18n';
import { browser, loadBrowser } from '../../platform/browser.ts';
import { setArea } from '../../progress/area.ts';
import { App } from './App.tsx';
import { translateCourses } from './course-index.ts';

async function start(): Promise<void> {
  await loadBrowser();
  setArea(browser.storage.local);
  const language = i18n.t('language');
  document.documentElement.lang = language;
  await translateCourses(language);
  render(<App />, document.body);
  // Nothing that has the focus goes before something is shown.
  void import('./keep-focus.ts').then(({ keepFocus }) => keepFocus());
}

void start();
