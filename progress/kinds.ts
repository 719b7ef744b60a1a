import * as v from 'valibot';
import { stampEntries } from './stamp.ts';

/** The id of something in a course. Longer than packs allow, because stored records outlive the rules for packs. */
const Id = v.pipe(v.string(), v.maxLength(200));
const HttpsAddress = v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://'));
/** An `https:` address, or '' for none. */
const OptionalAddress = v.pipe(v.string(), v.maxLength(2000), v.regex(/^(?:https:\/\/|$)/));
/** Milliseconds since 1970, up to the latest time that a `Date` can hold. */
const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15));

/** The longest signed credential that is stored, in characters. */
export const LONGEST_BADGE = 100_000;
/** The longest JSON text of a pack that is stored, in UTF-16 code units. Larger packs break the limits for packs anyway. */
export const LONGEST_PACK = 2_000_000;
/** The longest hashes of a page's lines: 30,000 lines. */
const LONGEST_READING = 150_000;
/**
 * The longest texts of a note, in UTF-16 code units. A note is one or a few sentences, so that every note fits into one item of
 * the synced area, in any language.
 */
export const LONGEST_NOTE = { quote: 800, words: 1200, title: 300, address: 2000 };

/** The key of the setting that names the course in which the reader did something last. */
export const CURRENT_COURSE = ['', 'setting', 'course'] as const;

/** What has to be said about a kind of records. */
interface KindEntry<Key extends v.GenericSchema, Value extends v.GenericSchema> {
  /** The permanent id of a record: a course (or '' or '*', see below), the kind, and whatever else identifies the record. */
  key: Key;
  value: Value;
  /** The empty value (tombstone). Records are never deleted; undoing a creation writes this value. */
  empty: v.InferOutput<Value>;
  /**
   * Which records get their place in the synced area first when it is full: completions, then other kinds, then visits.
   * 'never' is for kinds that are too large: a course can be read again from its page, whose address is synced, and a badge is
   * moved to another computer as a file.
   */
  sync: 'first' | 'normal' | 'last' | 'never';
  /** Whether actions of the reader (`write` with an `ActionInfo`) write it, so that undoing them may change it. */
  undoable: boolean;
  /** Whether it is written every few seconds while the reader scrolls: then the last one is enough, and no snapshot is made for it. */
  frequent?: boolean;
}

function kindOf<
  Key extends v.GenericSchema<readonly string[]>,
  Value extends v.GenericSchema<string | boolean | object>,
>({ key, value, frequent = false, ...rest }: KindEntry<Key, Value>) {
  return { ...rest, frequent, schema: v.object({ key, value, ...stampEntries }) };
}

/**
 * The kinds of records. A new kind is one entry here: it is then stored, merged, backed up, exported and, unless `sync` says
 * 'never', synced. The names of kinds and fields are stored and published, so they never change.
 *
 * A key begins with the id of the course. It begins with '' for what belongs to no course, and with '*' for what is large: reading
 * the progress of a course reads neither.
 */
export const kinds = {
  /** An objective that is ticked, or no longer ticked. Key: course, kind, objective. */
  completion: kindOf({
    key: v.strictTuple([Id, v.literal('completion'), Id]),
    value: v.boolean(),
    empty: false,
    sync: 'first',
    undoable: true,
  }),
  /** A resource that was read on a day in the reader's time zone, or that was unmarked. Key: course, kind, resource, day. */
  visit: kindOf({
    key: v.strictTuple([Id, v.literal('visit'), Id, Id]),
    value: v.boolean(),
    empty: false,
    sync: 'last',
    undoable: true,
  }),
  /** The audience that the reader chose for a course. Key: course, kind. */
  audience: kindOf({
    key: v.strictTuple([Id, v.literal('audience')]),
    value: Id,
    empty: '',
    sync: 'normal',
    undoable: true,
  }),
  /** A page to which the link of a resource led when it was opened from the panel. Key: course, kind, resource, the page's address. */
  move: kindOf({
    key: v.strictTuple([Id, v.literal('move'), Id, HttpsAddress]),
    value: v.object({
      /** The address that the resource had in the course at that time. The move applies to no other address. */
      from: HttpsAddress,
      /** How often the link led there. */
      times: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      /** Whether the reader rejected the move. Then it is not learned again. */
      refused: v.boolean(),
    }),
    empty: { from: 'https://', times: 0, refused: false },
    sync: 'normal',
    undoable: false,
  }),
  /** A note on an objective or a resource. Key: course, kind, id. A note without quote and words is a deleted one. */
  note: kindOf({
    key: v.strictTuple([Id, v.literal('note'), Id]),
    value: v.object({
      /** What the note belongs to. */
      about: v.object({ kind: v.picklist(['objective', 'resource']), id: Id }),
      /** The reader's own text; '' for none. */
      words: v.pipe(v.string(), v.maxLength(LONGEST_NOTE.words)),
      /** The text that was selected on the page, one line per block; '' for none. */
      quote: v.pipe(v.string(), v.maxLength(LONGEST_NOTE.quote)),
      /** The page that the quote is from, with the anchor of the heading above it; '' without a quote. */
      address: OptionalAddress,
      /** The title of that page and heading; '' without a quote. */
      title: v.pipe(v.string(), v.maxLength(LONGEST_NOTE.title)),
      /** Whether the note shows that its objective is reached. */
      evidence: v.boolean(),
      /** When the note was first saved, in milliseconds since 1970. */
      made: Time,
    }),
    empty: {
      about: { kind: 'objective', id: '' },
      words: '',
      quote: '',
      address: '',
      title: '',
      evidence: false,
      made: 0,
    },
    sync: 'normal',
    undoable: true,
  }),
  /** Where the reader stopped reading in a course. Key: course, kind. */
  place: kindOf({
    key: v.strictTuple([Id, v.literal('place')]),
    value: v.object({
      /** The page, with the anchor of the heading that was being read. */
      address: HttpsAddress,
      /** The title that is shown for it. */
      title: v.pipe(v.string(), v.maxLength(500)),
      /** The first words of what was being read; '' if they are not known. */
      words: v.pipe(v.string(), v.maxLength(500)),
    }),
    empty: { address: 'https://', title: '', words: '' },
    sync: 'normal',
    undoable: false,
    frequent: true,
  }),
  /** A choice for the whole program. Key: '', kind, name of the setting. */
  setting: kindOf({
    key: v.strictTuple([v.literal(''), v.literal('setting'), Id]),
    value: v.pipe(v.string(), v.maxLength(1000)),
    empty: '',
    sync: 'normal',
    undoable: false,
  }),
  /**
   * A course in the reader's library. Key: '', kind, id of the course. Its content is in `pack`. A built-in course has a record
   * only once the reader has changed its place.
   */
  course: kindOf({
    key: v.strictTuple([v.literal(''), v.literal('course'), Id]),
    value: v.object({
      /** Where it is from: the extension, a page that the reader follows, or a file. */
      source: v.picklist(['built-in', 'followed', 'imported']),
      /** Its page, from which another computer can follow it too; '' for a built-in course. */
      address: OptionalAddress,
      title: v.pipe(v.string(), v.maxLength(300)),
      archived: v.boolean(),
      removed: v.boolean(),
      /** Its position in the library, lowest first. */
      place: v.pipe(v.number(), v.safeInteger()),
    }),
    empty: { source: 'followed', address: '', title: '', archived: false, removed: true, place: 0 },
    sync: 'normal',
    undoable: true,
  }),
  /**
   * The pack of a followed or imported course, as JSON text; '' for none. Key: '*', kind, id of the course. Whoever reads it checks it
   * against the schema of packs.
   */
  pack: kindOf({
    key: v.strictTuple([v.literal('*'), v.literal('pack'), Id]),
    value: v.pipe(v.string(), v.maxLength(LONGEST_PACK)),
    empty: '',
    sync: 'never',
    undoable: true,
  }),
  /**
   * How the pack of a followed course was read from its page. Key: '*', kind, id of the course. It says nothing about a later pack, such
   * as one that a version up to 0.3.0 stored, which didn't write this kind.
   */
  reading: kindOf({
    key: v.strictTuple([v.literal('*'), v.literal('reading'), Id]),
    value: v.object({
      /** The version of the reading (`READING` in `courses/page/page-lines.ts`); 0 for none. */
      version: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      /** A hash of the pack's text. */
      pack: v.pipe(v.string(), v.maxLength(20)),
      /** The page's lines at that time, as hashes of five characters. */
      lines: v.pipe(v.string(), v.maxLength(LONGEST_READING), v.regex(/^[a-z0-9]*$/)),
    }),
    empty: { version: 0, pack: '', lines: '' },
    sync: 'never',
    undoable: true,
  }),
  /**
   * The wording that a built-in course's page has for its objectives, by their ids. Key: '*', kind, id of the course. The entry under
   * '', which is no objective's id, is the language of that page. Versions up to 0.3.0 stored no language and paired objectives by
   * position, so their records have to be checked before they are shown.
   */
  words: kindOf({
    key: v.strictTuple([v.literal('*'), v.literal('words'), Id]),
    value: v.pipe(v.record(Id, v.pipe(v.string(), v.maxLength(300))), v.maxEntries(2000)),
    empty: {},
    sync: 'never',
    undoable: false,
  }),
  /** A badge that the reader made. Key: course, kind, id of the badge. Its content is in the signed credential. */
  badge: kindOf({
    key: v.strictTuple([Id, v.literal('badge'), Id]),
    value: v.object({
      /** The signed credential, a JWT; '' for none. */
      jwt: v.pipe(v.string(), v.maxLength(LONGEST_BADGE), v.regex(/^[\w.-]*$/)),
      /** The audience whose objectives were reached. */
      audience: Id,
      /** When it was made, in milliseconds since 1970. */
      made: Time,
    }),
    empty: { jwt: '', audience: '', made: 0 },
    sync: 'never',
    undoable: true,
  }),
};

export type Kinds = typeof kinds;
export type Kind = keyof Kinds;

/** The entry of the kind called `name`; undefined for a kind that only another version knows. */
export function kindNamed(name: unknown): Kinds[Kind] | undefined {
  return typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name as Kind] : undefined;
}
