import * as v from 'valibot';
import { type Kind, kinds } from '../kinds.ts';
import { idOf } from '../merge.ts';
import { dayOf, type ProgressRecord } from '../records.ts';
import { stampEntries } from '../stamp.ts';

/** The `format` field of every backup, by which a file is recognised as one. */
export const FORMAT = 'waymark-progress';

/** The version of the file format. It grows only if earlier versions could not read the file; a new kind of records is no reason. */
export const VERSION = 1;

/** Records of 0.1.0 have no `count` and `device`. */
const laterFields = {
  count: v.optional(stampEntries.count, 0),
  device: v.optional(stampEntries.device, ''),
};

/** The schema of a kind's records in a file. */
function entryOf(kind: Kind) {
  const { key, value, time } = kinds[kind].schema.entries;
  const entries = { key, value, time, ...laterFields };
  return v.pipe(v.object(entries), v.metadata({ title: kind })) as v.GenericSchema<unknown, ProgressRecord>;
}

/** The schemas of records in a file, by the names of their kinds. */
export const entrySchemas: ReadonlyMap<string, v.GenericSchema<unknown, ProgressRecord>> = new Map(
  (Object.keys(kinds) as Kind[]).map((kind) => [kind, entryOf(kind)]),
);

/** The fields of a backup except its records. */
export const Header = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  exported: v.pipe(v.string(), v.isoTimestamp(), v.description('When it was made')),
  app: v.pipe(v.string(), v.maxLength(40), v.description('The version of Waymark that made it')),
});

/** A whole backup of this version. It is published as JSON Schema. */
export const Backup = v.object({ ...Header.entries, records: v.array(v.union([...entrySchemas.values()])) });

/**
 * The text of a backup of `records`, one per line and sorted by id, so that the same progress makes the same file.
 * @param app the version of Waymark
 * @param now the current time, in milliseconds since 1970
 */
export function writeBackup(records: readonly ProgressRecord[], app: string, now: number): string {
  const lines = records
    .map(({ key, value, time, count, device }) => ({
      id: idOf({ key } as ProgressRecord),
      line: JSON.stringify({ key, value, time, count, device }),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ line }) => line);
  const header = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    exported: new Date(now).toISOString(),
    app,
  });
  return `${header.slice(0, -1)},"records":[\n${lines.join(',\n')}\n]}\n`;
}

/** The file name of a backup made at `now` (ms since 1970), with the day in the reader's time zone. */
export function backupName(now: number): string {
  return `${FORMAT}-${dayOf(now)}.json`;
}
