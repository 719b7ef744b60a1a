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

describe('the source', () => {
  const source = [
    'entrypoints',
    'components',
    'catalog',
    'courses',
    'sites',
    'progress',
    'credentials',
    'platform',
    'text',
  ]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file));
  const filesWith = (what: RegExp) => source.filter((file) => what.test(textOf(file)));

  test('doesn’t listen to other extensions or to messages that pages post', () => {
    expect(filesWith(/on(?:Message|Connect)External|onUserScript|externally_connectable/)).toEqual([]);
    expect(filesWith(/addEventListener\(\s*'message'/)).toEqual([]);
  });

  test('makes no network requests and runs no text as code', () => {
    expect(
      filesWith(
        /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\beval\(|new Function/,
      ),
    ).toEqual([]);
  });
});

describe('the dependencies', () => {
  const { dependencies, devDependencies, allowScripts } = JSON.parse(textOf('package.json'));
  const packages: [string, { integrity?: string; hasInstallScript?: boolean }][] = Object.entries(
    JSON.parse(textOf('package-lock.json')).packages,
  );

  test('have exact versions, and checksums in the lock file', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([name, { integrity }]) => name && !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('have one package that runs an install script', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
    expect(scripted).toEqual(['node_modules/node']);
    expect(allowScripts).toEqual({ node: true });
  });
});
