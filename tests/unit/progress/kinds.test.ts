import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Kind, kinds } from '../../../progress/kinds.ts';
import { isRecord } from '../../../progress/records.ts';

const published = JSON.parse(
  readFileSync(new URL('../../../docs/progress.schema.json', import.meta.url), 'utf8'),
);

describe.each(Object.entries(kinds) as [Kind, (typeof kinds)[Kind]][])('the kind %s', (name, kind) => {
  test('has an empty value that fits its schema', () => {
    expect(v.is(kind.schema.entries.value as v.GenericSchema, kind.empty)).toBe(true);
  });

  test('has its name in its keys, and in the published schema of backups', () => {
    const tuple = kind.schema.entries.key.items as readonly { literal?: string }[];
    expect(tuple[1]?.literal).toBe(name);
    expect(JSON.stringify(published)).toContain(`"title":"${name}"`);
  });
});

test.each([
  ['completion', 'first'],
  ['visit', 'last'],
  ['note', 'normal'],
  ['pack', 'never'],
  ['reading', 'never'],
  ['words', 'never'],
  ['badge', 'never'],
] as const)('%s is synced as before: %s', (name, sync) => {
  expect(kinds[name].sync).toBe(sync);
});

test.each(['constructor', '__proto__', 'toString', ''])('there is no kind called %j', (name) => {
  expect(
    isRecord({ key: ['a-course', name, 'an-objective'], value: true, time: 1, count: 0, device: '' }),
  ).toBe(false);
});
