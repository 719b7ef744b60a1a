import { type Claim, credentialOf, sign } from '../../../credentials/credential.ts';
import { type SigningKey, signingKeyOf } from '../../../credentials/key.ts';
import { dayOf } from '../../../progress/records.ts';

/** A small course of our own, as JSON holds a pack. */
export const pack = {
  id: 'tide-pools',
  edition: '2026-08',
  title: 'Reading <tide> pools & "shores"',
  address: 'https://handbook.gitlab.com/handbook/tide-pools/',
  audiences: [
    {
      id: 'walkers',
      title: 'Walkers',
      objectives: [
        { id: 'name-five', text: 'Name five animals of a tide pool', sections: [] },
        { id: 'read-table', text: '潮汐表を読む', sections: [] },
      ],
    },
    { id: 'keepers', title: 'Keepers', objectives: [{ id: 'keep', text: 'Keep a shore', sections: [] }] },
  ],
  sections: [],
};

/** Noon of the day on which its badge is made. */
export const NOON = Date.UTC(2026, 10, 28, 12);

export const claim: Claim = {
  pack,
  audience: 'walkers',
  reached: new Map([
    ['name-five', '2026-11-19'],
    ['read-table', '2026-11-28'],
  ]),
  day: '2026-11-28',
  name: 'Ada "潮" <b>',
  quotes: [
    {
      objective: 'read-table',
      quote: 'Twice a day,\nnot quite.',
      address: 'https://handbook.gitlab.com/handbook/tides/#twice',
      title: 'Tides',
    },
  ],
  time: NOON,
};

const algorithms = {
  EdDSA: 'Ed25519',
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
};

/** A key as a browser with the algorithm, or without Ed25519, makes it. */
export async function newKey(alg: keyof typeof algorithms): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(algorithms[alg], false, ['sign', 'verify']);
  return signingKeyOf(pair as CryptoKeyPair, false);
}

/** A badge as a learner makes it. */
export async function badgeBy(key: SigningKey, changed: Partial<Claim> = {}): Promise<string> {
  const { time = NOON } = changed;
  return sign(await credentialOf({ ...claim, day: dayOf(time), ...changed }, key.did), key);
}

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** What a part of a JWT says. */
export const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());

/** Signs any header and payload, whatever they say: what someone who knows how could do. */
export async function forge(key: SigningKey, payload: unknown, header: unknown): Promise<string> {
  const signed = `${encode(header)}.${encode(payload)}`;
  const algorithm = key.alg === 'EdDSA' ? 'Ed25519' : 'RSASSA-PKCS1-v1_5';
  const signature = await crypto.subtle.sign(algorithm, key.privateKey, new TextEncoder().encode(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}
