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

/**
 * Where a resource's link was seen to lead, when it was opened from the panel: key is course, kind, resource. `from` is
 * the address that the course gave it then: the move says nothing of any other.
 */
const MoveSchema = v.object({
  key: v.strictTuple([Id, v.literal('move'), Id]),
  value: v.object({
    from: v.string(),
    to: v.string(),
    /** How often it led there. */
    times: v.number(),
    /** Whether the reader took it back: then it is not learned again. */
    refused: v.boolean(),
  }),
  time: Time,
});

/** A choice of the reader for the whole program, which belongs to no course: key is an empty course, kind, name. */
const SettingSchema = v.object({
  key: v.strictTuple([v.literal(''), v.literal('setting'), v.string()]),
  value: v.string(),
  time: Time,
});

/** The kinds of records. Every key begins with the course, so that one range holds a course, and names its kind. */
const kinds = {
  completion: CompletionSchema,
  visit: VisitSchema,
  audience: AudienceChoiceSchema,
  move: MoveSchema,
  setting: SettingSchema,
};

export type Completion = v.InferOutput<typeof CompletionSchema>;
export type Visit = v.InferOutput<typeof VisitSchema>;
export type LearnedMove = v.InferOutput<typeof MoveSchema>;
/** One stored record of what the reader did. */
export type ProgressRecord = v.InferOutput<(typeof kinds)[keyof typeof kinds]>;

/** Whether something stored is a record of a known kind that fits its schema. */
export function isRecord(stored: unknown): stored is ProgressRecord {
  const kind = (stored as { key?: unknown[] } | null)?.key?.[1];
  return Object.entries(kinds).some(([name, schema]) => name === kind && v.is(schema, stored));
}

type Kinds = typeof kinds;

/** Whether a record is of the kind `kind`. */
function isOf<Kind extends keyof Kinds>(
  record: ProgressRecord,
  kind: Kind,
): record is v.InferOutput<Kinds[Kind]> {
  return record.key[1] === kind;
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
  /** Where links of resources were seen to lead, by the resource's id. */
  moves: ReadonlyMap<string, LearnedMove>;
}

/** What `records`, all of one course, come to. */
export function progressOf(records: readonly ProgressRecord[]): Progress {
  const completed = new Set<string>();
  const visited = new Set<string>();
  let lastVisit: Progress['lastVisit'];
  let audience: string | undefined;
  const moves = new Map<string, LearnedMove>();
  for (const record of records) {
    const { value, time } = record;
    if (isOf(record, 'audience')) audience = record.value;
    else if (isOf(record, 'move')) moves.set(record.key[2], record);
    else if (!value) continue;
    else if (isOf(record, 'completion')) completed.add(record.key[2]);
    else if (isOf(record, 'visit')) {
      visited.add(record.key[2]);
      if (time >= (lastVisit?.time ?? 0)) lastVisit = { resource: record.key[2], time };
    }
  }
  return { completed, visited, lastVisit, audience, moves };
}

/** The day of `time` (ms) in the reader's time zone, as `2026-08-31`. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
