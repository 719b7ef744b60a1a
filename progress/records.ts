import * as v from 'valibot';
import { type Kinds, kindNamed } from './kinds.ts';

type RecordOf<Kind extends keyof Kinds> = v.InferOutput<Kinds[Kind]['schema']>;

export type Visit = RecordOf<'visit'>;
export type NoteRecord = RecordOf<'note'>;
export type CourseRecord = RecordOf<'course'>;
export type LearnedMove = RecordOf<'move'>;
export type ReadingRecord = RecordOf<'reading'>;
/** One stored record of what the reader did. Its `key` is its permanent id; of two records with one key the later wins. */
export type ProgressRecord = RecordOf<keyof Kinds>;
/** A record to be written, which has no timestamp yet. */
export type Writing = { [Kind in keyof Kinds]: Pick<RecordOf<Kind>, 'key' | 'value'> }[keyof Kinds];

/** Whether something stored is a record of a known kind that fits its schema. */
export function isRecord(stored: unknown): stored is ProgressRecord {
  const kind = kindNamed((stored as { key?: unknown[] } | null)?.key?.[1]);
  return kind !== undefined && v.is(kind.schema, stored);
}

/** Whether a record is of the kind `kind`. */
export function isOf<Kind extends keyof Kinds>(record: ProgressRecord, kind: Kind): record is RecordOf<Kind> {
  return record.key[1] === kind;
}

/** A note: its id and the value of its record, in which `text` is called `words`. */
export type Note = Omit<NoteRecord['value'], 'words'> & { id: string; text: string };

/** What the reader did in one course. */
export interface Progress {
  /** Ids of the objectives that are ticked. */
  completed: ReadonlySet<string>;
  /** Ids of the resources that were read or marked as read. */
  visited: ReadonlySet<string>;
  /** The resource read last, and when (ms since 1970); undefined if none was. */
  lastVisit: { resource: string; time: number } | undefined;
  /** Id of the audience chosen, if any. */
  audience: string | undefined;
  /** Where the reader stopped reading, if that is known. */
  place: RecordOf<'place'>['value'] | undefined;
  /** In the order in which they were first saved. */
  notes: readonly Note[];
}

/** Computes progress from `records`, all of one course. */
export function progressOf(records: readonly ProgressRecord[]): Progress {
  const ofKind = <Kind extends keyof Kinds>(kind: Kind) => records.filter((record) => isOf(record, kind));
  const visits = ofKind('visit').filter(({ value }) => value);
  let lastVisit: Progress['lastVisit'];
  let lastDay = '';
  for (const { key, time } of visits) {
    const [, , resource, day] = key;
    // A course that is added gets the visits of earlier days at once, so their times say less than their days.
    if (day < lastDay || (day === lastDay && time < (lastVisit?.time ?? 0))) continue;
    lastVisit = { resource, time };
    lastDay = day;
  }
  const place = ofKind('place').at(-1)?.value;
  return {
    completed: new Set(ofKind('completion').flatMap(({ key, value }) => (value ? [key[2]] : []))),
    visited: new Set(visits.map(({ key }) => key[2])),
    lastVisit,
    audience: ofKind('audience').at(-1)?.value || undefined,
    place: place?.title ? place : undefined,
    notes: ofKind('note')
      .filter(({ value }) => value.quote || value.words)
      .map(({ key, value: { words, ...value } }) => ({ ...value, text: words, id: key[2] }))
      .sort((a, b) => a.made - b.made),
  };
}

/** The day of `time` (ms) in the reader's time zone, as `2026-08-31`. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
