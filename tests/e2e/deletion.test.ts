import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import {
  button,
  click,
  dialog,
  nth,
  region,
  seen,
  textbox,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { openSettings, tick } from './panel-parts.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const SETTINGS = dialog('settings.title');
const START_OVER = within(SETTINGS, region('startOver.title'));

/** Returns what is stored on this computer, except what changes by itself. Runs in the panel. */
const storedHere = async () => {
  const [local, session] = await Promise.all([
    chrome.storage.local.get(null) as Promise<Record<string, unknown>>,
    chrome.storage.session.get(null),
  ]);
  const open = (name: string) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  const all = async (database: IDBDatabase, store: string) => {
    if (!database.objectStoreNames.contains(store)) return [];
    const reading = database.transaction(store).objectStore(store).getAll();
    await new Promise((resolve) => {
      reading.onsuccess = resolve;
    });
    return reading.result as unknown[];
  };
  const progress = await open('waymark');
  const actions = (await all(progress, 'actions')) as { id: string }[];
  progress.close();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  let key = '';
  if (names.includes('waymark-key')) {
    const keys = await open('waymark-key');
    const [pair] = (await all(keys, 'keys')) as CryptoKeyPair[];
    keys.close();
    if (pair) key = JSON.stringify(await crypto.subtle.exportKey('jwk', pair.publicKey));
  }
  return {
    actions: actions.map(({ id }) => id),
    key,
    drafts: Object.keys(session).filter((name) => name.startsWith('noteDraft')),
    sync: local.sync,
    device: local.device,
  };
};

/** Stores a key pair, as making a badge does. Runs in the panel. */
const keepKey = async () => {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
  const pair = await crypto.subtle.generateKey({ ...rsa, publicExponent: new Uint8Array([1, 0, 1]) }, false, [
    'sign',
    'verify',
  ]);
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark-key', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('keys', 'readwrite');
      transaction.objectStore('keys').put(pair, 'badge');
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(undefined);
      };
    };
  });
};

describe('a reader who deletes everything', () => {
  const session = useSession();

  const ticked = async (panel: Panel) => (await objectivesIn(panel)).filter((each) => each.ticked).length;

  test('is told what that includes, and can restore all of it: history, drafts, the key of badges, and sync', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await tick(panel, 0);
    await expect.poll(() => ticked(panel)).toBe(1);
    await panel.evaluate(keepKey);
    await panel.evaluate(() => chrome.storage.local.set({ sync: true }));
    await panel.press('n');
    await untilSeen(panel, dialog('note.title'));
    await click(panel, within(dialog('note.title'), textbox('note.words')));
    for (const letter of 'Mine') await panel.press(letter);
    await panel.press('Escape');
    await untilGone(panel, dialog('note.title'));
    const before = await panel.evaluate(storedHere);
    expect(before).toMatchObject({
      sync: true,
      drafts: [expect.any(String)],
      key: expect.stringMatching(/./),
    });
    expect(before.actions).toHaveLength(1);

    await openSettings(panel);
    await click(panel, within(START_OVER, button('startOver.deleteEverything')));
    const [asked] = await seen(panel, START_OVER);
    expect(asked?.text).toContain(t('startOver.really'));
    await click(panel, within(START_OVER, button('startOver.deleteNow')));
    await untilSeen(panel, within(START_OVER, button('startOver.bringBack')));
    await expect.poll(() => ticked(panel)).toBe(0);
    expect(await panel.evaluate(storedHere)).toMatchObject({ actions: [], drafts: [], key: '' });

    await click(panel, within(START_OVER, button('startOver.bringBack')));
    await expect.poll(() => ticked(panel)).toBe(1);
    await expect.poll(() => panel.evaluate(storedHere)).toEqual(before);
    // There is one status: that everything was restored, and nothing about the deletion.
    const [after] = await seen(panel, START_OVER);
    expect(after?.text).toContain(t('startOver.broughtBack'));
    expect(after?.text).not.toContain(t('startOver.deleted'));
    expect(await seen(panel, nth(within(START_OVER, button('startOver.bringBack')), 0))).toEqual([]);
    await page.close();
  });
});
