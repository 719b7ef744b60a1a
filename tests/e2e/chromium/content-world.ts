import type { CDPSession, Page } from 'puppeteer-core';

interface Context {
  id: number;
  name: string;
  auxData: { type: string };
}

/**
 * Evaluates an expression in the content script's isolated world of a page, with the console's utilities, and awaits promises.
 * Rejects if there is no content script.
 */
export async function evaluateInContentScript(page: Page, expression: string): Promise<unknown> {
  const session: CDPSession = await page.createCDPSession();
  const contexts: Context[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context as Context));
  await session.send('Runtime.enable');
  const context = contexts.find(({ name, auxData }) => auxData.type === 'isolated' && name === 'Waymark');
  if (!context) throw new Error(`no content script in ${contexts.map(({ name }) => name)}`);
  const { result } = await session.send('Runtime.evaluate', {
    contextId: context.id,
    includeCommandLineAPI: true,
    returnByValue: true,
    awaitPromise: true,
    expression,
  });
  await session.detach();
  return result.value;
}
