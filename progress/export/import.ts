import { idOf, laterOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import type { Replica } from '../replica.ts';
import { compareStamps } from '../stamp.ts';
import { type Contents, parseBackup, type Refusal } from './parse.ts';

/** A record of a backup beside the one that is stored under its id. */
export interface Meeting {
  record: ProgressRecord;
  present: ProgressRecord;
}

/** What taking in a backup would change. */
export interface Preview extends Pick<Contents, 'exported' | 'app' | 'unknown'> {
  /** Under ids that nothing is stored under: they would be added. */
  added: ProgressRecord[];
  /** Later than what is stored: they would take its place. */
  newer: Meeting[];
  /** Earlier than what is stored: that stays. */
  older: Meeting[];
  /** Just as they are stored. */
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
 * Reads a backup and compares it with what is stored; changes nothing.
 * @param now the present time, ms
 * @throws where the database cannot be read, as `door.readAll` does; never for anything that the file holds
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
 * Takes in what `preview` shows as added and newer. What became newer in the meantime stays: the door decides anew.
 * @throws as `door.merge` does; then nothing is changed
 */
export async function applyBackup(preview: Preview, replica: Pick<Replica, 'merge'>): Promise<void> {
  const wanted = [...preview.added, ...preview.newer.map(({ record }) => record)];
  if (wanted.length > 0) await replica.merge(wanted);
}
