import { idOf, laterOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import type { Replica } from '../replica.ts';
import { compareStamps } from '../stamp.ts';
import { type Contents, parseBackup, type Refusal } from './parse.ts';

/** A record of a backup, and the stored one with the same id. */
export interface Conflict {
  record: ProgressRecord;
  present: ProgressRecord;
}

/** What importing a backup would change. */
export interface Preview extends Pick<Contents, 'exported' | 'app' | 'unknown'> {
  /** Records that are not stored yet. They would be added. */
  added: ProgressRecord[];
  /** Records that are later than the stored ones. They would replace these. */
  newer: Conflict[];
  /** Records that are earlier than the stored ones. These would stay. */
  older: Conflict[];
  /** Records that are the same as the stored ones. */
  same: ProgressRecord[];
}

function compare(contents: Contents, present: readonly ProgressRecord[]): Preview {
  const { exported, app, unknown } = contents;
  const preview: Preview = { exported, app, unknown, added: [], newer: [], older: [], same: [] };
  const stored = new Map(present.map((record) => [idOf(record), record]));
  for (const record of contents.records) {
    const known = stored.get(idOf(record));
    if (!known) preview.added.push(record);
    else if (!compareStamps(known, record) && JSON.stringify(known.value) === JSON.stringify(record.value))
      preview.same.push(record);
    else preview[laterOf(known, record) === record ? 'newer' : 'older'].push({ record, present: known });
  }
  return preview;
}

/**
 * Reads a backup and compares it with what is stored. Changes nothing.
 * @param now the current time, in milliseconds since 1970
 * @throws as `replica.readAll` does, if the database cannot be read; never because of the file's content
 */
export async function readBackup(
  file: string | Blob,
  replica: Pick<Replica, 'readAll'>,
  now: number,
): Promise<{ preview: Preview } | { refusal: Refusal }> {
  const contents = await parseBackup(file, now);
  if ('reason' in contents) return { refusal: contents };
  return { preview: compare(contents, await replica.readAll()) };
}

/**
 * Imports what `preview` shows as added and newer. Stored records that have become newer since then stay, because merging compares again.
 * @throws as `replica.merge` does; then nothing is changed
 */
export async function applyBackup(preview: Preview, replica: Pick<Replica, 'merge'>): Promise<void> {
  const wanted = [...preview.added, ...preview.newer.map(({ record }) => record)];
  if (wanted.length > 0) await replica.merge(wanted);
}
