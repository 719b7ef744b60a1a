import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { parsePolicy } from '../../platform/policy.ts';
import { rootOf } from '../../sites/other-handbooks.ts';
import { mutatedData } from './mutated-data.ts';
import { fuzzTarget } from './target.ts';

const pack = readFileSync(
  new URL('../../assets/courses/community-learning-pathway.json', import.meta.url),
  'utf8',
);
const whole = {
  courses: [pack, '{}'],
  handbooks: ['https://docs.example.com/handbook/', 'https://wiki.example.com:8443/'],
  audience: 'manager',
  sync: false,
};

/** An organisation's policy: every setting is valid, or is ignored and reported. */
export const policies = fuzzTarget({
  name: 'policies',
  any: fc.oneof(mutatedData(fc.constant(whole)), fc.constant({ handbooks: ['http://x.example/'], sync: 1 })),
  accepts(raw) {
    if (typeof raw !== 'object' || raw === null) return false;
    const { courses, handbooks, audience, sync, problems } = parsePolicy(raw);
    for (const { text } of courses) assert.equal(typeof text, 'string');
    for (const each of handbooks) {
      assert.match(each, /^https:\/\//);
      const root = rootOf(each);
      if (root !== undefined) assert.equal(rootOf(root), root);
    }
    assert.ok(audience === undefined || audience.length <= 80);
    assert.ok(sync === undefined || typeof sync === 'boolean');
    for (const { place, reason } of problems) assert.ok(typeof place === 'string' && reason !== '');
    return problems.length === 0;
  },
});
