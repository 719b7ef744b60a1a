import { toBase64url } from './base64url.ts';
import { canonicalJson } from './json.ts';

/** A public key in the form of RFC 7517, with the members that it needs and no other. */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string } | { kty: 'RSA'; e: string; n: string };

/** The algorithms that badges are signed by (RFC 7518, RFC 8037): the better one, and the one that Open Badges obliges everyone to know. */
export type Algorithm = 'EdDSA' | 'RS256';

const MEMBERS: Record<Algorithm, readonly string[]> = {
  EdDSA: ['crv', 'kty', 'x'],
  RS256: ['e', 'kty', 'n'],
};

/** What of `jwk` belongs to a public key. */
export function publicJwk(jwk: JsonWebKey): PublicJwk {
  const { kty, crv, x, e, n } = jwk;
  return (kty === 'OKP' ? { crv, kty, x } : { e, kty, n }) as PublicJwk;
}

/** Whether `jwk` is a public key for `alg`, and nothing else: no private part, no member that a reader could take for something. */
export function isJwkFor(alg: Algorithm, jwk: unknown): jwk is PublicJwk {
  if (typeof jwk !== 'object' || jwk === null) return false;
  if (Object.keys(jwk).sort().join() !== MEMBERS[alg].join()) return false;
  if (!Object.values(jwk).every((member) => typeof member === 'string')) return false;
  const { kty, crv } = jwk as JsonWebKey;
  return alg === 'EdDSA' ? kty === 'OKP' && crv === 'Ed25519' : kty === 'RSA';
}

/** The `did:jwk` of a key: its canonical JSON in base64url. It holds the key itself, so nobody has to be asked for it. */
export function didOf(jwk: PublicJwk): string {
  return `did:jwk:${toBase64url(new TextEncoder().encode(canonicalJson(jwk)))}`;
}
