import { render } from 'preact';
import { i18n } from '#i18n';
import { knownCourses, learnCourses, translateCourses } from '../../catalog/course-index.ts';
import { HandInPage } from '../../components/hand-in/HandInPage.tsx';
import { askedFor } from '../../components/hand-in/query.ts';
import { browser, loadBrowser } from '../../platform/browser.ts';
import { onChange } from '../../progress/changes.ts';
import { setStorageArea } from '../../progress/store/storage-area.ts';

function show(): void {
  const asked = askedFor(location.search, knownCourses());
  render(asked ? <HandInPage {...asked} /> : <p role="alert">{i18n.t('handIn.unknown')}</p>, document.body);
}

async function start(): Promise<void> {
  await loadBrowser();
  setStorageArea(browser.storage.local);
  const language = i18n.t('language');
  document.documentElement.lang = language;
  await translateCourses(language);
  // What the panel learns of the courses is shown here as well: there are never two wordings at a time.
  onChange(() => void learnCourses().then(show));
  await learnCourses();
  show();
}

void start();
