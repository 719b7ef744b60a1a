import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { credentialOf, sign, TooLong } from '../../../credentials/credential.ts';
import { didOf } from '../../../credentials/did.ts';
import type { SigningKey } from '../../../credentials/key.ts';
import { LONGEST_JWT } from '../../../credentials/open-badge.ts';
import { LONGEST_BADGE } from '../../../progress/kinds.ts';
import { badgeBy, claim, decode, newKey, pack } from './samples.ts';

/**
 * The rules that https://www.imsglobal.org/spec/ob/v3p0/ documents, one by one, in our own words: its JSON Schema may not be passed on, so it is not
 * here.
 */
describe.each(['EdDSA', 'RS256'] as const)('a badge signed by %s', (alg) => {
  let key: SigningKey;
  let jwt: string;
  let header: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: what it is, is what the tests find out
  let badge: any;
  beforeAll(async () => {
    key = await newKey(alg);
    jwt = await badgeBy(key);
    const [head, body] = jwt.split('.');
    header = decode(head);
    badge = decode(body);
  });

  test('has a header of three members, and only the public key in it', () => {
    expect(Object.keys(header).sort()).toEqual(['alg', 'jwk', 'typ']);
    expect(header).toMatchObject({ alg, typ: 'JWT' });
    expect(Object.keys(header.jwk as object).sort()).toEqual(
      alg === 'EdDSA' ? ['crv', 'kty', 'x'] : ['e', 'kty', 'n'],
    );
  });

  test('is signed so that another library can verify it', () => {
    const [head, body, signature = ''] = jwt.split('.');
    const publicKey = createPublicKey({ key: header.jwk as JsonWebKey, format: 'jwk' });
    const digest = alg === 'EdDSA' ? null : 'sha256';
    const holds = (text: string) =>
      verify(digest, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
    expect(holds(`${head}.${body}`)).toBe(true);
    expect(holds(`${head}.${body}x`)).toBe(false);
  });

  test('has JWT claims that match its members', () => {
    expect(badge.iss).toBe(badge.issuer.id);
    expect(badge.sub).toBe(badge.credentialSubject.id);
    expect(badge.jti).toBe(badge.id);
    expect(badge.nbf * 1000).toBe(Date.parse(badge.validFrom));
    expect(badge).not.toHaveProperty('exp');
    expect(badge).not.toHaveProperty('proof');
  });

  test('is from and for the key that signs it', () => {
    expect(badge.iss).toBe(didOf(key.jwk));
    expect(badge.sub).toBe(badge.iss);
    expect(decode(badge.iss.replace('did:jwk:', ''))).toEqual(header.jwk);
  });

  test('has the contexts of Verifiable Credentials and Open Badges, in this order', () => {
    expect(badge['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2');
    expect(badge['@context'][1]).toMatch(
      /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.\d\.\d\.json$/,
    );
  });

  test('has the required types', () => {
    expect(badge.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential']);
    expect(badge.issuer.type).toEqual(['Profile']);
    expect(badge.credentialSubject.type).toEqual(['AchievementSubject']);
    expect(badge.credentialSubject.achievement.type).toEqual(['Achievement']);
  });

  test('has an id, an issuer and a time in the required form', () => {
    expect(badge.id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(URL.canParse(badge.issuer.id)).toBe(true);
    // dateTimeStamp: with a time zone.
    expect(badge.validFrom).toBe('2026-11-28T12:00:00Z');
  });

  test('has an achievement with id, name, description and criteria', () => {
    const { achievement } = badge.credentialSubject;
    expect(URL.canParse(achievement.id)).toBe(true);
    expect(achievement.name).toBe(pack.title);
    expect(achievement.description).not.toBe('');
    expect(achievement.criteria.id).toBe(pack.address);
    expect(achievement.criteria.narrative).not.toBe('');
    expect(achievement.achievementType).toBe('Badge');
  });

  test('has the given name as an identity that isn’t hashed', () => {
    expect(badge.credentialSubject.identifier).toEqual([
      { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: claim.name },
    ]);
  });

  test('has a result for each objective, with its day and an existing description', () => {
    const { achievement, result } = badge.credentialSubject;
    const names = new Map<string, string>();
    for (const { id, type, name, resultType } of achievement.resultDescription) {
      expect({ type, resultType }).toEqual({ type: ['ResultDescription'], resultType: 'Status' });
      expect(URL.canParse(id)).toBe(true);
      names.set(id, name);
    }
    expect(
      result.map(({ type, resultDescription, status, value }: Record<string, string>) => [
        type,
        names.get(resultDescription ?? ''),
        status,
        value,
      ]),
    ).toEqual([
      [['Result'], 'Name five animals of a tide pool', 'Completed', '2026-11-19'],
      [['Result'], '潮汐表を読む', 'Completed', '2026-11-28'],
    ]);
  });

  test('has quotes as evidence, each with its page', () => {
    const [{ id, type, name, narrative }] = badge.evidence;
    expect({ id, type, name, narrative }).toEqual({
      id: claim.quotes[0]?.address,
      type: ['Evidence'],
      name: 'Tides',
      narrative: 'Twice a day,\nnot quite.',
    });
  });

  test('states that it is self-asserted', () => {
    expect(badge.description).toMatch(/self-asserted/i);
    expect(badge.description).toMatch(/It is not an official badge of the course/);
  });
});

test('every badge that can be signed can be stored', () => {
  expect(LONGEST_BADGE).toBe(LONGEST_JWT);
});

test('a badge has nothing that the learner did not include', async () => {
  const credential = await credentialOf({ ...claim, name: '', quotes: [] }, 'did:jwk:e30');
  expect(credential).not.toHaveProperty('evidence');
  expect(credential.credentialSubject).not.toHaveProperty('identifier');
});

test('a quote for an objective of another audience is left out', async () => {
  const quotes = claim.quotes.map((quote) => ({ ...quote, objective: 'keep' }));
  expect(await credentialOf({ ...claim, quotes }, 'did:jwk:e30')).not.toHaveProperty('evidence');
});

test('an objective ticked by a clock that was ahead is reached when the badge is made', async () => {
  const reached = new Map([...claim.reached].map(([id]) => [id, '2027-03-12']));
  const { credentialSubject } = await credentialOf({ ...claim, reached }, 'did:jwk:e30');
  expect(new Set(credentialSubject.result.map(({ value }) => value))).toEqual(new Set(['2026-11-28']));
});

test('no badge is made while an objective is left, or for an unknown audience', async () => {
  await expect(credentialOf({ ...claim, reached: new Map() }, 'did:jwk:e30')).rejects.toThrow(RangeError);
  await expect(credentialOf({ ...claim, audience: 'nobody' }, 'did:jwk:e30')).rejects.toThrow(RangeError);
});

test('a badge that would be too long is not made', async () => {
  const key = await newKey('EdDSA');
  const [quote] = claim.quotes;
  if (!quote) throw new Error('the sample has a quote');
  const quotes = Array.from({ length: 80 }, () => ({ ...quote, quote: 'x'.repeat(1000) }));
  const credential = await credentialOf({ ...claim, quotes }, key.did);
  expect(JSON.stringify(credential).length * (4 / 3)).toBeGreaterThan(LONGEST_JWT);
  await expect(sign(credential, key)).rejects.toThrow(TooLong);
});
