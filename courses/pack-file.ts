import { isTooDeep, parseJson, type ReadFailure, readText } from '../text/read-file.ts';
import { asInPack, type Course } from './course.ts';
import { type Refusal, readPack } from './read-pack.ts';

/** The largest file that is read, in bytes; the largest pack known has 40 kB. */
export const MOST_BYTES = 5_000_000;

/** The deepest nesting that is read. A pack has six levels. */
const MOST_LEVELS = 16;

/** Why a file is not taken for a pack. */
export type FileRefusal =
  | ReadFailure
  | { reason: 'tooDeep'; most: number }
  /** Not JSON; `ours` where it begins as a pack does: it was cut off or changed. */
  | { reason: 'notJson'; ours: boolean }
  /** JSON of something else. */
  | { reason: 'notOurs' }
  /** A pack that does not fit: the first places, and in English why. */
  | { reason: 'pack'; refusals: Refusal[] };

/** Whether `data` is meant to be a pack: it has what every one has, in whatever form. */
function isMeant(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    Object.hasOwn(data, 'sections') &&
    Object.hasOwn(data, 'audiences')
  );
}

/**
 * Reads the file of a pack, whatever it is, and changes nothing.
 * @returns the course, or why the file is refused: as a whole, since half a course would be another. Never rejects.
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
  if (!isMeant(data.value)) return { refusal: { reason: 'notOurs' } };
  const read = readPack(data.value);
  return 'course' in read ? read : { refusal: { reason: 'pack', refusals: read.refusals } };
}

/**
 * The text of the pack of `course`, in its own language: what `readPackFile` reads as the same course. What is known of its
 * links' moves goes along.
 */
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
