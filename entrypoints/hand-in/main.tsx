import { render } from 'preact';
import { i18n } from '#i18n';
import { knownCourses, loadCourses, translateCourses } from '../../catalog/course-index.ts';
import { HandInPage } from '../../components/hand-in/HandInPage.tsx';
import { readQuery } from '../../components/hand-in/hand-in-query.ts';
import { browser, loadBrowser } from '../../platform/browser.ts';
import { onChange } from '../../progress/changes.ts';
import { startProgress } from '../../progress/start.ts';

function show(): void {
  const choice = readQuery(location.search, knownCourses());
  render(choice ? <HandInPage {...choice} /> : <p role="alert">{i18n.t('handIn.unknown')}</p>, document.body);
}

async function start(): Promise<void> {
  await loadBrowser();
  startProgress(browser.storage.local);
  const language = i18n.t('language');
  document.documentElement.lang = language;
  await translateCourses(language);
  // Like the panel, this page reloads the courses after every change of progress.
  onChange(() => void loadCourses().then(show));
  await loadCourses();
  show();
}

void start();
