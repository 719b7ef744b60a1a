import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = [
  'entrypoints',
  'components',
  'catalog',
  'courses',
  'sites',
  'progress',
  'credentials',
  'platform',
  'assets',
  'text',
];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const linesOf = (file: string) => textOf(file).split('\n').length - 1;

/** The imports of `file`: paths from the project's root for our own files, names for packages. */
function importsOf(file: string): { of: string; typeOnly: boolean }[] {
  const found = textOf(file).matchAll(
    /(?:(import type|import|export)\s[^;]*?from\s+|import\(|import\s+)'([^']+)'/g,
  );
  return [...found].map(([, how, name = '']) => ({
    of: name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), name)) : name,
    typeOnly: how === 'import type',
  }));
}

/** Our files and folders that each folder may import, besides `text/`. A folder ends with a slash. */
const MAY_IMPORT: Record<string, string[]> = {
  text: [],
  courses: ['courses/', 'sites/address.ts', 'sites/secrets.ts'],
  sites: ['sites/'],
  progress: ['progress/'],
  credentials: ['credentials/'],
  platform: ['platform/'],
  catalog: ['catalog/', 'courses/', 'sites/', 'progress/', 'platform/', 'assets/'],
  components: SOURCE.filter((folder) => folder !== 'entrypoints').map((folder) => `${folder}/`),
  entrypoints: SOURCE.map((folder) => `${folder}/`),
  assets: ['assets/'],
};

/** Where each folder may import types from, besides MAY_IMPORT. */
const MAY_IMPORT_TYPES: Record<string, string[]> = {
  courses: ['sites/'],
  platform: ['sites/'],
  assets: ['courses/'],
};

/** What a view may import besides `text/`. Data reaches it through `components/state` or a `.ts` file of its feature. */
const VIEW_MAY_IMPORT = ['components/', 'courses/'];

/** Our files that `file` imports although it may not. A view may import types from everywhere its folder may import from. */
function forbiddenImports(file: string): string[] {
  const [folder = ''] = file.split('/');
  const isView = folder === 'components' && file.endsWith('.tsx');
  const imported = ['text/', ...((isView ? VIEW_MAY_IMPORT : MAY_IMPORT[folder]) ?? [])];
  const types = [...imported, ...((isView ? MAY_IMPORT : MAY_IMPORT_TYPES)[folder] ?? [])];
  return importsOf(file)
    .filter(({ of }) => SOURCE.some((each) => of.startsWith(`${each}/`)))
    .filter(
      ({ of, typeOnly }) =>
        !(typeOnly ? types : imported).some((own) => of === own || (own.endsWith('/') && of.startsWith(own))),
    )
    .map(({ of }) => of);
}

/** The files of fewer than 15 lines, each with the reason why it isn't part of another one. */
const SHORT: Record<string, string> = {
  'assets/courses/index.ts': 'the list of courses: a new course adds a line',
  'assets/courses/key-words/index.ts': 'the list of languages: a new one adds a line',
  'entrypoints/page-queries.ts': 'an entrypoint',
  'platform/content-script-context.ts': 'replaces a module of WXT',
  'platform/polyfill.ts': 'a separate file in the build, which most browsers never load',
  'platform/save-file.ts': 'the one way to save a file; three features use it',
  'sites/patterns.ts': 'the manifest and the content script only need this file of the sites',
};

describe('the house', () => {
  const source = SOURCE.flatMap(filesIn);
  const all = [...source, ...filesIn('tests'), ...filesIn('scripts')];

  test('each folder imports only what it may', () => {
    const forbidden = source.flatMap((file) => forbiddenImports(file).map((of) => `${file} imports ${of}`));
    expect(forbidden, 'see the table of folders in CONTRIBUTING.md').toEqual([]);
  });

  test('one file imports the polyfill', () => {
    const importers = source.filter((file) =>
      importsOf(file).some(({ of, typeOnly }) => of === 'webextension-polyfill' && !typeOnly),
    );
    expect(importers.filter((file) => file !== 'platform/browser.ts')).toEqual(['platform/polyfill.ts']);
  });

  test('the content script takes only types from platform and components, and nothing from progress', () => {
    const seen = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { of, typeOnly } of importsOf(file)) if (!typeOnly && /\.tsx?$/.test(of)) visit(of);
    };
    visit('entrypoints/content.ts');
    expect([...seen].filter((file) => /^(progress|platform|components)\//.test(file))).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    expect(all.filter((file) => linesOf(file) > 300)).toEqual([]);
  });

  test('a file of fewer than 15 lines has a reason', () => {
    const short = source.filter((file) => linesOf(file) < 15);
    const advice = 'put its code into the file that it belongs to, or add the reason to SHORT in this test';
    expect(short.sort(), advice).toEqual(Object.keys(SHORT).sort());
  });

  test('components are named in PascalCase, everything else in kebab-case', () => {
    const wrong = all.filter((file) => {
      const name = file.split('/').at(-1) ?? '';
      return !(
        name.endsWith('.tsx')
          ? /^([A-Z]\w+|main|on-demand|memo)\.tsx$/
          : /^[a-z0-9-]+(\.test|\.d)?\.(ts|mjs)$/
      ).test(name);
    });
    expect(wrong).toEqual([]);
  });

  test('no folder or file is named utils, helpers, common, misc or shared', () => {
    expect(all.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.)/.test(file))).toEqual([]);
  });

  test('nothing is put into the panel as HTML', () => {
    expect(
      source.filter((file) => /innerHTML|insertAdjacentHTML|document\.write/i.test(textOf(file))),
    ).toEqual([]);
  });
});
