import { isTooDeep, parseJson, type ReadFailure, readText } from '../text/read-file.ts';
import { asInPack, type Course } from './course.ts';
import { type Refusal, readPack } from './read-pack.ts';

/** The largest file that is read, in bytes. The largest known pack has 40 kB. */
export const MOST_BYTES = 5_000_000;

/** The deepest nesting that is read. A pack has six levels. */
const MOST_LEVELS = 16;

/** Why a file is refused. */
export type FileRefusal =
  | ReadFailure
  | { reason: 'tooDeep'; most: number }
  /** Not JSON. `ours` if it begins like a pack, so it was cut off or changed. */
  | { reason: 'notJson'; ours: boolean }
  /** JSON, but not a pack. */
  | { reason: 'notOurs' }
  /** An invalid pack: the first errors, in English. */
  | { reason: 'pack'; refusals: Refusal[] };

/** Whether `data` has the two fields that tell a pack from other JSON, in whatever form. */
function looksLikePack(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    Object.hasOwn(data, 'sections') &&
    Object.hasOwn(data, 'audiences')
  );
}

/**
 * Reads any file as a pack, and changes nothing. Never rejects.
 * @returns the course, or why the whole file is refused: half a course would be a different course
 */
export async function readPackFile(
  file: string | Blob,
): Promise<{ course: Course } | { refusal: FileRefusal }> {
  const content = await readText(file, MOST_BYTES);
  if ('failure' in content) return { refusal: content.failure };
  const { text } = content;
  if (isTooDeep(text, MOST_LEVELS)) return { refusal: { reason: 'tooDeep', most: MOST_LEVELS } };
  const data = parseJson(text);
  if (!data) return { refusal: { reason: 'notJson', ours: /^\s*\{\s*"id"\s*:/.test(text) } };
  if (!looksLikePack(data.value)) return { refusal: { reason: 'notOurs' } };
  const read = readPack(data.value);
  return 'course' in read ? read : { refusal: { reason: 'pack', refusals: read.refusals } };
}

/** Returns the JSON of the pack of `course` in its own language, with the known moves of its links. `readPackFile` reads it as the same course. */
export function writePack({ id, edition, title, address, edit, ...course }: Course): string {
  const sections = course.sections.map((section) => ({
    ...section,
    resources: section.resources.map(asInPack),
  }));
  const earlier = course.earlier && {
    ...course.earlier,
    ...(course.earlier.resources && { resources: course.earlier.resources.map(asInPack) }),
  };
  const pack = { id, edition, title, address, edit, ...course, sections, earlier };
  return `${JSON.stringify(pack, null, 2)}\n`;
}
