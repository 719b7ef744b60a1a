import * as v from 'valibot';
import { excerptToShow } from '../text/invisible.ts';
import type { Course } from './course.ts';
import { CourseSchema, ID_REASON, LINK_REASON } from './pack.ts';

/** What is most often wrong, to be told in the reader's language. */
export type RefusalKind = 'missing' | 'unknown' | 'type' | 'empty' | 'long' | 'id' | 'link';

/** Why a pack is refused: the place in it, such as `sections.2.resources.0.address`, and in English the reason. Both are plain text. */
export interface Refusal {
  place: string;
  reason: string;
  kind?: RefusalKind;
}

/** A pack may be wrong in a thousand places: the first say enough. */
const MOST_REFUSALS = 50;
/** Of a pack with more values in it the first place is told alone: millions of them would cost the panel its memory. */
const MOST_VALUES = 20_000;
const LONGEST = 300;

/** Text of a pack in a refusal, cut and without invisible characters: its author could have written anything. */
const shown = (text: string) => excerptToShow(text, LONGEST);

/** Names that a translation cannot have: the schema passes over them, and what a file says is not left out unsaid. */
const UNUSABLE = ['__proto__', 'prototype', 'constructor'];

/** The first place in the translations of `data`, which fits the schema, at which such a name stands. */
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

/** Whether `data` has no more values in it than are all told of; what holds itself has more. */
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

/** Checks what was read from a pack's file. It is taken as a whole or refused as a whole. */
export function readPack(data: unknown): { course: Course } | { refusals: Refusal[] } {
  const result = v.safeParse(CourseSchema, data, { abortEarly: !isSmall(data) });
  const unusable = result.success ? unusableIn(data) : undefined;
  if (unusable !== undefined) {
    return { refusals: [{ place: shown(unusable), reason: 'nothing of this name can be translated' }] };
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
