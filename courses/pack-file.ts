import { asInPack, type Course } from './course.ts';
import { type Refusal, readPack } from './read-pack.ts';

/** The largest file that is read, in bytes; the largest pack known has 40 kB. */
export const MOST_BYTES = 5_000_000;

/** The deepest nesting that is read. A pack has six levels. */
const MOST_LEVELS = 16;

/** Why a file is not taken for a pack. */
export type FileRefusal =
  | { reason: 'tooLarge'; bytes: number; most: number }
  /** The file cannot be read at all: it is gone, or the browser may not. */
  | { reason: 'unreadable' }
  /** Not text in UTF-8. */
  | { reason: 'notText' }
  | { reason: 'tooDeep'; most: number }
  /** Not JSON; `ours` where it begins as a pack does: it was cut off or changed. */
  | { reason: 'notJson'; ours: boolean }
  /** JSON of something else. */
  | { reason: 'notOurs' }
  /** A pack that does not fit: the first places, and in English why. */
  | { reason: 'pack'; refusals: Refusal[] };

/** Whether the JSON `text` is nested deeper than is read; found without parsing, which a parser may not survive. */
function isTooDeep(text: string): boolean {
  let level = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (quoted && mark === '\\') at++;
    else if (mark === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (mark === '[' || mark === '{') {
      if (++level > MOST_LEVELS) return true;
    } else if (mark === ']' || mark === '}') level--;
  }
  return false;
}

async function textOf(file: string | Blob): Promise<string | FileRefusal> {
  const bytes = typeof file === 'string' ? file.length : file.size;
  if (bytes > MOST_BYTES) return { reason: 'tooLarge', bytes, most: MOST_BYTES };
  if (typeof file === 'string') return file.replace(/^\uFEFF/, '');
  const content = await file.arrayBuffer().catch(() => undefined);
  if (!content) return { reason: 'unreadable' };
  try {
    // It drops the mark by which some editors begin a file in UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return { reason: 'notText' };
  }
}

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
  const text = await textOf(file);
  if (typeof text !== 'string') return { refusal: text };
  if (isTooDeep(text)) return { refusal: { reason: 'tooDeep', most: MOST_LEVELS } };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { refusal: { reason: 'notJson', ours: /^\s*\{\s*"id"\s*:/.test(text) } };
  }
  if (!isMeant(data)) return { refusal: { reason: 'notOurs' } };
  const read = readPack(data);
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
