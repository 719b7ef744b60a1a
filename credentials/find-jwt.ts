import { readText } from '../text/read-file.ts';
import { extract } from './bake.ts';
import { parseStrictJson } from './json.ts';
import { LONGEST_JWT } from './open-badge.ts';

/** The largest file that is read, bytes. A picture with the longest credential is much smaller. */
export const MOST_BYTES = 10 * LONGEST_JWT;

/** Why there is no signed credential in a file. */
export type FileProblem = 'tooLarge' | 'unreadable' | 'notBadge' | 'noCredential' | 'severalCredentials';

/** Reads a file as text. Never rejects. @returns the text, or why there is none */
export async function readFile(file: Blob): Promise<{ text: string } | { wrong: FileProblem }> {
  const read = await readText(file, MOST_BYTES);
  if ('text' in read) return read;
  const { reason } = read.failure;
  return { wrong: reason === 'notText' ? 'notBadge' : reason };
}

/** Whether the text of a file is a picture (SVG). */
export const isPicture = (text: string) => text.trimStart().startsWith('<');

/** Finds the signed credential in a file: baked into a picture, as member `jwt` of JSON, or as the whole text. */
export function findJwt(text: string): { jwt: string } | { wrong: FileProblem } {
  if (text.length > MOST_BYTES) return { wrong: 'tooLarge' };
  const content = text.trim();
  let jwt = content;
  if (isPicture(content)) {
    const found = extract(content);
    if ('found' in found) return { wrong: found.found === 'none' ? 'noCredential' : 'severalCredentials' };
    jwt = found.jwt;
  } else if (content.startsWith('{')) {
    const read = parseStrictJson(content);
    const inside = 'value' in read && (read.value as { jwt?: unknown }).jwt;
    if (typeof inside !== 'string') return { wrong: 'noCredential' };
    jwt = inside;
  }
  if (jwt.length > LONGEST_JWT) return { wrong: 'tooLarge' };
  return /^[^\s.]+(?:\.[^\s.]*)+$/.test(jwt) ? { jwt } : { wrong: 'notBadge' };
}
