/** Why a file cannot be read as text. */
export type ReadFailure =
  /** More than `most` bytes. */
  | { reason: 'tooLarge'; bytes: number; most: number }
  /** The file was deleted, or the browser may not read it. */
  | { reason: 'unreadable' }
  /** Not text in UTF-8. */
  | { reason: 'notText' };

/** Decodes UTF-8. Returns undefined if `bytes` is not valid. A byte order mark at the start is dropped unless `keepMark` is true. */
export function decodeUtf8(bytes: BufferSource, keepMark = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads a file that may hold anything. A string counts as text that was already read. Never rejects.
 * @param most the largest size that is read, in bytes (for a string, in UTF-16 code units)
 * @returns the text without a byte order mark, or why it cannot be read
 */
export async function readText(
  file: string | Blob,
  most: number,
): Promise<{ text: string } | { failure: ReadFailure }> {
  const bytes = typeof file === 'string' ? file.length : file.size;
  if (bytes > most) return { failure: { reason: 'tooLarge', bytes, most } };
  if (typeof file === 'string') return { text: file.replace(/^\uFEFF/, '') };
  const content = await file.arrayBuffer().catch(() => undefined);
  if (!content) return { failure: { reason: 'unreadable' } };
  const text = decodeUtf8(content);
  return text === undefined ? { failure: { reason: 'notText' } } : { text };
}

/** The index of the quotation mark that ends the JSON string which begins at `start`; past the end of `text` if none does. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Whether the JSON `text` nests deeper than `most` levels. It does not parse: a parser may run out of stack on such a text. */
export function isTooDeep(text: string, most: number): boolean {
  let level = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === '"') at = endOfString(text, at);
    else if (mark === '[' || mark === '{') level++;
    else if (mark === ']' || mark === '}') level--;
    if (level > most) return true;
  }
  return false;
}

/** Parses JSON. Returns undefined if `text` is not JSON. Check its depth first with `isTooDeep`. */
export function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
