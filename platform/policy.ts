import * as v from 'valibot';
import { browser } from './browser.ts';

const MOST_HANDBOOKS = 20;
const Handbook = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.url('an address is a whole one'),
  v.regex(/^https:\/\//, 'an address begins with https://'),
);

/**
 * What an organisation may set. Chrome's schema of it is made of this one (`npm run schemas`). A pack is text: of objects
 * Chrome hands on only what its schema names, and of a list with a wrong one nothing at all.
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
        v.checkItems((_, at) => at < MOST_HANDBOOKS, `there are at most ${MOST_HANDBOOKS}`),
        v.description('Addresses (https) of the roots of other handbooks.'),
      ),
    ),
    audience: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(80),
        v.description('Id of the audience that is taken where the reader has chosen none.'),
      ),
    ),
    sync: v.optional(
      v.pipe(v.boolean(), v.description('False: progress is not synced with other computers.')),
    ),
  },
  'nothing of this name can be set',
);

/** A part of the policy that does not fit, such as `handbooks.2`, and why: in English, for those who wrote it. */
export interface Problem {
  place: string;
  reason: string;
}

/** What the organisation has set. */
export interface Policy extends Omit<v.InferOutput<typeof PolicySchema>, 'courses' | 'handbooks'> {
  /** The texts of packs, which are still to be checked, and where they stand. */
  courses: { place: string; text: string }[];
  handbooks: string[];
  /** What was left out. */
  problems: Problem[];
}

/** The policy that `raw` is: every part that does not fit is left out and named, the rest counts. */
export function policyOf(raw: object): Policy {
  const problems: Problem[] = [];
  const policy: v.InferOutput<typeof PolicySchema> = {};
  const placesOf = new Map<string, number[]>();
  for (const [name, value] of Object.entries(raw)) {
    // Of a list single items are left out; the others are still told by their own places.
    let places = Array.isArray(value) ? [...value.keys()] : undefined;
    for (;;) {
      const read = v.safeParse(PolicySchema, { [name]: places ? places.map((at) => value[at]) : value });
      if (read.success) {
        Object.assign(policy, read.output);
        placesOf.set(name, places ?? []);
        break;
      }
      const wrong = new Map<unknown, string>();
      for (const { path, message } of read.issues.toReversed()) wrong.set(path?.[1]?.key, message);
      for (const [item, reason] of wrong) {
        const at = typeof item === 'number' ? places?.[item] : undefined;
        problems.push({ place: at === undefined ? name : `${name}.${at}`, reason });
      }
      if (!places || wrong.has(undefined)) break;
      places = places.filter((_, item) => !wrong.has(item));
    }
  }
  const { courses = [], handbooks = [], ...settings } = policy;
  const places = placesOf.get('courses') ?? [];
  return {
    ...settings,
    courses: courses.map((text, at) => ({ place: `courses.${places[at]}`, text })),
    handbooks,
    problems,
  };
}

let reading: Promise<Policy> | undefined;
const listeners = new Set<() => void>();

/** What the organisation has set, as it is now. Never rejects. */
export function readPolicy(): Promise<Policy> {
  if (!reading) {
    // Firefox for Android and Safari have none.
    const managed = browser.storage.managed as typeof browser.storage.managed | undefined;
    if (!managed) {
      reading = Promise.resolve(policyOf({}));
      return reading;
    }
    const forget = () => {
      reading = undefined;
      managed.onChanged.removeListener(forget);
      for (const listener of listeners) listener();
    };
    // Chromium answers with nothing at first, and tells of the policy a moment later.
    managed.onChanged.addListener(forget);
    // Firefox rejects where nothing is set.
    reading = managed.get().then(policyOf, () => policyOf({}));
  }
  return reading;
}

/** Calls `listener` when the organisation has set something else, as far as it was read. @returns a function that stops it */
export function onPolicyChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
