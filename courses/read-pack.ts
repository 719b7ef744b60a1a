import * as v from 'valibot';
import type { Course } from './course.ts';
import { CourseSchema } from './pack.ts';

/** Why a pack is refused: the place in it, such as `sections.2.resources.0.address`, and the reason. Both are plain text. */
export interface Refusal {
  place: string;
  reason: string;
}

/** A pack may be wrong in a thousand places: the first say enough. */
const MOST_REFUSALS = 50;
const LONGEST = 300;

/** What a pack's author wrote may stand in these: without what is not seen, and not for long. */
function shown(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .toWellFormed();
}

/** Checks what was read from a pack's file. It is taken as a whole or refused as a whole. */
export function readPack(data: unknown): { course: Course } | { refusals: Refusal[] } {
  const result = v.safeParse(CourseSchema, data);
  if (result.success) return { course: result.output };
  const refusals = result.issues.slice(0, MOST_REFUSALS).map((issue) => ({
    place: shown(v.getDotPath(issue) ?? ''),
    reason: shown(issue.message),
  }));
  return { refusals };
}
