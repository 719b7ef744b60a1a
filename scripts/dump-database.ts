import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../tests/browsers/chromium.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';
import { doEverything } from './dump-doings.ts';

/**
 * Saves the database of this version as a fixture, which every later version must be able to read. Run it before tagging a
 * version. It acts like a reader in the real panel of the build in `.output`, and then writes the content of IndexedDB and
 * `storage.local` to `tests/fixtures/databases/VERSION.json`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
if (existsSync(`${root}tests/fixtures/released/${version}.json`)) {
  console.error(`${version} is released, so its fixture stays. Set the next version in package.json first.`);
  process.exit(1);
}
const server = await serveHandbook();
const reader = await launchChromium({ server, extensionDir: `${root}.output/chrome-mv3` });
try {
  const page = await reader.newPage('https://handbook.gitlab.com/handbook/company/stewardship/');
  const panel = await reader.openPanel(page);
  await doEverything(page, panel, server);
  const dump = await panel.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('waymark'));
    const stores: Record<string, unknown> = {};
    // A database may also contain what another version left.
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
    return {
      name: database.name,
      version: database.version,
      stores,
      area: await chrome.storage.local.get(null),
    };
  });
  mkdirSync(`${root}tests/fixtures/databases`, { recursive: true });
  writeFileSync(`${root}tests/fixtures/databases/${version}.json`, `${JSON.stringify(dump, null, 2)}\n`);
  console.log(`tests/fixtures/databases/${version}.json is written.`);
} finally {
  await reader.close();
  await server.close();
}
