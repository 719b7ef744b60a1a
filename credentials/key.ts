import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type Algorithm, didOf, type PublicJwk, publicJwk } from './did.ts';

/** What a badge is signed by. */
export interface SigningKey {
  alg: Algorithm;
  /** Not extractable: nobody can take it out of this browser. */
  privateKey: CryptoKey;
  jwk: PublicJwk;
  did: string;
  /** Whether this browser has it for its next badge, too. */
  stored: boolean;
}

interface Schema extends DBSchema {
  keys: { key: 'badge'; value: CryptoKeyPair };
}

/** It has a database of its own: a key is no progress, and is in no backup. */
const NAME = 'waymark-key';

/** A new key: Ed25519, or where the browser lacks it (Chrome before 137), RSA. */
async function makePair(): Promise<CryptoKeyPair> {
  try {
    return (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  } catch {
    const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
    return crypto.subtle.generateKey({ ...rsa, publicExponent: new Uint8Array([1, 0, 1]) }, false, [
      'sign',
      'verify',
    ]);
  }
}

/** @param pair made by `makePair` */
export async function signingKeyOf(pair: CryptoKeyPair, stored: boolean): Promise<SigningKey> {
  const jwk = publicJwk(await crypto.subtle.exportKey('jwk', pair.publicKey));
  return {
    alg: jwk.kty === 'OKP' ? 'EdDSA' : 'RS256',
    privateKey: pair.privateKey,
    jwk,
    did: didOf(jwk),
    stored,
  };
}

/** Does `work` in the keys' database. @throws where the browser opens none */
async function inKeys<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(NAME, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('keys'),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** The kept pair, or `made` from now on, whichever panel is first. */
function storedPair(made: () => Promise<CryptoKeyPair>): Promise<CryptoKeyPair> {
  return inKeys(async (database) => {
    const before = await database.get('keys', 'badge');
    if (before) return before;
    const pair = await made();
    const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
    const meanwhile = await transaction.store.get('badge');
    if (!meanwhile) await transaction.store.put(pair, 'badge');
    await transaction.done;
    return meanwhile ?? pair;
  });
}

/**
 * The key of this browser, made when it is first wanted. Where nothing can be kept (Firefox that never keeps history) it is a key for this badge
 * alone.
 */
export async function signingKey(): Promise<SigningKey> {
  const pair = await storedPair(makePair).catch(() => undefined);
  return signingKeyOf(pair ?? (await makePair()), pair !== undefined);
}

/** The key pair that this browser keeps, to be put back by `savePair`; undefined where there is none. */
export async function readPair(): Promise<CryptoKeyPair | undefined> {
  return inKeys((database) => database.get('keys', 'badge')).catch(() => undefined);
}

/** Keeps `pair` as the key of this browser, in place of one that was made since. @throws where the browser cannot keep it */
export async function savePair(pair: CryptoKeyPair): Promise<void> {
  await inKeys(async (database) => {
    const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
    await transaction.store.put(pair, 'badge');
    await transaction.done;
  });
}

/** Forgets the key: the next badge is signed by another. What was signed holds as before. */
export async function forgetKey(): Promise<void> {
  // Where no database opens there is none to be deleted.
  await deleteDB(NAME).catch(() => undefined);
}
