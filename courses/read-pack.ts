import * as v from 'valibot';
import { excerptToShow } from '../text/invisible.ts';
import type { Course } from './course.ts';
import { CourseSchema, ID_REASON, LINK_REASON } from './pack.ts';

/** The most frequent kinds of error, which are explained in the reader's language. */
export type RefusalKind = 'missing' | 'unknown' | 'type' | 'empty' | 'long' | 'id' | 'link';

/** An error in a pack: its place, such as `sections.2.resources.0.address`, and the reason in English. Both are plain text. */
export interface Refusal {
  place: string;
  reason: string;
  kind?: RefusalKind;
}

/** A pack may have thousands of errors; the first ones are enough. */
const MOST_REFUSALS = 50;
/** In a pack with more values than this only the first error is reported: millions of errors would exhaust the panel's memory. */
const MOST_VALUES = 20_000;
const LONGEST = 300;

/** Text of a pack in an error message, shortened and without invisible characters, because its author may have written anything. */
const shown = (text: string) => excerptToShow(text, LONGEST);

/** Names that a translation can't have: the schema ignores them, and nothing in a file is dropped silently. */
const UNUSABLE = ['__proto__', 'prototype', 'constructor'];

/** Returns the first place of such a name in the translations of `data`, which must match the schema. */
function unusableIn(data: unknown): string | undefined {
  const search = (value: unknown, place: string): string | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    for (const key of Object.keys(value)) {
      const at = `${place}.${key}`;
      const found = UNUSABLE.includes(key) ? at : search(value[key as keyof typeof value], at);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search((data as { translations?: unknown }).translations, 'translations');
}

/** Whether `data` is small enough to report all errors. A structure that contains itself isn't. */
function isSmall(data: unknown): boolean {
  const open = [data];
  let count = 0;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const each of Object.values(value)) {
      if (++count > MOST_VALUES) return false;
      if (each !== undefined) open.push(each);
    }
  }
  return true;
}

function kindOf({ kind, type, expected, received, message }: v.BaseIssue<unknown>): RefusalKind | undefined {
  if (kind === 'schema' && received === 'undefined') return 'missing';
  if (type === 'strict_object' && expected === 'never') return 'unknown';
  if (kind === 'schema') return 'type';
  if (type === 'non_empty') return 'empty';
  if (type === 'max_length') return 'long';
  if (message === ID_REASON) return 'id';
  return message === LINK_REASON ? 'link' : undefined;
}

/** Validates the parsed JSON of a pack. It is accepted or refused as a whole. */
export function readPack(data: unknown): { course: Course } | { refusals: Refusal[] } {
  const result = v.safeParse(CourseSchema, data, { abortEarly: !isSmall(data) });
  const unusable = result.success ? unusableIn(data) : undefined;
  if (unusable !== undefined) {
    return { refusals: [{ place: shown(unusable), reason: 'this name cannot be translated' }] };
  }
  if (result.success) return { course: result.output };
  const refusals = result.issues.slice(0, MOST_REFUSALS).map((issue) => {
    const kind = kindOf(issue);
    return {
      place: shown(v.getDotPath(issue) ?? ''),
      reason: shown(issue.message),
      ...(kind && { kind }),
    };
  });
  return { refusals };
}
