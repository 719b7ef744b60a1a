import { render } from 'preact';
import { i18n } from '#i18n';
import { translateCourses } from '../../catalog/course-index.ts';
import { loadHandbooks, onHandbooksChange } from '../../catalog/handbooks.ts';
import { App } from '../../components/App.tsx';
import { startState } from '../../components/state/start.ts';
import { handbooksChanged } from '../../components/state/tab.ts';
import { browser, loadBrowser } from '../../platform/browser.ts';
import { startProgress } from '../../progress/start.ts';

// Safari has no idle callbacks.
window.requestIdleCallback ??= setTimeout as never;

async function start(): Promise<void> {
  await loadBrowser();
  startProgress(browser.storage.local);
  const language = i18n.t('language');
  document.documentElement.lang = language;
  await Promise.all([translateCourses(language), loadHandbooks()]);
  startState();
  render(<App />, document.body);
  onHandbooksChange(handbooksChanged);
  // This can wait: nothing that has the focus can be removed before something is shown.
  void import('../../components/ui/keep-focus.ts').then(({ keepFocus }) => keepFocus());
}

void start();
