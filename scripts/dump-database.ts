import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';

/**
 * Keeps the database of this version as a fixture, to be called before the version is tagged: every later one
 * must be able to read it. A reader's doings are done in the real panel of the build in `.output`, and what
 * IndexedDB then holds is written to `tests/fixtures/databases/VERSION.json`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const HANDBOOK = 'https://handbook.gitlab.com/handbook/';
const MARKED = {
  'Education Program': `${HANDBOOK}marketing/developer-relations/programs/education-program/`,
  'Transparency and openness': `${HANDBOOK}values/#transparency`,
  'Kubernetes Community Values': `${HANDBOOK}values/#transparency`,
};

const server = await serveHandbook();
const reader = await launchChromium({ server, extensionDir: `${root}.output/chrome-mv3` });
try {
  const page = await reader.newPage(`${HANDBOOK}company/stewardship/`);
  const panel = await reader.openPanel(page);
  await panel.waitFor(() => document.querySelector('select'));
  await panel.evaluate(() => {
    const select = document.querySelector('select') as HTMLSelectElement;
    select.value = 'community-member';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  for (const nth of [1, 2]) {
    await panel.waitFor(() => document.querySelectorAll('input').length === 5);
    await panel.evaluate((index) => document.querySelectorAll('input')[index - 1]?.click(), nth);
    await panel.waitFor((count) => document.querySelectorAll('input:checked').length === count, nth);
  }
  for (const [title, url] of Object.entries(MARKED)) {
    await page.goto(url);
    await panel.waitFor((of) => document.querySelector(`button[aria-label="Visited: ${of}"]`), title);
    await panel.click(`button[aria-label="Visited: ${title}"]`);
    await panel.waitFor(
      (of) => document.querySelector(`button[aria-label="Visited: ${of}"]`)?.ariaPressed === 'true',
      title,
    );
  }
  const dump = await panel.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [info] = await indexedDB.databases();
    const database = await done(indexedDB.open(info?.name ?? ''));
    const stores: Record<string, unknown> = {};
    // What another version left behind is part of what a database can hold.
    const odd = {
      key: ['community-learning-pathway', 'completion', 'team-value'],
      value: 'perhaps',
      time: 1,
    };
    await done(database.transaction('records', 'readwrite').objectStore('records').put(odd));
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const { keyPath, autoIncrement } = store;
      stores[name] = { keyPath, autoIncrement, values: await done(store.getAll()) };
    }
    return { name: database.name, version: database.version, stores };
  });
  mkdirSync(`${root}tests/fixtures/databases`, { recursive: true });
  writeFileSync(`${root}tests/fixtures/databases/${version}.json`, `${JSON.stringify(dump, null, 2)}\n`);
  console.log(`tests/fixtures/databases/${version}.json is written.`);
} finally {
  await reader.close();
  await server.close();
}
