import { compactVerify, importJWK } from 'jose';
import * as v from 'valibot';
import { fromBase64url, textOf } from './base64url.ts';
import { type Algorithm, didOf, isJwkFor, type PublicJwk } from './did.ts';
import { parseStrictJson } from './json.ts';
import { ISSUER, type OpenBadge, Payload } from './open-badge.ts';

/** Why a signed credential isn't valid. */
export type SignatureProblem =
  /** Not three parts, or a part that isn't encoded the way Waymark does it. */
  | 'parts'
  | 'encoding'
  | 'duplicateNames'
  /** A credential that isn't from Waymark. */
  | 'foreign'
  | 'algorithm'
  /** The header has missing or additional members. */
  | 'header'
  | 'key'
  /** Signed by another key than that of its issuer. */
  | 'otherKey'
  | 'signature'
  /** This browser doesn't support the algorithm. */
  | 'unsupported'
  /** The JWT claims contradict the credential. */
  | 'claims';

function objectOf(part: string): { value: Record<string, unknown> } | { wrong: SignatureProblem } {
  const text = textOf(part);
  if (text === undefined) return { wrong: 'encoding' };
  const read = parseStrictJson(text);
  if ('wrong' in read) return { wrong: read.wrong === 'noJson' ? 'encoding' : read.wrong };
  const { value } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: 'encoding' };
  return { value: value as Record<string, unknown> };
}

/** Whether a payload claims to be a badge by Waymark, valid or not. */
function claimsToBeOurs({ type, issuer }: Record<string, unknown>): boolean {
  return (
    Array.isArray(type) &&
    type.includes('OpenBadgeCredential') &&
    (issuer as { name?: unknown } | null | undefined)?.name === ISSUER
  );
}

/** The key in a header, or why it isn't valid. */
function keyIn(
  header: Record<string, unknown>,
): { alg: Algorithm; jwk: PublicJwk } | { wrong: SignatureProblem } {
  const { alg, jwk, typ } = header;
  if (alg !== 'EdDSA' && alg !== 'RS256') return { wrong: 'algorithm' };
  if (Object.keys(header).sort().join() !== 'alg,jwk,typ' || typ !== 'JWT') return { wrong: 'header' };
  return isJwkFor(alg, jwk) ? { alg, jwk } : { wrong: 'key' };
}

async function isSigned(jwt: string, alg: Algorithm, jwk: PublicJwk): Promise<true | SignatureProblem> {
  let key: Awaited<ReturnType<typeof importJWK>>;
  try {
    key = await importJWK({ ...jwk }, alg);
  } catch (error) {
    return (error as DOMException).name === 'NotSupportedError' ? 'unsupported' : 'key';
  }
  try {
    await compactVerify(jwt, key, { algorithms: [alg] });
    return true;
  } catch (error) {
    // jose throws this for RSA keys that are too short.
    return error instanceof TypeError ? 'key' : 'signature';
  }
}

/**
 * Verifies a signed credential: it is a badge by Waymark, in canonical form, and signed by its issuer's key. The key is in the
 * credential itself, so this can't show whose key it is. Never rejects.
 */
export async function verifySignature(
  jwt: string,
): Promise<{ badge: OpenBadge } | { wrong: SignatureProblem }> {
  const parts = jwt.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3 || parts.includes('')) return { wrong: 'parts' };
  const header = objectOf(head);
  if ('wrong' in header) return header;
  const payload = objectOf(body);
  if ('wrong' in payload) return payload;
  if (!fromBase64url(signature)) return { wrong: 'encoding' };
  if (!claimsToBeOurs(payload.value)) return { wrong: 'foreign' };
  const by = keyIn(header.value);
  if ('wrong' in by) return by;
  if (payload.value.iss !== didOf(by.jwk)) return { wrong: 'otherKey' };
  const signed = await isSigned(jwt, by.alg, by.jwk);
  if (signed !== true) return { wrong: signed };
  const read = v.safeParse(Payload, payload.value);
  if (!read.success) return { wrong: 'foreign' };
  const { iss, sub, jti, nbf, ...badge } = read.output;
  const agree =
    iss === badge.issuer.id &&
    sub === badge.credentialSubject.id &&
    sub === iss &&
    jti === badge.id &&
    new Date(nbf * 1000).toISOString().replace('.000', '') === badge.validFrom;
  return agree ? { badge } : { wrong: 'claims' };
}
