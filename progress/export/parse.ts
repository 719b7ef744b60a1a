import * as v from 'valibot';
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
  | { reason: 'tooLarge'; bytes: number; most: number }
  /** The file cannot be read at all: it is gone, or the browser may not. */
  | { reason: 'unreadable' }
  /** Not text in UTF-8. */
  | { reason: 'notText' }
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

/** Whether the JSON `text` is nested deeper than is read; found without parsing, which a parser may not survive. */
function isTooDeep(text: string): boolean {
  let level = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (quoted) {
      if (unit === 92 /* \ */) at++;
      else if (unit === 34 /* " */) quoted = false;
    } else if (unit === 34) quoted = true;
    else if (unit === 91 /* [ */ || unit === 123 /* { */) {
      if (++level > MOST_LEVELS) return true;
    } else if (unit === 93 /* ] */ || unit === 125 /* } */) level--;
  }
  return false;
}

async function textOf(file: string | Blob): Promise<string | Refusal> {
  const bytes = typeof file === 'string' ? file.length : file.size;
  if (bytes > MOST_BYTES) return { reason: 'tooLarge', bytes, most: MOST_BYTES };
  if (typeof file === 'string') return file.replace(/^\uFEFF/, '');
  const content = await file.arrayBuffer().catch(() => undefined);
  if (!content) return { reason: 'unreadable' };
  try {
    // It drops the mark by which some editors begin a file in UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return { reason: 'notText' };
  }
}

/** What is told of the file's own text, which may be as long as the file: without what is not seen. */
function shown(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .toWellFormed();
}

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
  const text = await textOf(file);
  if (typeof text !== 'string') return text;
  const pause = createYielder();
  if (isTooDeep(text)) return { reason: 'tooDeep', most: MOST_LEVELS };
  // A large file is work for long at every step.
  await pause();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { reason: 'notJson', ours: new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`).test(text) };
  }
  const header = headerOf(parsed);
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
