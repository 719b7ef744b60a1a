import { decodeUtf8 } from '../text/read-file.ts';

/** `bytes` as base64url without padding (RFC 7515, section 2). */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Decodes base64url. Undefined if `text` isn't the canonical form of its bytes: with padding, other characters, or unused bits
 * set in the last character. So a text can't be changed without changing its bytes.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : undefined;
}

/** Decodes base64url of UTF-8 text. Undefined if it isn't both. */
export function textOf(part: string): string | undefined {
  const bytes = fromBase64url(part);
  return bytes && decodeUtf8(bytes, true);
}
