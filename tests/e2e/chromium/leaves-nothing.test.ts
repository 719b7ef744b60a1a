import type { CDPSession, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { RELATIONS, SECTIONS, untilSection, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

interface Context {
  id: number;
  name: string;
  auxData: { type: string };
}

/** The content script's own world in a page, where its listeners are. */
async function worldOf(page: Page): Promise<{ session: CDPSession; id: number }> {
  const session = await page.createCDPSession();
  const contexts: Context[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context as Context));
  await session.send('Runtime.enable');
  const context = contexts.find(({ name, auxData }) => auxData.type === 'isolated' && name === 'Waymark');
  if (!context) throw new Error(`no content script in ${contexts.map(({ name }) => name)}`);
  return { session, id: context.id };
}

async function listenersIn(page: Page): Promise<Record<string, string[]>> {
  const { session, id } = await worldOf(page);
  const { result } = await session.send('Runtime.evaluate', {
    contextId: id,
    includeCommandLineAPI: true,
    returnByValue: true,
    expression: `({
      window: Object.keys(getEventListeners(window)),
      document: Object.keys(getEventListeners(document)),
      root: Object.keys(getEventListeners(document.documentElement)),
      body: Object.keys(getEventListeners(document.body)),
      globals: Object.keys(globalThis).filter((name) => !(name in Object.getPrototypeOf(globalThis))),
    })`,
  });
  await session.detach();
  return result.value;
}

describe('with no panel open the content script leaves nothing behind in the page', () => {
  const session = useSession();
  const nothing = { window: ['pageshow'], document: [], root: [], body: [] };

  test('but a listener for the page’s return from the browser’s cache', async () => {
    const page = await session.reader.newPage(PROGRAM);
    expect(await listenersIn(page)).toMatchObject(nothing);
    await page.close();
  });

  test('nor after a panel has watched it and is closed, or shows another tab', async () => {
    const watching = ['hashchange', 'pageshow', 'resize', 'scroll'];
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
    await other.close();
    await page.close();
  });

  test('and changes nothing in the document', async () => {
    const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
    const page = await session.reader.newPage(PROGRAM);
    const withScript = await html(page);
    await session.reader.setAccess(false);
    await page.reload();
    expect(await html(page)).toBe(withScript);
    await session.reader.setAccess(true);
    await page.close();
  });
});
