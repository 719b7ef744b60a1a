import type { Course } from '../courses/course.ts';
import { type FileRefusal, readPackFile } from '../courses/pack-file.ts';
import { onPolicyChange, type Policy, type PolicyProblem, readPolicy } from '../platform/policy.ts';
import { tellAll } from '../progress/changes.ts';

/** What the organisation's policy sets, with its courses checked. */
export interface Managed extends Omit<Policy, 'courses'> {
  courses: Course[];
}

const NOTHING: Managed = { courses: [], handbooks: [], problems: [] };
let known = NOTHING;
let last: { policy: Policy; managed: Promise<Managed> } | undefined;

/** For the administrators who wrote the policy. In English, like the reasons that the schema of a pack gives. */
const REFUSED: Record<Exclude<FileRefusal['reason'], 'pack'>, string> = {
  tooLarge: 'it is too large for a course',
  tooDeep: 'it is nested too deeply for a course',
  unreadable: 'it cannot be read',
  notText: 'it is not text',
  notJson: 'it is not JSON',
  notOurs: 'it is JSON, but not a course pack',
};
/** More problems of one pack would not help to fix it. */
const MOST_PROBLEMS = 8;

async function check({ courses: texts, ...policy }: Policy): Promise<Managed> {
  const courses: Course[] = [];
  const problems = [...policy.problems];
  for (const { place, text } of texts) {
    const found = await readPackFile(text);
    if ('refusal' in found) problems.push(...problemsOf(place, found.refusal));
    else if (courses.some(({ id }) => id === found.course.id))
      problems.push({ place, reason: `two courses have the id ${found.course.id}` });
    else courses.push(found.course);
  }
  return { ...policy, courses, problems };
}

function problemsOf(place: string, refusal: FileRefusal): PolicyProblem[] {
  if (refusal.reason !== 'pack') return [{ place, reason: REFUSED[refusal.reason] }];
  return refusal.refusals
    .slice(0, MOST_PROBLEMS)
    .map((each) => ({ place: each.place ? `${place}.${each.place}` : place, reason: each.reason }));
}

/** Reads what the policy sets now. Its courses are the same objects as long as the policy stays the same. */
export async function readManaged(): Promise<Managed> {
  const policy = await readPolicy();
  if (last?.policy !== policy) last = { policy, managed: check(policy) };
  known = await last.managed;
  return known;
}

/** What `readManaged` last returned, for callers that can't wait. */
export function lastManaged(): Managed {
  return known;
}

/**
 * `course` with the audience that the policy prefers in first place, if it has that one. The first audience is shown until the reader
 * chooses another.
 */
export function withPreferredAudience(course: Course, audience: string | undefined): Course {
  const preferred = course.audiences.find(({ id }) => id === audience);
  if (!preferred || preferred === course.audiences[0]) return course;
  return { ...course, audiences: [preferred, ...course.audiences.filter((each) => each !== preferred)] };
}

// Views of courses, and of the actions that the policy allows, read everything again.
onPolicyChange(tellAll);
