import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, ROOT), 'utf8');
const pathOf = (file: string) =>
  file.replace(/^unit\//, 'tests/unit/progress/').replace(/^e2e\//, 'tests/e2e/');

test('every test that docs/progress.md names exists', () => {
  const named = [
    ...textOf('docs/progress.md').matchAll(/`((?:unit|e2e)\/[\w/.-]+)`((?:,? “[^”]+”)+)/g),
  ].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ file, name }) => !textOf(pathOf(file)).includes(name))).toEqual([]);
});
