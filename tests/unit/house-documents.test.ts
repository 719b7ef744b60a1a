import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import vitestConfig from '../../vitest.config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const textOf = (file: string) => readFileSync(`${ROOT}${file}`, 'utf8');

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const documents = files.filter((file) => file.endsWith('.md'));
/** All parts of the paths of files and folders, since a document may name `platform/page-channel.ts` as `page-channel.ts`. */
const known = new Set(
  files.flatMap((file) => {
    const parts = file.split('/');
    return parts.flatMap((_, from) =>
      parts.slice(from).map((_, length) => parts.slice(from, from + length + 1).join('/')),
    );
  }),
);

/** Names that aren't files of this project: files of browsers and handbooks, and placeholders. */
const OTHERS =
  /^(policies\.json|assets\/locales\/xx\.yml|course\.json|_\w+)$|VERSION|:|^[/~@]|^\.\w|^[\w-]+\.[\w.-]+\//;
const isPath = (code: string) =>
  /^[\w.@/-]+$/.test(code) && (/[^/]\//.test(code) || /\.(tsx?|mjs|json|md|ya?ml|css|html)$/.test(code));

test('every file and folder that a document names exists', () => {
  const named = documents.flatMap((file) =>
    [...textOf(file).matchAll(/`([^`\n]+)`|\]\(([^)#\s]+)/g)]
      .map(([, code, link]) => code ?? link ?? '')
      .filter((name) => isPath(name) && !OTHERS.test(name))
      .map((name) => ({ file, name })),
  );
  expect(named.length).toBeGreaterThan(150);
  // A document may say once which folder `unit/` is. Another test checks the files in it.
  const exists = (name: string) =>
    [/^(\.\.?\/)+|\/$/g, /^unit\//].some((less) => known.has(name.replace(less, '')));
  expect(named.filter(({ name }) => !exists(name))).toEqual([]);
});

test('every command that a document names exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const projects = JSON.stringify(vitestConfig);
  const named = documents.flatMap((file) =>
    [...textOf(file).matchAll(/npm (?:run )?([\w-]+)|--project ([\w-]+)/g)].map(([, script, project]) => ({
      file,
      script,
      project,
    })),
  );
  expect(named.length).toBeGreaterThan(30);
  const npmsOwn = ['ci', 'and', 'audit', 'install'];
  const missing = named.filter(({ script, project }) =>
    script ? !(script in scripts) && !npmsOwn.includes(script) : !projects.includes(`"name":"${project}"`),
  );
  expect(missing).toEqual([]);
});

test('every file that a comment names exists', () => {
  const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file));
  const missing = sources.flatMap((file) =>
    parseSync(file, textOf(file))
      .comments.flatMap(({ value }) => value.match(/[\w@/.-]+\.(?:tsx?|mjs|md|yml)\b/g) ?? [])
      .filter((name) => !known.has(name))
      .map((name) => `${file} names ${name}`),
  );
  expect(missing).toEqual([]);
});
