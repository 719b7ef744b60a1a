import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { type Algorithm, didOf, type PublicJwk, publicJwk } from './did.ts';

/** A key that signs badges. */
export interface SigningKey {
  alg: Algorithm;
  /** Not extractable: it can't leave this browser. */
  privateKey: CryptoKey;
  jwk: PublicJwk;
  did: string;
  /** Whether this browser stored it, so that the next badge is signed with the same key. */
  stored: boolean;
}

interface Schema extends DBSchema {
  keys: { key: 'badge'; value: CryptoKeyPair };
}

/** The key has its own database, since it isn't progress and must not be in backups. */
const NAME = 'waymark-key';

/** Generates a key pair: Ed25519, or RSA if the browser doesn't have that (Chrome before 137). */
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

/** @param pair made by `makePair` @param stored whether it is stored in this browser */
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

/** Runs `work` with the database of the key. @throws if the browser doesn't open it */
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

/** Returns the stored pair. If there is none, stores a new one; of two panels that do so at once, the first one's pair is kept. */
function storedPair(made: () => Promise<CryptoKeyPair>): Promise<CryptoKeyPair> {
  return inKeys(async (database) => {
    const before = await database.get('keys', 'badge');
    if (before) return before;
    const pair = await made();
    const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
    const existing = await transaction.store.get('badge');
    if (!existing) await transaction.store.put(pair, 'badge');
    await transaction.done;
    return existing ?? pair;
  });
}

/**
 * The key of this browser, made on first use. If it can't be stored (Firefox set to never remember history), it is a new key for
 * this badge only.
 */
export async function signingKey(): Promise<SigningKey> {
  const pair = await storedPair(makePair).catch(() => undefined);
  return signingKeyOf(pair ?? (await makePair()), pair !== undefined);
}

/** The stored key pair, which `savePair` can restore; undefined if there is none. */
export async function readPair(): Promise<CryptoKeyPair | undefined> {
  return inKeys((database) => database.get('keys', 'badge')).catch(() => undefined);
}

/** Stores `pair` as the key of this browser, replacing one made since. @throws if the browser can't store it */
export async function savePair(pair: CryptoKeyPair): Promise<void> {
  await inKeys(async (database) => {
    const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
    await transaction.store.put(pair, 'badge');
    await transaction.done;
  });
}

/** Deletes the key. The next badge is signed with a new one; earlier badges stay valid. */
export async function forgetKey(): Promise<void> {
  // If the database can't be opened, there is no key to delete.
  await deleteDB(NAME).catch(() => undefined);
}
