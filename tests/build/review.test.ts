import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../archives.ts';

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const builds = ['chrome-mv3', 'firefox-mv3'];

describe('the reviewer’s view', () => {
  test('the lint of Firefox’s store finds one thing: Preact has a branch that sets innerHTML, which Waymark never uses', () => {
    const webExt = join(ROOT, 'node_modules/web-ext/bin/web-ext.js');
    const { stdout } = spawnSync(
      process.execPath,
      [webExt, 'lint', '--output', 'json', '--source-dir', '.output/firefox-mv3'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    const { errors, notices, warnings } = JSON.parse(stdout);
    expect([...errors, ...notices]).toEqual([]);
    const found = (warnings as { code: string; file: string }[]).map(
      ({ code, file }) => `${code} in ${file}`,
    );
    // Preact is in the panel's first script and in that of the page to print, once in each.
    expect(found.map((each) => each.replace(/-[\w-]{8}\.js$/, '')).sort()).toEqual([
      'UNSAFE_VAR_ASSIGNMENT in chunks/panel',
      'UNSAFE_VAR_ASSIGNMENT in hand-in/hand-in',
    ]);
    for (const { file } of warnings) {
      const script = textOf(`.output/firefox-mv3/${file}`);
      expect(script.match(/\.innerHTML=/g), file).toHaveLength(1);
    }
  }, 120_000);

  test.each(builds)(
    '%s: our licence, what comes from elsewhere, and the licence of every package in it',
    (build) => {
      for (const name of ['LICENSE', 'NOTICE.md'])
        expect(textOf(`.output/${build}/${name}`)).toBe(textOf(name));
      const [, ...entries] = textOf(`.output/${build}/third-party-licences.txt`).split(/^-{80}$/m);
      const named = entries.map((entry) => {
        const [, name = '', licence = ''] =
          /^\n\n(\S+) [\d.]+ \((.+)\)\nSource: https:\/\/github\.com\/\S+\n\n/.exec(entry) ?? [];
        expect(entry, name).toMatch(/Permission (is hereby granted|to use, copy)|Mozilla Public License/);
        return [name, licence] as const;
      });
      const { dependencies } = JSON.parse(textOf('package.json'));
      // All that the panel is made with, what that is made with, and what framework and bundler add to it.
      const more = ['@preact/signals-core', '@wxt-dev/browser', 'rolldown', 'vite', 'wxt'];
      const names = [...Object.keys(dependencies), ...more].sort();
      expect(named.map(([name]) => name)).toEqual(names);
      expect(named.filter(([, licence]) => !['MIT', 'ISC'].includes(licence))).toEqual([
        ['webextension-polyfill', 'MPL-2.0'],
      ]);
      const [, bundled = ''] = textOf('NOTICE.md').split('**Bundled software**');
      for (const [name, licence] of named) {
        expect(bundled.toLowerCase()).toContain(name);
        expect(bundled).toContain(licence);
      }
    },
  );
});
