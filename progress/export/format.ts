import * as v from 'valibot';
import { kinds } from '../kinds/index.ts';
import { idOf } from '../merge.ts';
import { dayOf, type ProgressRecord } from '../records.ts';
import { stampEntries } from '../stamp.ts';

/** What `format` says in every backup: by it a file is known as ours. */
export const FORMAT = 'waymark-progress';

/** The version of the file's form. It grows only when a reader of the one before could not read it: not for a new kind. */
export const VERSION = 1;

/** Version 0.1.0 kept records without `count` and `device`. */
const sinceMerging = {
  count: v.optional(stampEntries.count, 0),
  device: v.optional(stampEntries.device, ''),
};

/** A kind's records as a file may hold them. */
function entryOf(kind: keyof typeof kinds) {
  const { key, value, time } = kinds[kind].entries;
  const entries = { key, value, time, ...sinceMerging };
  return v.pipe(v.object(entries), v.metadata({ title: kind })) as v.GenericSchema<unknown, ProgressRecord>;
}

/** The schema of an entry, by the kind of its record. */
export const entrySchemas: ReadonlyMap<string, v.GenericSchema<unknown, ProgressRecord>> = new Map(
  (Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => [kind, entryOf(kind)]),
);

/** What a backup says of itself. */
export const Header = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  exported: v.pipe(v.string(), v.isoTimestamp(), v.description('When it was made')),
  app: v.pipe(v.string(), v.maxLength(40), v.description('The version of Waymark that made it')),
});

/** A whole backup of this version: what is published as JSON Schema. */
export const Backup = v.object({ ...Header.entries, records: v.array(v.union([...entrySchemas.values()])) });

/**
 * The text of a backup of `records`, one a line and in the order of their ids: the same progress makes the same file.
 * @param app the program's version
 * @param now when it is made, ms
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

/** The name of the file of a backup made at `now` (ms), by the reader's own day. */
export function backupName(now: number): string {
  return `${FORMAT}-${dayOf(now)}.json`;
}
