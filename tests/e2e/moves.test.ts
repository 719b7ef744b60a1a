import { afterEach, describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { linkTo, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const START = `${RELATIONS}developer-advocacy/`;
const EDUCATION = `${RELATIONS}programs/education-program/`;
const EDUCATION_PATH = new URL(EDUCATION).pathname;
/** Where the test handbook puts the page of the Education Program: it keeps its name. */
const NAMED_ALIKE = `${RELATIONS}outreach/education-program/`;
/** Another place for it, under another name. */
const RENAMED = `${RELATIONS}outreach/teaching/`;

const stubTo = (target: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>${target}</title><link rel="canonical" href="${target}">
<meta http-equiv="refresh" content="0; url=${target}"></head></html>`;

describe('a link that the handbook leads elsewhere', () => {
  const session = useSession();
  const page = handbookPage(EDUCATION_PATH) ?? '';

  const move = (to: string, how: 'redirect' | 'stub') => {
    session.server.setPage(new URL(to).pathname, page);
    if (how === 'redirect') session.server.setRedirect(EDUCATION_PATH, new URL(to).pathname);
    else session.server.setPage(EDUCATION_PATH, stubTo(to));
  };
  /** The handbook has dropped its redirect, and the old address with it. */
  const expire = () => {
    session.server.setRedirect(EDUCATION_PATH, `${EDUCATION_PATH}gone/`);
    session.server.setPage(EDUCATION_PATH, undefined);
  };
  const open = async (panel: Panel, address = EDUCATION) => {
    await panel.click(linkTo(address, 'Programs'));
  };
  const untilLinkLeadsTo = (panel: Panel, address: string) =>
    panel.waitFor((selector) => document.querySelector(selector) !== null, linkTo(address, 'Programs'));

  afterEach(async () => {
    session.server.setRedirect(EDUCATION_PATH, undefined);
    for (const path of [EDUCATION_PATH, new URL(NAMED_ALIKE).pathname, new URL(RENAMED).pathname])
      session.server.setPage(path, undefined);
    await session.reader.evaluateInExtension(async () => {
      const { databases } = indexedDB;
      if (!databases) return;
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('waymark');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('records', 'readwrite');
          transaction.objectStore('records').clear();
          transaction.oncomplete = () => {
            database.close();
            new BroadcastChannel('waymark-progress').postMessage(null);
            resolve();
          };
        };
      });
    });
  });

  test.each(['redirect', 'stub'] as const)(
    'by a %s, to a page of the same name: the panel knows the page, keeps the move after it expired, and says why',
    async (how) => {
      move(NAMED_ALIKE, how);
      const tab = await session.reader.newPage(START);
      const panel = await session.reader.openPanel(tab);
      await untilSection(panel, SECTIONS.programs);
      await open(panel);
      await expect.poll(() => tab.url()).toBe(NAMED_ALIKE);
      await untilRegionShows(panel, 'You are here', 'Education Program');
      await untilRegionShows(panel, 'You are here', 'moved to or from this address');
      await untilLinkLeadsTo(panel, NAMED_ALIKE);
      expire();
      await tab.goto(START);
      await untilRegionShows(panel, 'You are here', 'Developer Evangelism');
      await open(panel, NAMED_ALIKE);
      await expect.poll(() => tab.url()).toBe(NAMED_ALIKE);
      await untilRegionShows(panel, 'You are here', 'Education Program');
      const item = `li:has(> div > a[href="${NAMED_ALIKE}"])`;
      await panel.click(`section[aria-label="Programs"] ${item} summary`);
      await untilRegionShows(panel, 'Programs', 'When you opened this link, the handbook led you here.');
      await untilRegionShows(
        panel,
        'Programs',
        '- [Education Program](/handbook/marketing/developer-relations/outreach/education-program/)',
      );
      await panel.click(`section[aria-label="Programs"] ${item} .moved-link > button`);
      await untilLinkLeadsTo(panel, EDUCATION);
      await panel.close();
      await tab.close();
    },
  );

  test('to a page of another name: it is believed when it was seen twice', async () => {
    move(RENAMED, 'redirect');
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    await open(panel);
    await expect.poll(() => tab.url()).toBe(RENAMED);
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await tab.goto(START);
    await untilRegionShows(panel, 'You are here', 'Developer Evangelism');
    await open(panel);
    await untilLinkLeadsTo(panel, RENAMED);
    await untilRegionShows(panel, 'You are here', 'Education Program');
    await panel.close();
    await tab.close();
  });

  test('to the front page, to a page above it or to a missing one: nothing is learned', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    for (const target of ['/handbook/', '/handbook/marketing/developer-relations/', '/handbook/nowhere/']) {
      session.server.setRedirect(EDUCATION_PATH, target);
      for (const _ of ['once', 'twice']) {
        await open(panel);
        await expect.poll(() => new URL(tab.url()).pathname).toBe(target);
        await untilRegionShows(
          panel,
          'You are here',
          target.includes('nowhere') ? 'no such page' : 'not part',
        );
        await tab.goto(START);
        await untilRegionShows(panel, 'You are here', 'Developer Evangelism');
      }
    }
    await untilLinkLeadsTo(panel, EDUCATION);
    const learned = await panel.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('waymark');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const keys = opening.result.transaction('records').objectStore('records').getAllKeys();
            keys.onsuccess = () => {
              opening.result.close();
              resolve(keys.result.filter((key) => (key as string[])[1] === 'move').length);
            };
          };
        }),
    );
    expect(learned).toBe(0);
    await panel.close();
    await tab.close();
  });

  test('a page reached by the reader’s own click after it is not taken for its new place', async () => {
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    await open(panel);
    await untilRegionShows(panel, 'You are here', 'Education Program');
    session.server.setPage(new URL(NAMED_ALIKE).pathname, page);
    await tab.goto(NAMED_ALIKE);
    await untilRegionShows(panel, 'You are here', 'not part of the course');
    await untilLinkLeadsTo(panel, EDUCATION);
    await panel.close();
    await tab.close();
  });
});
