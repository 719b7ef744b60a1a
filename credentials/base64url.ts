import { decodeUtf8 } from '../text/read-file.ts';

/** `bytes` as base64url without padding (RFC 7515, section 2). */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The bytes of base64url, or undefined where `text` is not the one way to write them: with padding, other characters, or bits in its last
 * character that no byte holds. So nobody can change a text without changing what it says.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : undefined;
}

/** The text of UTF-8 in base64url; undefined where it is neither. */
export function textOf(part: string): string | undefined {
  const bytes = fromBase64url(part);
  return bytes && decodeUtf8(bytes, true);
}
