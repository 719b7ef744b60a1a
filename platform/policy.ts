import * as v from 'valibot';
import { browser } from './browser.ts';

const MOST_HANDBOOKS = 20;
const Handbook = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.url('an address must be a full URL'),
  v.regex(/^https:\/\//, 'an address begins with https://'),
);

/**
 * What an organisation may set. Chrome's schema of it is generated from this one (`npm run schemas`). Packs are strings because
 * Chrome drops object properties that its schema does not list, and drops a whole list if one item is invalid.
 */
export const PolicySchema = v.strictObject(
  {
    courses: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Courses that every reader has, each as the JSON text of its course pack.'),
      ),
    ),
    handbooks: v.optional(
      v.pipe(
        v.array(Handbook),
        v.checkItems((_, at) => at < MOST_HANDBOOKS, `there can be at most ${MOST_HANDBOOKS}`),
        v.description('Addresses (https) of the roots of other handbooks.'),
      ),
    ),
    audience: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(80),
        v.description('Id of the audience to show until the reader chooses one.'),
      ),
    ),
    sync: v.optional(
      v.pipe(v.boolean(), v.description('False: progress is not synced with other computers.')),
    ),
  },
  'there is no setting with this name',
);

/** Why a part of the policy is invalid, in English, for the administrators who wrote it. `place` is its path, such as `handbooks.2`. */
export interface PolicyProblem {
  place: string;
  reason: string;
}

/** The valid settings of an organisation's policy. */
export interface Policy extends Omit<v.InferOutput<typeof PolicySchema>, 'courses' | 'handbooks'> {
  /** The texts of course packs, which aren't checked yet, and their places in the policy. */
  courses: { place: string; text: string }[];
  handbooks: string[];
  /** The parts that were left out. */
  problems: PolicyProblem[];
}

/** The valid part of one setting. For a list, `indices` are those of the valid items in the list that was set. */
interface ValidPart {
  value: v.InferOutput<typeof PolicySchema>;
  indices: number[];
  problems: PolicyProblem[];
}

/** Why a setting is invalid: the first reason for each invalid item by its index, or for the whole setting under undefined. */
function reasonsOf(issues: readonly v.BaseIssue<unknown>[]): Map<number | undefined, string> {
  return new Map(
    issues.toReversed().map(({ path, message }) => {
      const item = path?.[1]?.key;
      return [typeof item === 'number' ? item : undefined, message];
    }),
  );
}

/** Checks a value that isn't a list. If it is invalid, it is left out. */
function validWhole(name: string, value: unknown): ValidPart {
  const read = v.safeParse(PolicySchema, { [name]: value });
  if (read.success) return { value: read.output, indices: [], problems: [] };
  const problems = [...reasonsOf(read.issues).values()].map((reason) => ({ place: name, reason }));
  return { value: {}, indices: [], problems };
}

/** Checks the setting `name`. Invalid items of a list are left out one by one, any other invalid value as a whole. */
function validPart(name: string, value: unknown): ValidPart {
  if (!Array.isArray(value)) return validWhole(name, value);
  const problems: PolicyProblem[] = [];
  let indices = [...value.keys()];
  for (;;) {
    const read = v.safeParse(PolicySchema, { [name]: indices.map((at) => value[at]) });
    if (read.success) return { value: read.output, indices, problems };
    const wrong = reasonsOf(read.issues);
    const placeOf = (item: number | undefined) => (item === undefined ? name : `${name}.${indices[item]}`);
    problems.push(...[...wrong].map(([item, reason]) => ({ place: placeOf(item), reason })));
    if (wrong.has(undefined)) return { value: {}, indices: [], problems };
    indices = indices.filter((_, item) => !wrong.has(item));
  }
}

/** Parses a policy as returned by the browser. Invalid parts are left out and listed in `problems`. */
export function parsePolicy(raw: object): Policy {
  const problems: PolicyProblem[] = [];
  const policy: v.InferOutput<typeof PolicySchema> = {};
  let packs: number[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const part = validPart(name, value);
    Object.assign(policy, part.value);
    problems.push(...part.problems);
    if (name === 'courses') packs = part.indices;
  }
  const { courses = [], handbooks = [], ...settings } = policy;
  return {
    ...settings,
    courses: courses.map((text, at) => ({ place: `courses.${packs[at]}`, text })),
    handbooks,
    problems,
  };
}

let reading: Promise<Policy> | undefined;
const listeners = new Set<() => void>();

/** Reads the organisation's current policy. Returns the same object until it changes. Never rejects. */
export function readPolicy(): Promise<Policy> {
  if (!reading) {
    // Firefox for Android and Safari have no managed storage.
    const managed = browser.storage.managed as typeof browser.storage.managed | undefined;
    if (!managed) {
      reading = Promise.resolve(parsePolicy({}));
      return reading;
    }
    const forget = () => {
      reading = undefined;
      managed.onChanged.removeListener(forget);
      for (const listener of listeners) listener();
    };
    // Chromium answers with an empty policy at first, and fires `onChanged` a moment later.
    managed.onChanged.addListener(forget);
    // Firefox rejects if no policy is set.
    reading = managed.get().then(parsePolicy, () => parsePolicy({}));
  }
  return reading;
}

/** Calls `listener` when the policy has changed since it was read. @returns a function that stops it */
export function onPolicyChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
