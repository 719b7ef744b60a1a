import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { RELATIONS, SECTIONS, untilSection, useSession } from '../session.ts';
import { evaluateInContentScript } from './content-world.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

function listenersIn(page: Page): Promise<Record<string, string[]>> {
  return evaluateInContentScript(
    page,
    `({
      window: Object.keys(getEventListeners(window)),
      document: Object.keys(getEventListeners(document)),
      root: Object.keys(getEventListeners(document.documentElement)),
      body: Object.keys(getEventListeners(document.body)),
    })`,
  ) as Promise<Record<string, string[]>>;
}

describe('with no panel open, the content script leaves nothing in the page', () => {
  const session = useSession();
  const nothing = { window: ['pageshow'], document: [], root: [], body: [] };

  test('except a listener for the page’s return from the back/forward cache', async () => {
    const page = await session.reader.newPage(PROGRAM);
    expect(await listenersIn(page)).toMatchObject(nothing);
  });

  test('even after a panel has followed it and is closed, or shows another tab', async () => {
    const watching = ['hashchange', 'pageshow', 'resize', 'scroll', 'scrollend'];
    const windowListeners = async (of: Page) => (await listenersIn(of)).window?.sort();
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await expect.poll(() => windowListeners(page)).toEqual(watching);
    const other = await session.reader.newPage(`${RELATIONS}developer-advocacy/community-response/`);
    await untilSection(panel, SECTIONS.joinUs);
    await expect.poll(() => listenersIn(page)).toMatchObject(nothing);
    await expect.poll(() => windowListeners(other)).toEqual(watching);
    await panel.close();
    await expect.poll(() => listenersIn(other)).toMatchObject(nothing);
  });

  test('even after a panel that leaves the page before it has answered it', async () => {
    const page = await session.reader.newPage(PROGRAM);
    // What a panel does that closes while the page reports to it.
    await session.reader.evaluateInExtension(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://handbook.gitlab.com/*' });
      const id = tab?.id ?? -1;
      await new Promise<void>((done) => {
        chrome.runtime.onMessage.addListener((message, _sender, answer) => {
          if (message.type !== 'pageChanged') return;
          void chrome.tabs.sendMessage(id, 'leavePage').then(() => {
            answer(true);
            setTimeout(done, 500);
          });
          return true;
        });
        void chrome.tabs.sendMessage(id, 'reportPage');
      });
    });
    expect(await listenersIn(page)).toMatchObject(nothing);
  });

  test('and changes nothing in the document', async () => {
    const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
    const page = await session.reader.newPage(PROGRAM);
    const withScript = await html(page);
    await session.reader.setAccess(false);
    await page.reload();
    expect(await html(page)).toBe(withScript);
  });
});
