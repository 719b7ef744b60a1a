import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { readPackFile, writePack } from '../../courses/pack-file.ts';
import { inLanguage } from '../../courses/translation.ts';
import { hasInvisible } from '../../text/invisible.ts';
import { anyCourse } from '../unit/courses/any-course.ts';
import { fitsSchema } from '../unit/courses/page/fits.ts';
import { jsonOf, mutatedData } from './mutated-data.ts';
import { damagedFile, fileOf, mutatedText } from './mutated-text.ts';
import { fuzzTarget } from './target.ts';

const builtIn = readFileSync(
  new URL('../../assets/courses/community-learning-pathway.json', import.meta.url),
  'utf8',
);
const packs = fc.oneof(anyCourse, fc.constant(JSON.parse(builtIn)));
const texts = fc.oneof(
  mutatedData(packs).map(jsonOf),
  mutatedText(fc.oneof(fc.constant(builtIn), anyCourse.map(writePack))),
);

/** A course file: it is accepted as a whole, matches its schema and is written and read as the same, or is refused in a short sentence. */
export const packFiles = fuzzTarget({
  name: 'course packs',
  any: damagedFile(texts),
  async accepts(file) {
    const read = await readPackFile(file.turned ? fileOf(file) : file.text);
    if ('refusal' in read) {
      const { refusal } = read;
      assert.ok(jsonOf(refusal).length < 100_000, 'the refusal is long');
      for (const { place, reason } of refusal.reason === 'pack' ? refusal.refusals : []) {
        assert.ok(!hasInvisible(place + reason), 'the refusal has invisible characters');
      }
      return false;
    }
    fitsSchema(read.course);
    assert.deepEqual(await readPackFile(writePack(read.course)), read);
    for (const language of [...Object.keys(read.course.translations ?? {}), 'constructor', '__proto__']) {
      const { title, audiences } = inLanguage(read.course, language);
      for (const text of [
        title,
        ...audiences.flatMap(({ objectives }) => objectives.map((each) => each.text)),
      ])
        assert.equal(typeof text, 'string');
    }
    return true;
  },
});
