import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { writeBackup } from '../../progress/export/format.ts';
import { applyBackup, readBackup } from '../../progress/export/import.ts';
import { MAX_TIME } from '../../progress/stamp.ts';
import { anyRecords } from '../unit/progress/any-record.ts';
import { MemoryReplica } from '../unit/progress/memory-replica.ts';
import { NOW } from '../unit/progress/samples.ts';
import { jsonOf, mutatedData } from './mutated-data.ts';
import { damagedFile, fileOf, mutatedText } from './mutated-text.ts';
import { fuzzTarget } from './target.ts';

const backups = anyRecords(NOW).map((records) => writeBackup(records, '0.2.0', NOW));
const texts = fc.oneof(
  mutatedText(backups),
  mutatedData(backups.map((text) => JSON.parse(text))).map(jsonOf),
);
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** A backup: everything in it is a valid record, or it is refused in one short sentence, and nothing is saved. */
export const backupFiles = fuzzTarget({
  name: 'backups',
  any: damagedFile(texts),
  async accepts(file) {
    const kept = new MemoryReplica();
    const read = await readBackup(file.turned ? fileOf(file) : file.text, kept, NOW);
    if ('refusal' in read) {
      for (const said of Object.values(read.refusal)) {
        const text = String(said);
        assert.ok(text.length <= 300, `the refusal is long: ${text.length}`);
        assert.ok(!UNSEEN.test(text) && text.isWellFormed(), `the refusal has invisible characters: ${text}`);
      }
      return false;
    }
    const { preview } = read;
    await applyBackup(preview, kept);
    assert.equal(kept.sorted.length, preview.added.length);
    for (const { time } of kept.sorted) assert.ok(time <= MAX_TIME);
    // Exporting the imported records gives them again.
    const again = await readBackup(writeBackup(kept.sorted, preview.app, NOW), kept, NOW);
    assert.ok('preview' in again && again.preview.same.length === preview.added.length);
    return true;
  },
});
