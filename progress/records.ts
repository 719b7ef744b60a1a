import * as v from 'valibot';

const Id = v.string();
/** Milliseconds since 1970. */
const Time = v.number();

/** An objective ticked (or no longer): key is course, kind, objective. */
const CompletionSchema = v.object({
  key: v.strictTuple([Id, v.literal('completion'), Id]),
  value: v.boolean(),
  time: Time,
});

/** A resource read on a day in the reader's time zone (or unmarked): key is course, kind, resource, day. */
const VisitSchema = v.object({
  key: v.strictTuple([Id, v.literal('visit'), Id, Id]),
  value: v.boolean(),
  time: Time,
});

/** The audience that the reader chose for a course: key is course, kind. */
const AudienceChoiceSchema = v.object({
  key: v.strictTuple([Id, v.literal('audience')]),
  value: Id,
  time: Time,
});

/** The kinds of records. Every key begins with the course, so that one range holds a course, and names its kind. */
const kinds = { completion: CompletionSchema, visit: VisitSchema, audience: AudienceChoiceSchema };

export type Completion = v.InferOutput<typeof CompletionSchema>;
export type Visit = v.InferOutput<typeof VisitSchema>;
/** One stored record of what the reader did. */
export type ProgressRecord = v.InferOutput<(typeof kinds)[keyof typeof kinds]>;

/** Whether something stored is a record of a known kind that fits its schema. */
export function isRecord(stored: unknown): stored is ProgressRecord {
  const kind = (stored as { key?: unknown[] } | null)?.key?.[1];
  return Object.entries(kinds).some(([name, schema]) => name === kind && v.is(schema, stored));
}

/** What the reader did in one course. */
export interface Progress {
  /** Ids of the objectives that are ticked. */
  completed: ReadonlySet<string>;
  /** Ids of the resources that were read or marked. */
  visited: ReadonlySet<string>;
  /** The resource read last, and when; undefined before the first. */
  lastVisit: { resource: string; time: number } | undefined;
  /** Id of the audience chosen, if any. */
  audience: string | undefined;
}

/** What `records`, all of one course, come to. */
export function progressOf(records: readonly ProgressRecord[]): Progress {
  const completed = new Set<string>();
  const visited = new Set<string>();
  let lastVisit: Progress['lastVisit'];
  let audience: string | undefined;
  for (const { key, value, time } of records) {
    if (key[1] === 'audience') audience = String(value);
    else if (!value) continue;
    else if (key[1] === 'completion') completed.add(key[2]);
    else {
      visited.add(key[2]);
      if (time >= (lastVisit?.time ?? 0)) lastVisit = { resource: key[2], time };
    }
  }
  return { completed, visited, lastVisit, audience };
}

/** The day of `time` (ms) in the reader's time zone, as `2026-08-31`. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
