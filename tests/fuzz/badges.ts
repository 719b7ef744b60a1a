import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { bake } from '../../credentials/bake.ts';
import { verifyFile } from '../../credentials/verify.ts';
import { hasInvisible } from '../../text/invisible.ts';
import { badgeBy, decode, forge, NOON, newKey, pack } from '../unit/credentials/samples.ts';
import { mutatedData } from './mutated-data.ts';
import { damagedFile, fileOf, manyOf, mutatedText } from './mutated-text.ts';
import { fuzzTarget } from './target.ts';

const key = await newKey('EdDSA');
const jwt = await badgeBy(key);
const [header, payload] = jwt.split('.', 2).map((part) => decode(part));
const files = fc.constantFrom(
  jwt,
  JSON.stringify({ jwt }),
  bake('<svg xmlns="x"><title>A</title></svg>', jwt),
  bake('<svg xmlns="x"><title>A</title></svg>', jwt).replaceAll('openbadges', 'ns1'),
);

const many = manyOf(
  '<!--',
  '<![CDATA[',
  '<openbadges:credential ',
  ' verify="',
  '<a xmlns:a="a">',
  'a.',
  '{"',
  '[',
).map((all) => `<svg>${all}`);

async function check(file: Blob): Promise<boolean> {
  const verified = await verifyFile(file, [pack], NOON);
  if ('wrong' in verified) {
    assert.match(verified.wrong, /^[a-zA-Z]+$/);
    return false;
  }
  const { valid } = verified;
  assert.ok(Number.isFinite(valid.time) && valid.time <= NOON + 300_000);
  assert.ok(valid.objectives.length > 0);
  for (const { address } of [valid.course, ...valid.quotes]) assert.match(address, /^https:\/\/\S+$/);
  for (const text of [
    valid.name,
    valid.course.title,
    valid.audience.title,
    ...valid.objectives.map((each) => each.text),
  ])
    assert.ok(text.length <= 2000 && !hasInvisible(text));
  return true;
}

/** The file of a badge by any author: it is found, and judged valid or not. */
export const badgeFiles = fuzzTarget({
  name: 'badges, files',
  any: damagedFile(fc.oneof({ weight: 9, arbitrary: mutatedText(files) }, { weight: 1, arbitrary: many })),
  accepts: (file) => check(fileOf(file)),
});

/** A correctly signed badge with any content. */
export const signedBadges = fuzzTarget({
  name: 'badges, signed',
  any: fc.tuple(
    mutatedData(fc.constant(payload)),
    fc.oneof(fc.constant(header), mutatedData(fc.constant(header))),
  ),
  async accepts([said, by]) {
    let forged: string;
    try {
      forged = await forge(key, said, by);
    } catch {
      // JSON can't represent this.
      return false;
    }
    return check(new Blob([forged]));
  },
});
