import { PACKS } from './courses.ts';
import { isOf, isRecord, type ReadingRecord, type Writing } from './records.ts';
import { openStore } from './store/open-store.ts';

/** How the pack of a followed course was read from its page. */
export type StoredReading = ReadingRecord['value'];

/** Reads the text of a course's pack, and how it was read. @throws Fault if they can't be read */
export async function readReading(
  id: string,
): Promise<{ pack: string | undefined; reading: StoredReading | undefined }> {
  const { found } = await (await openStore()).read([
    [...PACKS, id],
    ['*', 'reading', id],
  ]);
  const records = found.filter(isRecord);
  return {
    pack: records.find((record) => isOf(record, 'pack'))?.value,
    reading: records.find((record) => isOf(record, 'reading'))?.value,
  };
}

/** The record of how the pack of a course was read. */
export const readingOf = (id: string, value: StoredReading): Writing => ({
  key: ['*', 'reading', id],
  value,
});
