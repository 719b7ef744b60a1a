import type { Course } from '../courses/course.ts';
import { readPack } from '../courses/read-pack.ts';
import { inTurns } from './in-turns.ts';

/** What is kept may be of another version, or damaged: each text is checked once, and again when it has changed. */
const checked = new Map<string, { text: string; course: Course | undefined }>();

function check(id: string, text: string): Course | undefined {
  try {
    const read = readPack(JSON.parse(text));
    return 'course' in read && read.course.id === id ? read.course : undefined;
  } catch {
    return undefined;
  }
}

/** The courses of the kept `packs`, by their ids; undefined for a pack that does not fit. */
export async function coursesOf(
  packs: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Course | undefined>> {
  const courses = new Map<string, Course | undefined>();
  const pause = inTurns();
  for (const [id, text] of packs) {
    let known = checked.get(id);
    if (known?.text !== text) {
      await pause();
      known = { text, course: check(id, text) };
      checked.set(id, known);
    }
    courses.set(id, known.course);
  }
  return courses;
}
