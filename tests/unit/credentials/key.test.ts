import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { forgetKey, readPair, savePair, signingKey } from '../../../credentials/key.ts';

test('a browser without Ed25519 signs with RSA', async () => {
  const { generateKey } = crypto.subtle;
  vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(((algorithm: unknown, ...rest: never[]) =>
    algorithm === 'Ed25519'
      ? Promise.reject(new DOMException('', 'NotSupportedError'))
      : Reflect.apply(generateKey, crypto.subtle, [algorithm, ...rest])) as typeof generateKey);
  const { alg, jwk, did } = await signingKey();
  vi.restoreAllMocks();
  expect({ alg, kty: jwk.kty }).toEqual({ alg: 'RS256', kty: 'RSA' });
  expect(did).toMatch(/^did:jwk:[\w-]+$/);
});

test('if the database can’t be opened, the key is for this badge only', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'InvalidStateError');
  });
  const [one, two] = [await signingKey(), await signingKey()];
  vi.restoreAllMocks();
  expect([one.stored, two.stored]).toEqual([false, false]);
  expect(one.did).not.toBe(two.did);
  expect(one.alg).toBe('EdDSA');
});

test('the private key can’t be exported', async () => {
  const { privateKey } = await signingKey();
  expect(privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
});

test('the key stays the same until it is deleted', async () => {
  const [first, second] = await Promise.all([signingKey(), signingKey()]);
  expect([first.stored, second.stored]).toEqual([true, true]);
  expect(second.did).toBe(first.did);
  expect((await signingKey()).did).toBe(first.did);
  await forgetKey();
  expect((await signingKey()).did).not.toBe(first.did);
});

test('a deleted key can be restored and used again', async () => {
  const { did, alg } = await signingKey();
  const pair = await readPair();
  await forgetKey();
  expect(await readPair()).toBeUndefined();
  if (pair) await savePair(pair);
  const again = await signingKey();
  expect({ did: again.did, alg: again.alg, stored: again.stored }).toEqual({ did, alg, stored: true });
  expect(again.privateKey.extractable).toBe(false);
});
