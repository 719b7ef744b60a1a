import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import schema from '../../../assets/public/policy.schema.json' with { type: 'json' };
import { readPackFile } from '../../../courses/pack-file.ts';
import { PolicySchema, parsePolicy } from '../../../platform/policy.ts';
import { chromePolicy, examplePolicy, firefoxPolicies } from '../../fixtures/example-policy.ts';

const root = (at: number) => `https://${at}.example.com/`;

describe('a policy', () => {
  test('is empty if nothing is set', () => {
    expect(parsePolicy({})).toEqual({ courses: [], handbooks: [], problems: [] });
  });

  test.each<[string, object, object, string[]]>([
    ['an unknown name', { audience: 'manager', audiences: [] }, { audience: 'manager' }, ['audiences']],
    ['several unknown names', { a: 1, b: 2, sync: false }, { sync: false }, ['a', 'b']],
    ['text for a switch', { sync: 'no', audience: 'manager' }, { audience: 'manager' }, ['sync']],
    ['a list for a text', { audience: ['manager'] }, {}, ['audience']],
    ['a very long audience', { audience: 'x'.repeat(81) }, {}, ['audience']],
    ['a text for a list', { handbooks: root(1) }, {}, ['handbooks']],
    [
      'invalid addresses among valid ones',
      { handbooks: ['http://a.example.com/', root(1), 'here', 7, root(2), `${root(3)}${'x'.repeat(2000)}`] },
      { handbooks: [root(1), root(2)] },
      ['handbooks.0', 'handbooks.2', 'handbooks.3', 'handbooks.5'],
    ],
    [
      'too many handbooks, one of them invalid',
      { handbooks: ['', ...Array.from({ length: 22 }, (_, at) => root(at))] },
      { handbooks: Array.from({ length: 19 }, (_, at) => root(at)) },
      ['handbooks.0', 'handbooks.20', 'handbooks.21', 'handbooks.22'],
    ],
    [
      'packs that aren’t texts',
      { courses: [{ id: 'a' }, 'first', null, 'second'] },
      {
        courses: [
          { place: 'courses.1', text: 'first' },
          { place: 'courses.3', text: 'second' },
        ],
      },
      ['courses.0', 'courses.2'],
    ],
  ])('with %s: invalid parts are left out and reported, the rest is valid', (_, raw, fits, places) => {
    const { problems, ...policy } = parsePolicy(raw);
    expect(policy).toEqual({ courses: [], handbooks: [], ...fits });
    expect(problems.map(({ place }) => place).sort()).toEqual(places);
    for (const { reason } of problems) expect(reason).not.toBe('');
  });

  test('is valid after parsing, whatever was set', () => {
    const value = fc.anything({ withNullPrototype: true });
    const raw = fc.oneof(
      fc.dictionary(fc.string(), value),
      fc.record({ courses: value, handbooks: value, audience: value, sync: value }, { requiredKeys: [] }),
      fc.record({ courses: fc.array(value), handbooks: fc.array(fc.oneof(fc.webUrl(), value)) }),
    );
    fc.assert(
      fc.property(raw, (set) => {
        const { courses, handbooks, audience, sync, problems } = parsePolicy(set);
        expect(courses.every(({ text }) => typeof text === 'string')).toBe(true);
        expect(handbooks.every((each) => each.startsWith('https://'))).toBe(true);
        expect(['string', 'undefined']).toContain(typeof audience);
        expect(['boolean', 'undefined']).toContain(typeof sync);
        const isWhole = Object.entries(set).every(([name]) => Object.hasOwn(PolicySchema.entries, name));
        if (!isWhole) expect(problems).not.toEqual([]);
      }),
    );
  });
});

describe('Chrome’s schema', () => {
  const validate = new Ajv().compile(schema);

  test('has exactly the settings of the policy', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(PolicySchema.entries));
  });

  test('only restricts types, since Chrome drops a whole setting for any violation', () => {
    expect(validate({ audience: 'x'.repeat(999), handbooks: ['http://wrong'], courses: ['wrong'] })).toBe(
      true,
    );
    expect(validate({ sync: 'no' })).toBe(false);
    expect(JSON.stringify(schema)).not.toMatch(/pattern|maxLength|maxItems|format|additionalProperties/);
  });
});

describe('the example policies', () => {
  test.each(['chromium', 'firefox'] as const)('for %s are valid, with their packs', async (browser) => {
    const { courses, problems, ...policy } = parsePolicy(examplePolicy(browser));
    expect(problems).toEqual([]);
    expect(Object.keys(policy).sort()).toEqual(['audience', 'handbooks', 'sync']);
    expect(courses).toHaveLength(1);
    for (const { text } of courses)
      expect(await readPackFile(text)).toHaveProperty('course.id', 'first-week');
  });

  test('install the extension that they configure', () => {
    expect(Object.keys(chromePolicy.ExtensionSettings)).toEqual(
      Object.keys(chromePolicy['3rdparty'].extensions),
    );
    const { policies } = firefoxPolicies;
    expect(Object.keys(policies.ExtensionSettings)).toEqual(Object.keys(policies['3rdparty'].Extensions));
  });
});
