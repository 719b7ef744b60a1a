import { beforeAll, describe, expect, test } from 'vitest';
import { bake } from '../../../credentials/bake.ts';
import type { SigningKey } from '../../../credentials/key.ts';
import { verifyFile, verifyText } from '../../../credentials/verify.ts';
import { badgeBy, claim, decode, forge, NOON, newKey, pack } from './samples.ts';

const SECOND = 1000;
const check = (text: string, now = NOON) => verifyText(text, [pack], now);
let key: SigningKey;
let other: SigningKey;
let jwt: string;
// biome-ignore lint/suspicious/noExplicitAny: it is changed in every way
let header: any;
// biome-ignore lint/suspicious/noExplicitAny: it is changed in every way
let payload: any;
beforeAll(async () => {
  [key, other] = [await newKey('EdDSA'), await newKey('EdDSA')];
  jwt = await badgeBy(key);
  [header, payload] = jwt.split('.', 2).map((part) => decode(part));
});

describe('a valid badge', () => {
  test('says who claims what, from which course, and when', async () => {
    expect(await check(jwt)).toEqual({
      valid: {
        id: payload.id,
        name: claim.name,
        course: { id: pack.id, title: pack.title, address: pack.address },
        audience: { id: 'walkers', title: 'Walkers' },
        objectives: [
          { id: 'name-five', text: 'Name five animals of a tide pool', day: '2026-11-19' },
          { id: 'read-table', text: '潮汐表を読む', day: '2026-11-28' },
        ],
        quotes: claim.quotes,
        time: NOON,
        did: key.did,
        edition: 'same',
      },
    });
  });

  test.each([
    ['a JWT with a line end', () => `${jwt}\n`],
    ['JSON with a jwt', () => JSON.stringify({ jwt })],
    ['a picture', () => bake('<svg></svg>', jwt)],
    ['signed by RSA', async () => badgeBy(await newKey('RS256'))],
  ])('is read from %s', async (_, text) => {
    expect(await check(await text())).toMatchObject({ valid: { edition: 'same' } });
  });

  test('of another edition or an unknown course is valid without comparing its objectives', async () => {
    const changed = { ...pack, edition: '2026-09' };
    expect(await verifyText(jwt, [changed], NOON)).toMatchObject({ valid: { edition: 'other' } });
    expect(await verifyText(jwt, [], NOON)).toMatchObject({ valid: { edition: 'unknown' } });
  });

  test('shows no invisible characters, and nothing that reverses text', async () => {
    const turned = { ...pack, title: 'Tide\u202e pools\u2066' };
    const [quote] = claim.quotes;
    const made = await badgeBy(key, {
      pack: turned,
      name: 'Ada\u202e\u0007',
      quotes: [{ ...quote, quote: 'Twice\n\u202ea day' }] as typeof claim.quotes,
    });
    expect(await verifyText(made, [], NOON)).toMatchObject({
      valid: {
        name: 'Ada\ufffd\ufffd',
        course: { title: 'Tide\ufffd pools\ufffd' },
        quotes: [{ quote: 'Twice\n\ufffda day' }],
      },
    });
  });

  test('made by a clock a little ahead is valid', async () => {
    expect(await check(jwt, NOON - 200 * SECOND)).toHaveProperty('valid');
  });
});

describe('problems are reported:', () => {
  const wrongs: [string, string, () => string | Promise<string>][] = [
    ['nothing', 'notBadge', () => ''],
    ['any text', 'notBadge', () => 'Dear diary'],
    ['a picture without a credential', 'noCredential', () => '<svg></svg>'],
    ['JSON without a jwt', 'noCredential', () => '{"version":1}'],
    ['JSON with two', 'noCredential', () => `{"jwt":"${jwt}","jwt":"a.b.c"}`],
    ['a picture with two credentials', 'severalCredentials', () => bake(bake('<svg></svg>', jwt), jwt)],
    ['a file that is too large', 'tooLarge', () => 'a.'.repeat(600_000)],
    ['two parts', 'parts', () => jwt.split('.').slice(0, 2).join('.')],
    ['no signature', 'parts', () => `${jwt.split('.').slice(0, 2).join('.')}.`],
    ['padding', 'encoding', () => `${jwt}=`],
    ['no JSON', 'encoding', () => jwt.replace(/^[^.]*/, 'AAAA')],
    [
      'a name twice',
      'duplicateNames',
      () => forge(key, JSON.stringify(payload).replace('{', `{"iss":"did:jwk:e30",`), header),
    ],
    [
      'a name twice, once escaped',
      'duplicateNames',
      () => forge(key, JSON.stringify(payload).replace('{', '{"\\u0069ss":"",'), header),
    ],
    ['an algorithm that signs nothing', 'algorithm', () => forge(key, payload, { ...header, alg: 'none' })],
    ['a shared secret', 'algorithm', () => forge(key, payload, { ...header, alg: 'HS256' })],
    ['a key from elsewhere', 'header', () => forge(key, payload, { ...header, jku: 'https://a.example' })],
    ['a key for another algorithm', 'key', () => forge(key, payload, { ...header, alg: 'RS256' })],
    ['a private key', 'key', () => forge(key, payload, { ...header, jwk: { ...header.jwk, d: 'AA' } })],
    [
      'a key that is none',
      'otherKey',
      () => forge(key, payload, { ...header, jwk: { ...header.jwk, x: 'AA' } }),
    ],
    ['another key in the header', 'otherKey', () => forge(other, payload, { ...header, jwk: other.jwk })],
    ['the signature of another key', 'signature', () => forge(other, payload, header)],
    [
      'another issuer inside',
      'claims',
      () => forge(key, { ...payload, issuer: { ...payload.issuer, id: other.did } }, header),
    ],
    ['a second id', 'claims', () => forge(key, { ...payload, jti: 'urn:uuid:0' }, header)],
    ['a second time', 'claims', () => forge(key, { ...payload, nbf: payload.nbf - 1 }, header)],
    ['a time that no calendar has', 'foreign', () => forge(key, { ...payload, nbf: 9e15 }, header)],
    ['someone else as subject', 'claims', () => forge(key, { ...payload, sub: other.did }, header)],
    ['a time to come', 'future', () => badgeBy(key, { time: NOON + 301 * SECOND })],
    [
      'a foreign issuer',
      'foreign',
      () => forge(key, { ...payload, issuer: { ...payload.issuer, name: 'A school' } }, header),
    ],
    ['no badge', 'foreign', () => forge(key, { iss: key.did }, header)],
    ['a badge of another form', 'foreign', () => forge(key, { ...payload, validFrom: 'yesterday' }, header)],
  ];
  test.each(wrongs)('%s: %s', async (_, wrong, text) => {
    expect(await check(await text())).toEqual({ wrong });
  });

  const unfit = (from: number, to: number) => (subject: typeof payload) => ({
    ...subject,
    result: subject.result.slice(from, to),
    achievement: {
      ...subject.achievement,
      resultDescription: subject.achievement.resultDescription.slice(from, to),
    },
  });
  const day = (value: string) => (subject: typeof payload) => ({
    ...subject,
    result: subject.result.with(0, { ...subject.result[0], value }),
  });
  const achievement = (change: object) => (subject: typeof payload) => ({
    ...subject,
    achievement: { ...subject.achievement, ...change },
  });
  test.each([
    ['a day that no calendar had when the badge was made', 'dates', day('2026-11-30')],
    ['a day that is none', 'foreign', day('2026-02-30')],
    ['an objective left out', 'objectives', unfit(0, 1)],
    ['an objective without its day', 'objectives', (s) => ({ ...s, result: [s.result[0]] })],
    ['an objective twice', 'objectives', (s) => ({ ...s, result: [s.result[0], s.result[0]] })],
    [
      'a course at another address',
      'objectives',
      achievement({ criteria: { id: 'https://a.example/', narrative: '' } }),
    ],
    ['no course', 'objectives', achievement({ id: 'urn:uuid:0' })],
    [
      'another objective in the place of one',
      'objectives',
      (s) => JSON.parse(JSON.stringify(s).replaceAll('objective=name-five', 'objective=name-six')),
    ],
    [
      'objectives in another order',
      'objectives',
      (s) => achievement({ resultDescription: s.achievement.resultDescription.toReversed() })(s),
    ],
  ] as [string, string, (subject: typeof payload) => unknown][])('%s: %s', async (_, wrong, change) => {
    const credentialSubject = change(payload.credentialSubject);
    expect(await check(await forge(key, { ...payload, credentialSubject }, header))).toEqual({ wrong });
  });

  test('a file that isn’t text, or is too large', async () => {
    const file = (content: BlobPart) => verifyFile(new Blob([content]), [pack], NOON);
    const none = { picture: false };
    expect(await file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]))).toEqual({
      wrong: 'notBadge',
      ...none,
    });
    expect(await file('a'.repeat(1_000_001))).toEqual({ wrong: 'tooLarge', ...none });
    expect(await file(jwt)).toMatchObject({ valid: { name: claim.name }, ...none });
  });

  test('a picture itself isn’t verified, and that is said', async () => {
    const changed = bake('<svg><text>Someone else</text></svg>', jwt);
    expect(await verifyFile(new Blob([changed]), [pack], NOON)).toMatchObject({
      valid: { name: claim.name },
      picture: true,
    });
  });
});
