import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { inBackground } from '../browsers/firefox-extension.ts';
import { noticesIn } from './notices.ts';
import { RELATIONS, SECTIONS, untilCurrent, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const OTHER = fileURLToPath(new URL('../fixtures/other-extension', import.meta.url));
const news = { url: PROGRAM, kind: 'missing', title: '', headings: [], reading: null };

/** Sends messages to the extension `id` and returns the result of each. Runs in another extension. */
const tryMessages = (id: string, messages: unknown[]) =>
  Promise.all(
    messages.map((message) =>
      chrome.runtime.sendMessage(id, message).then(
        (answer) => `answered ${JSON.stringify(answer)}`,
        (error: Error) => error.message,
      ),
    ),
  );

/** Runs a function in the extension `id`, which isn't the one under test. */
async function evaluateInOther<A extends unknown[], R>(
  page: Page,
  id: string,
  fn: (...args: A) => Promise<R>,
  ...args: A
): Promise<R> {
  if (inject('browserName') === 'firefox') return inBackground(page.browser(), id, fn, args);
  const inside = await page.browser().newPage({ background: true });
  await inside.goto(`chrome-extension://${id}/manifest.json`);
  const result = await inside.evaluate(fn as never, ...args);
  await inside.close();
  return result as R;
}

describe('another extension', () => {
  const session = useSession();

  test('is heard by nobody, whatever it sends', async () => {
    const { reader } = session;
    const page = await reader.newPage(PROGRAM);
    const panel = await reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilCurrent(panel, 'Education Program');
    const id = await page.browser().installExtension(OTHER);
    const messages = [
      { type: 'pageChanged', page: news },
      { type: 'pageOpened', url: PROGRAM },
      ...['reportPage', 'leavePage', 'readContent', { showQuote: 'x' }],
    ];
    const answers = await evaluateInOther(page, id, tryMessages, reader.extensionId, messages);
    expect(answers).toEqual(messages.map(() => expect.stringContaining('Receiving end does not exist')));
    await untilCurrent(panel, 'Education Program');
    expect(await noticesIn(panel)).toBe('');
  });
});
