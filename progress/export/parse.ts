import * as v from 'valibot';
import { excerptToShow } from '../../text/invisible.ts';
import { isTooDeep, parseJson, type ReadFailure, readText } from '../../text/read-file.ts';
import { idOf } from '../merge.ts';
import type { ProgressRecord } from '../records.ts';
import { createYielder } from '../yielder.ts';
import { entrySchemas, FORMAT, Header, VERSION } from './format.ts';

/** The largest file that is read, in bytes: some 200,000 records, more than a reader makes in fifty years. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** The deepest nesting that is read. Ours has four levels; a later kind of record may have a few more. */
const MOST_LEVELS = 16;

/** How far ahead of this clock a file's times may lie (ms): two clocks may differ by a time zone set wrongly. */
const AHEAD = 24 * 60 * 60 * 1000;

/** Why a file is not taken. Entries are counted from 1, as they stand in the file. */
export type Refusal =
  | ReadFailure
  | { reason: 'tooDeep'; most: number }
  /** Not JSON; `ours` where it begins as a backup does: it was cut off or changed. */
  | { reason: 'notJson'; ours: boolean }
  /** JSON of something else. */
  | { reason: 'notOurs' }
  /** Made by a version of Waymark (`app`, where it says so) that writes a newer form. */
  | { reason: 'newer'; version: number; app: string | undefined }
  /** Ours, but its `field` is not what it has to be. */
  | { reason: 'header'; field: string }
  /** An entry does not fit: which field (`''` for the whole), and in English how. */
  | { reason: 'entry'; entry: number; field: string; how: string }
  /** An entry was written more than a day from now, at `time` (ms): a clock is wrong, this one or the other. */
  | { reason: 'future'; entry: number; time: number }
  /** Two entries have one id. */
  | { reason: 'duplicate'; entry: number; first: number };

/** What a backup holds. */
export interface Contents {
  /** When it was made, as an ISO date. */
  exported: string;
  /** The version of Waymark that made it. */
  app: string;
  /** Its records, of known kinds and each with an id of its own. */
  records: ProgressRecord[];
  /** Number of records of each kind that this version does not know; they are left out. */
  unknown: ReadonlyMap<string, number>;
}

const Unknown = v.object({ key: v.pipe(v.array(v.string()), v.minLength(2)) });

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
 * Reads a backup, whatever it is, and changes nothing.
 * @param now the present time, ms
 * @returns what it holds, or why it is refused: as a whole, since a file that is wrong in one place cannot be
 * trusted in another. Never rejects.
 */
export async function parseBackup(file: string | Blob, now: number): Promise<Contents | Refusal> {
  const content = await readText(file, MOST_BYTES);
  if ('failure' in content) return content.failure;
  const { text } = content;
  const pause = createYielder();
  if (isTooDeep(text, MOST_LEVELS)) return { reason: 'tooDeep', most: MOST_LEVELS };
  // A large file is work for long at every step.
  await pause();
  const parsed = parseJson(text);
  if (!parsed)
    return { reason: 'notJson', ours: new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(text) };
  const header = headerOf(parsed.value);
  if ('reason' in header) return header;

  const records: ProgressRecord[] = [];
  const unknown = new Map<string, number>();
  const entries = new Map<string, number>();
  for (const [at, found] of header.records.entries()) {
    const entry = at + 1;
    await pause();
    const outline = v.safeParse(Unknown, found);
    if (!outline.success) return refusalOf(outline.issues[0], entry);
    const first = entries.get(idOf(outline.output as ProgressRecord));
    if (first !== undefined) return { reason: 'duplicate', entry, first };
    entries.set(idOf(outline.output as ProgressRecord), entry);
    const kind = String(outline.output.key[1]);
    const schema = entrySchemas.get(kind);
    if (!schema) {
      unknown.set(kind, (unknown.get(kind) ?? 0) + 1);
      continue;
    }
    const record = v.safeParse(schema, found);
    if (!record.success) return refusalOf(record.issues[0], entry);
    if (record.output.time > now + AHEAD) return { reason: 'future', entry, time: record.output.time };
    records.push(record.output);
  }
  return { exported: header.exported, app: header.app, records, unknown };
}
