import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, ROOT), 'utf8');
const pathOf = (file: string) =>
  file.replace(/^unit\//, 'tests/unit/progress/').replace(/^(e2e|build)\//, 'tests/$1/');

test.each([
  ['docs/progress.md', 40],
  ['docs/privacy.md', 4],
])('every test that %s names exists', (document, least) => {
  const named = [
    ...textOf(document).matchAll(/`((?:tests\/)?(?:unit|e2e|build)\/[\w/.-]+)`((?:,? “[^”]+”)+)/g),
  ].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(named.length).toBeGreaterThan(least);
  expect(named.filter(({ file, name }) => !textOf(pathOf(file)).includes(name))).toEqual([]);
});
