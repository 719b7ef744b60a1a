import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../../credentials/base64url.ts';
import { verifyText } from '../../../credentials/verify.ts';
import { badgeBy, decode, NOON, newKey, pack } from './samples.ts';

const check = (text: string) => verifyText(text, [pack], NOON);
let jwt: string;
let payload: Record<string, unknown>;
beforeAll(async () => {
  jwt = await badgeBy(await newKey('EdDSA'));
  payload = decode(jwt.split('.')[1]);
});

describe('changes are noticed:', () => {
  test('any bit of header, payload or signature', async () => {
    const parts = jwt.split('.');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 }), fc.nat(), fc.nat({ max: 7 }), async (which, at, bit) => {
        const bytes = fromBase64url(parts[which] ?? '') ?? new Uint8Array();
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
        const changed = parts.with(which, toBase64url(bytes)).join('.');
        expect(await check(changed)).toHaveProperty('wrong');
      }),
      { numRuns: 300 },
    );
  });

  test('any member of the payload', async () => {
    const [head, , signature] = jwt.split('.');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(payload)), fc.jsonValue(), async (name, value) => {
        fc.pre(JSON.stringify(payload[name]) !== JSON.stringify(value));
        const body = Buffer.from(JSON.stringify({ ...payload, [name]: value })).toString('base64url');
        expect(await check([head, body, signature].join('.'))).toHaveProperty('wrong');
      }),
    );
  });

  test('any character of the text, so that a badge has only one form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(...'AQgw_-+/=.'), async (at, character) => {
        const index = at % jwt.length;
        fc.pre(jwt[index] !== character);
        expect(await check(jwt.slice(0, index) + character + jwt.slice(index + 1))).toHaveProperty('wrong');
      }),
      { numRuns: 300 },
    );
  });
});
