import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { licencesOf, packageOf } from '../../../scripts/licences.ts';

const root = mkdtempSync(join(tmpdir(), 'waymark-licences-'));
afterAll(() => rmSync(root, { recursive: true }));

function packageWith(path: string, license: string | undefined, files: Record<string, string>): string {
  const folder = join(root, path);
  const name = path.replace('other/', '');
  mkdirSync(folder, { recursive: true });
  const repository = { url: `git+https://github.com/someone/${name}.git` };
  const manifest = JSON.stringify({ name, version: '1.2.3', license, repository });
  for (const [file, text] of Object.entries({ 'package.json': manifest, ...files }))
    writeFileSync(join(folder, file), text);
  return folder;
}

describe('the licences of what is bundled', () => {
  test('are one text, by name, each once and with its source', () => {
    const text = licencesOf([
      packageWith('second', 'ISC', { 'LICENSE.md': 'Do what you like.\r\nReally.\n' }),
      packageWith('other/second', 'ISC', { 'LICENSE.md': 'Do what you like.\r\nReally.\n' }),
      packageWith('first', 'Apache-2.0', { licence: 'Patents, too.' }),
    ]);
    expect(text).toMatch(/first 1\.2\.3 \(Apache-2\.0\)\n.+\n\nPatents, too\.\n\n-+\n\nsecond 1\.2\.3/);
    expect(text.match(/second 1/g)).toHaveLength(1);
    expect(text).toContain('Source: https://github.com/someone/second\n\nDo what you like.\nReally.\n');
  });

  test.each([
    ['no text', packageWith('no-text', 'MIT', { 'README.md': 'MIT' }), 'no-text comes without the text'],
    ['an empty text', packageWith('empty', 'MIT', { LICENSE: '\n' }), 'empty comes without the text'],
    ['copyleft', packageWith('copyleft', 'GPL-3.0-or-later', { LICENSE: 'All of it.' }), 'GPL-3.0-or-later'],
    ['no word of it', packageWith('silent', undefined, { LICENSE: 'All of it.' }), 'silent under undefined'],
    ['MPL-2.0 that nobody looked at', packageWith('files', 'MPL-2.0', { LICENSE: 'Files.' }), 'MPL-2.0'],
  ])('stop the build where one comes with %s', (_, folder, message) => {
    expect(() => licencesOf([folder])).toThrow(message);
  });
});

describe('the package of a module', () => {
  test.each([
    ['/home/me/waymark/node_modules/preact/dist/preact.mjs', '/home/me/waymark/node_modules/preact'],
    [
      '/a/node_modules/one/node_modules/@two/three/x.js?on-demand',
      '/a/node_modules/one/node_modules/@two/three',
    ],
    ['C:\\waymark\\node_modules\\idb\\build\\index.js', 'C:/waymark/node_modules/idb'],
    ['\0rolldown/runtime.js', expect.stringMatching(/node_modules\/rolldown$/)],
    ['\0vite/preload-helper.js', expect.stringMatching(/node_modules\/vite$/)],
    ['\0virtual:wxt-plugins', expect.stringMatching(/node_modules\/wxt$/)],
  ])('%j is of a package', (id, folder) => expect(packageOf(id)).toEqual(folder));

  test('is undefined for Waymark’s own modules', () =>
    expect(packageOf('/home/me/waymark/courses/match.ts')).toBeUndefined());

  test('stops the build if it is unknown', () => expect(() => packageOf('\0made-up.js')).toThrow('made-up'));
});
