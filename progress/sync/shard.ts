import * as v from 'valibot';
import { idOf } from '../merge.ts';
import { MAX_TIME, stampEntries } from '../stamp.ts';

/** The version of a shard's form. One of another version is left as it is. */
const VERSION = 1;

/** As many parts, and letters in all, as no key has: a line of a shard may be named in it a thousand times. */
const MOST_OF_KEY = { parts: 16, letters: 4000 };

/** A record as it travels: perhaps of a kind that this version does not know. */
const EntrySchema = v.object({
  key: v.pipe(
    v.array(v.string()),
    v.minLength(2),
    v.maxLength(MOST_OF_KEY.parts),
    v.check((parts) => parts.join('').length <= MOST_OF_KEY.letters),
  ),
  value: v.unknown(),
  ...stampEntries,
  time: v.pipe(stampEntries.time, v.maxValue(MAX_TIME)),
});
export type Entry = Omit<v.InferOutput<typeof EntrySchema>, 'key'> & { key: readonly string[] };

/**
 * One item of the synced area. Its `text` is one string, since browsers count every other value each in its own way.
 * Its first line holds the records in base 36: groups by `;`, each of them the key without its last part, and by `,`
 * what remains of every record; numbers that stand for text are lines below.
 */
const ShardSchema = v.object({
  version: v.literal(VERSION),
  /** Checksum of `text`. */
  sum: v.string(),
  // No browser keeps a larger item: whatever is larger was not written by us.
  text: v.pipe(v.string(), v.maxLength(8192)),
});
export type Shard = v.InferOutput<typeof ShardSchema>;

const DAY = 24 * 60 * 60 * 1000;

const base36 = (number: number) => number.toString(36);
const nameOfDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
/** A text within a line: as JSON writes it, which knows halves of surrogate pairs and line breaks. */
const lineOf = (text: string) => JSON.stringify(text).slice(1, -1);

/** The number of the day (since 1970) that a part of a key names; undefined where it names none. */
function dayOf(part: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(part)) return undefined;
  const day = Date.parse(part) / DAY;
  return Number.isInteger(day) && nameOfDay(day) === part ? day : undefined;
}

/** The lines of the key's parts but the last, which many records have in common. */
export function headOf(entry: Entry): string[] {
  return entry.key.slice(0, -1).map(lineOf);
}

/**
 * What a shard holds of one record beside its head: the key's last part, time, device, count and value. Where the last
 * part is a day, the time counts from there.
 * @param at gives a line's number in base 36
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

/** FNV-1a, 32 bits: against damage, not against anyone. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The shard of `entries`, each with an id of its own. The same entries in whatever order give the same shard. */
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

function entriesOf(text: string): Entry[] {
  const [records = '', ...lines] = text.split('\n');
  const lineAt = (field = '') => {
    const line = lines[Number.parseInt(field, 36)];
    if (line === undefined) throw new RangeError('No such line');
    return line;
  };
  const textAt = (field?: string): string => JSON.parse(`"${lineAt(field)}"`);
  return records.split(';').flatMap((group) => {
    const [first = '', ...rest] = group.split(',');
    const head = first.split('.');
    if (head.length > MOST_OF_KEY.parts) throw new RangeError('No key is so long');
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

/** What an item of the synced area holds, whatever it is; undefined where it is damaged or of another version. */
export function decodeShard(stored: unknown): Entry[] | undefined {
  const shard = v.safeParse(ShardSchema, stored);
  if (!shard.success || base36(hashOf(shard.output.text)) !== shard.output.sum) return undefined;
  try {
    return entriesOf(shard.output.text);
  } catch {
    return undefined;
  }
}
