import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { howToLoad } from '../../../scripts/how-to-load.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const output = join('any', 'where', '.output');

test('what was packaged can be loaded by the last lines that are printed, in both browsers', () => {
  const lines = howToLoad(output, '1.2.3').split('\n');
  // The paths are on lines of their own, to be copied.
  expect(lines).toContain(`     ${join(output, 'chrome-mv3')}`);
  expect(lines).toContain(`     ${join(output, 'firefox-mv3', 'manifest.json')}`);
  const text = lines.join('\n');
  expect(text).toContain(join(output, 'waymark-1.2.3-firefox.zip'));
  expect(text).toMatch(/chrome:\/\/extensions.+Load unpacked.+about:debugging.+Load Temporary Add-on/s);
});

test('they name the section and the versions of the README', () => {
  const text = howToLoad(output, '1.2.3');
  const [, section = ''] = /“([^”]+)” in README/.exec(text) ?? [];
  expect(readme).toContain(`## ${section}\n`);
  for (const [, version] of text.matchAll(/\((\d+) or newer\)/g))
    expect(readme).toContain(`(${version} or newer)`);
});
