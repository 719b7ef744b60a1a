import { toBase64url } from './base64url.ts';
import { canonicalJson } from './json.ts';

/** A public key as a JWK (RFC 7517) with only the required members. */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string } | { kty: 'RSA'; e: string; n: string };

/** The algorithms that sign badges (RFC 8037, RFC 7518): Ed25519, and the one that every verifier of Open Badges must support. */
export type Algorithm = 'EdDSA' | 'RS256';

const MEMBERS: Record<Algorithm, readonly string[]> = {
  EdDSA: ['crv', 'kty', 'x'],
  RS256: ['e', 'kty', 'n'],
};

/** The required members of the public key in `jwk`. */
export function publicJwk(jwk: JsonWebKey): PublicJwk {
  const { kty, crv, x, e, n } = jwk;
  return (kty === 'OKP' ? { crv, kty, x } : { e, kty, n }) as PublicJwk;
}

/** Whether `jwk` is a public key for `alg` without any other member, such as a private part. */
export function isJwkFor(alg: Algorithm, jwk: unknown): jwk is PublicJwk {
  if (typeof jwk !== 'object' || jwk === null) return false;
  if (Object.keys(jwk).sort().join() !== MEMBERS[alg].join()) return false;
  if (!Object.values(jwk).every((member) => typeof member === 'string')) return false;
  const { kty, crv } = jwk as JsonWebKey;
  return alg === 'EdDSA' ? kty === 'OKP' && crv === 'Ed25519' : kty === 'RSA';
}

/** The `did:jwk` of a key: its canonical JSON in base64url. It contains the key itself, so nothing has to be looked up. */
export function didOf(jwk: PublicJwk): string {
  return `did:jwk:${toBase64url(new TextEncoder().encode(canonicalJson(jwk)))}`;
}
