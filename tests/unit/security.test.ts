import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('every test that SECURITY.md names exists', () => {
  const named = [
    ...textOf('SECURITY.md').matchAll(/`((?:unit|e2e|build)\/[\w/.-]+)`((?:,? “[^”]+”)+)/g),
  ].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file: `tests/${file}`, name })),
  );
  expect(named.length).toBeGreaterThan(35);
  expect(named.filter(({ file, name }) => !textOf(file).includes(name))).toEqual([]);
});

describe('in the source', () => {
  const source = ['entrypoints', 'components', 'courses', 'sites', 'progress', 'credentials', 'platform']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file));
  const thatHave = (what: RegExp) => source.filter((file) => what.test(textOf(file)));

  test('nothing listens to other extensions, and only a page’s return to a page', () => {
    expect(thatHave(/on(?:Message|Connect)External|onUserScript|externally_connectable/)).toEqual([]);
    expect(thatHave(/addEventListener\(\s*'message'/)).toEqual([]);
  });

  test('nothing of ours asks the network, or makes code of text', () => {
    expect(
      thatHave(
        /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\beval\(|new Function/,
      ),
    ).toEqual([]);
  });
});

describe('of what is installed', () => {
  const { dependencies, devDependencies, allowScripts } = JSON.parse(textOf('package.json'));
  const packages: [string, { integrity?: string; hasInstallScript?: boolean }][] = Object.entries(
    JSON.parse(textOf('package-lock.json')).packages,
  );

  test('every version is exact, and every package has its checksum in the lock file', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([name, { integrity }]) => name && !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('one package runs a script when it is installed', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
    expect(scripted).toEqual(['node_modules/node']);
    expect(allowScripts).toEqual({ node: true });
  });
});
