import * as v from 'valibot';
import { excerptToShow } from '../../text/invisible.ts';
import { isTooDeep, parseJson, type ReadFailure, readText } from '../../text/read-file.ts';
import { idOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import { createYielder, type Yielder } from '../yielder.ts';
import { entrySchemas, FORMAT, Header, VERSION } from './format.ts';

/** The largest file that is read, in bytes. It has room for about 200,000 records, more than a reader makes in fifty years. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** The deepest nesting that is read. Backups have four levels; later kinds of records may have a few more. */
const MOST_LEVELS = 16;

/** How far in the future a file's times may be, in milliseconds: a clock may be wrong by a time zone. */
const AHEAD = 24 * 60 * 60 * 1000;

/** Why a file is refused. Entries are counted from 1, in the order of the file. */
export type Refusal =
  | ReadFailure
  | { reason: 'tooDeep'; most: number }
  /** Not JSON. `ours` if it begins like a backup, so it was cut off or changed. */
  | { reason: 'notJson'; ours: boolean }
  /** JSON, but not a backup. */
  | { reason: 'notOurs' }
  /** A backup in a newer format, made by the version `app` of Waymark, if the file says which. */
  | { reason: 'newer'; version: number; app: string | undefined }
  /** A backup, but this field does not fit its schema. */
  | { reason: 'header'; field: string }
  /** An entry does not fit its schema: the field ('' for the whole entry), and valibot's message in English. */
  | { reason: 'entry'; entry: number; field: string; how: string }
  /** An entry has a time (ms since 1970) more than a day in the future: this clock or the other is wrong. */
  | { reason: 'future'; entry: number; time: number }
  /** Two entries have the same id. */
  | { reason: 'duplicate'; entry: number; first: number };

/** The contents of a backup. */
export interface Contents {
  /** When it was made, as an ISO date. */
  exported: string;
  /** The version of Waymark that made it. */
  app: string;
  /** Its records of known kinds. No two have the same id. */
  records: ProgressRecord[];
  /** The number of records of each unknown kind. These records are left out. */
  unknown: ReadonlyMap<string, number>;
}

/** What an entry of any kind has, also one that only a later version knows. */
const AnyEntry = v.object({ key: v.pipe(v.array(v.string()), v.minLength(2)) });

/** Text of the file in a refusal, cut and without invisible characters: it may be as long as the file. */
const shown = (text: string) => excerptToShow(text, 200);

function headerOf(parsed: unknown): (v.InferOutput<typeof Header> & { records: unknown[] }) | Refusal {
  const claimed = parsed as { format?: unknown; version?: unknown; app?: unknown; records?: unknown } | null;
  if (claimed?.format !== FORMAT) return { reason: 'notOurs' };
  const { version, app, records } = claimed;
  if (Number.isSafeInteger(version) && Number(version) > VERSION)
    return {
      reason: 'newer',
      version: Number(version),
      app: typeof app === 'string' ? shown(app) : undefined,
    };
  const header = v.safeParse(Header, parsed);
  if (!header.success) return { reason: 'header', field: v.getDotPath(header.issues[0]) ?? '' };
  return Array.isArray(records) ? { ...header.output, records } : { reason: 'header', field: 'records' };
}

function refusalOf(issue: v.BaseIssue<unknown>, entry: number): Refusal {
  return { reason: 'entry', entry, field: shown(v.getDotPath(issue) ?? ''), how: shown(issue.message) };
}

/**
 * Checks the entries of a backup one by one.
 * @param now the current time, in milliseconds since 1970
 */
async function readEntries(
  found: readonly unknown[],
  now: number,
  pause: Yielder,
): Promise<Pick<Contents, 'records' | 'unknown'> | Refusal> {
  const records: ProgressRecord[] = [];
  const unknown = new Map<string, number>();
  /** The position of each id. */
  const entries = new Map<string, number>();
  for (const [at, value] of found.entries()) {
    const entry = at + 1;
    await pause();
    const outline = v.safeParse(AnyEntry, value);
    if (!outline.success) return refusalOf(outline.issues[0], entry);
    const id = idOf(outline.output as ProgressRecord);
    const first = entries.get(id);
    if (first !== undefined) return { reason: 'duplicate', entry, first };
    entries.set(id, entry);
    const kind = String(outline.output.key[1]);
    const schema = entrySchemas.get(kind);
    if (!schema) {
      unknown.set(kind, (unknown.get(kind) ?? 0) + 1);
      continue;
    }
    const record = v.safeParse(schema, value);
    if (!record.success) return refusalOf(record.issues[0], entry);
    if (record.output.time > now + AHEAD) return { reason: 'future', entry, time: record.output.time };
    records.push(record.output);
  }
  return { records, unknown };
}

/**
 * Reads a backup file, whatever it contains. Changes nothing.
 * @param now the current time, in milliseconds since 1970
 * @returns the contents, or why the file is refused. One wrong entry refuses the whole file, because then the rest cannot be trusted
 *   either. Never rejects.
 */
export async function parseBackup(file: string | Blob, now: number): Promise<Contents | Refusal> {
  const content = await readText(file, MOST_BYTES);
  if ('failure' in content) return content.failure;
  const { text } = content;
  const pause = createYielder();
  if (isTooDeep(text, MOST_LEVELS)) return { reason: 'tooDeep', most: MOST_LEVELS };
  // Each step on a large file takes long.
  await pause();
  const parsed = parseJson(text);
  if (!parsed)
    return { reason: 'notJson', ours: new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(text) };
  const header = headerOf(parsed.value);
  if ('reason' in header) return header;

  const contents = await readEntries(header.records, now, pause);
  if ('reason' in contents) return contents;
  return { exported: header.exported, app: header.app, ...contents };
}
