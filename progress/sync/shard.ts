import * as v from 'valibot';
import { idOf } from '../merge.ts';
import { MAX_TIME, stampEntries } from '../stamp.ts';

/** The version of the form of shards. Shards of another version are never written. */
const VERSION = 1;

/**
 * More parts and letters than any key has. A line of a shard can be used a thousand times in it, so without these limits a small
 * shard could expand to a huge amount of data.
 */
const KEY_LIMITS = { parts: 16, letters: 4000 };

/** A record in the synced area. It may be of a kind that only another version knows. */
const EntrySchema = v.object({
  key: v.pipe(
    v.array(v.string()),
    v.minLength(2),
    v.maxLength(KEY_LIMITS.parts),
    v.check((parts) => parts.join('').length <= KEY_LIMITS.letters),
  ),
  value: v.unknown(),
  ...stampEntries,
  time: v.pipe(stampEntries.time, v.maxValue(MAX_TIME)),
});
export type Entry = Omit<v.InferOutput<typeof EntrySchema>, 'key'> & { key: readonly string[] };

/**
 * One item of the synced area. Its `text` is one string, because browsers count the bytes of other values in different ways.
 *
 * The first line of `text` has the records, with numbers in base 36. Groups are separated by `;`. A group begins with the parts of the
 * key that its records share (all but the last), and goes on with the fields of each record, separated by `,`. All texts are
 * numbers of lines: 0 is the line below the first.
 */
const ShardSchema = v.object({
  version: v.literal(VERSION),
  /** Checksum of `text`. */
  sum: v.string(),
  // No browser stores a larger item.
  text: v.pipe(v.string(), v.maxLength(8192)),
});
export type Shard = v.InferOutput<typeof ShardSchema>;

const DAY = 24 * 60 * 60 * 1000;

const base36 = (number: number) => number.toString(36);
const nameOfDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
/** A text as one line: JSON escapes line breaks and lone surrogates. */
const lineOf = (text: string) => JSON.stringify(text).slice(1, -1);

/** The number of days since 1970 if this part of a key is a date, such as `2026-08-31`; otherwise undefined. */
function dayOf(part: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(part)) return undefined;
  const day = Date.parse(part) / DAY;
  return Number.isInteger(day) && nameOfDay(day) === part ? day : undefined;
}

/** All parts of the key but the last, as lines. Many records share them. */
export function headOf(entry: Entry): string[] {
  return entry.key.slice(0, -1).map(lineOf);
}

/**
 * The fields of one record in a shard: the last part of the key, time, device, count and value. If the last part is a date, it is
 * written as `-` and the number of days since 1970, and the time counts from there.
 * @param at returns the number of a line in base 36
 */
export function fieldsOf({ key, value, time, count, device }: Entry, at: (line: string) => string): string {
  const last = key.at(-1) ?? '';
  const day = dayOf(last);
  const fields = [
    day === undefined ? at(lineOf(last)) : `-${base36(day)}`,
    base36(time - (day ?? 0) * DAY),
    at(lineOf(device)),
    count ? base36(count) : '',
    value === true ? '' : at(JSON.stringify(value)),
  ];
  return fields.join('.').replace(/\.+$/, '');
}

/** FNV-1a, 32 bits. It detects damage, not manipulation. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Encodes entries with distinct ids as a shard. The order of the entries makes no difference. */
export function encodeShard(entries: readonly Entry[]): Shard {
  const lines = new Map<string, string>();
  const at = (line: string) => {
    const known = lines.get(line) ?? base36(lines.size);
    lines.set(line, known);
    return known;
  };
  const groups = new Map<string, string[]>();
  const sorted = entries.map((entry) => ({ id: idOf(entry as never), entry }));
  for (const { entry } of sorted.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const head = headOf(entry).map(at).join('.');
    const group = groups.get(head) ?? [head];
    groups.set(head, group);
    group.push(fieldsOf(entry, at));
  }
  const text = [[...groups.values()].map((group) => group.join(',')).join(';'), ...lines.keys()].join('\n');
  return { version: VERSION, sum: base36(hashOf(text)), text };
}

/** @throws if the text is damaged */
function entriesOf(text: string): Entry[] {
  const [records = '', ...lines] = text.split('\n');
  const lineAt = (field = '') => {
    const line = lines[Number.parseInt(field, 36)];
    if (line === undefined) throw new RangeError('no such line');
    return line;
  };
  const textAt = (field?: string): string => JSON.parse(`"${lineAt(field)}"`);
  return records.split(';').flatMap((group) => {
    const [first = '', ...rest] = group.split(',');
    const head = first.split('.');
    if (head.length > KEY_LIMITS.parts) throw new RangeError('the key is too long');
    const above = rest.length > 0 ? head.map(textAt) : [];
    return rest.map((record) => {
      const [last = '', time = '', device, count, value] = record.split('.');
      const day = last.startsWith('-') ? Number.parseInt(last.slice(1), 36) : undefined;
      return v.parse(EntrySchema, {
        key: [...above, day === undefined ? textAt(last) : nameOfDay(day)],
        value: value ? JSON.parse(lineAt(value)) : true,
        time: Number.parseInt(time, 36) + (day ?? 0) * DAY,
        count: count ? Number.parseInt(count, 36) : 0,
        device: textAt(device),
      });
    });
  });
}

/** Decodes an item of the synced area, whatever it is; undefined if it is damaged or of another version. */
export function decodeShard(stored: unknown): Entry[] | undefined {
  const shard = v.safeParse(ShardSchema, stored);
  if (!shard.success || base36(hashOf(shard.output.text)) !== shard.output.sum) return undefined;
  try {
    return entriesOf(shard.output.text);
  } catch {
    return undefined;
  }
}
