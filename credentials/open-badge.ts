import * as v from 'valibot';

/** The longest signed credential, in characters: enough for about 100 objectives, or fewer with quotes. */
export const LONGEST_JWT = 100_000;

/** The longest name that a learner may give, in UTF-16 code units. */
export const LONGEST_NAME = 100;

/** The JSON-LD contexts of a credential. The standard requires Verifiable Credentials 2.0 first, then Open Badges 3.0. */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** The issuer's name in every badge by Waymark. Verification uses it to tell them from other badges. */
export const ISSUER = 'A learner, with Waymark';

const Text = v.pipe(v.string(), v.maxLength(2000));
const Uri = v.pipe(v.string(), v.maxLength(2500), v.regex(/^[a-z][a-z0-9+.-]*:\S+$/i));
const Link = v.pipe(Uri, v.regex(/^https:\/\//));
const Time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)),
);
const typed = <const Types extends readonly string[]>(...types: Types) =>
  v.strictTuple(
    types.map((type) => v.literal(type)) as unknown as {
      -readonly [Index in keyof Types]: v.LiteralSchema<Types[Index], undefined>;
    },
  );

/**
 * A badge by Waymark, as an Open Badges 3.0 credential (https://www.imsglobal.org/spec/ob/v3p0/). Each objective is a
 * ResultDescription of the achievement and a Result with status Completed and the day as its value. A quote is an Evidence whose
 * `id` is the page's address and whose `genre` is the URI of the objective, since a Result can't have evidence.
 */
export const OpenBadge = v.object({
  '@context': v.strictTuple([v.literal(CONTEXTS[0]), v.literal(CONTEXTS[1])]),
  id: v.pipe(v.string(), v.regex(/^urn:uuid:[0-9a-f-]{36}$/)),
  type: typed('VerifiableCredential', 'OpenBadgeCredential'),
  name: Text,
  description: Text,
  issuer: v.object({ id: Uri, type: typed('Profile'), name: v.literal(ISSUER), description: Text }),
  validFrom: Time,
  credentialSubject: v.object({
    id: Uri,
    type: typed('AchievementSubject'),
    /** The name that the learner gave. */
    identifier: v.optional(
      v.strictTuple([
        v.object({
          type: v.literal('IdentityObject'),
          hashed: v.literal(false),
          identityType: v.literal('name'),
          identityHash: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_NAME)),
        }),
      ]),
    ),
    achievement: v.object({
      /** Contains edition, course and audience; see `achievementUri`. */
      id: Uri,
      type: typed('Achievement'),
      achievementType: v.literal('Badge'),
      name: Text,
      description: Text,
      /** The title of the audience. */
      specialization: Text,
      criteria: v.object({ id: Link, narrative: Text }),
      resultDescription: v.pipe(
        v.array(
          v.object({
            id: Uri,
            type: typed('ResultDescription'),
            name: Text,
            resultType: v.literal('Status'),
          }),
        ),
        v.minLength(1),
        v.maxLength(1000),
      ),
    }),
    result: v.pipe(
      v.array(
        v.object({
          type: typed('Result'),
          resultDescription: Uri,
          status: v.literal('Completed'),
          value: Day,
        }),
      ),
      v.minLength(1),
      v.maxLength(1000),
    ),
  }),
  evidence: v.optional(
    v.pipe(
      v.array(v.object({ id: Link, type: typed('Evidence'), name: Text, genre: Uri, narrative: Text })),
      v.minLength(1),
      v.maxLength(1000),
    ),
  ),
});

/** The signed payload: the credential's members, and JWT claims that repeat some of them (section 8.2.4.1). */
export const Payload = v.object({
  ...OpenBadge.entries,
  iss: Uri,
  jti: Uri,
  /** Seconds since 1970, up to the end of the year 9999. */
  nbf: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(253_402_300_799)),
  sub: Uri,
});

export type OpenBadge = v.InferOutput<typeof OpenBadge>;
