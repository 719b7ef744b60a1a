import { describe, expect, test } from 'vitest';
import { HANDBOOK, RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const noticeOf = () => document.querySelector('[role="status"]')?.textContent;

describe('what keeps the panel from the page is said, with what to do', () => {
  const session = useSession({
    keepsState: true,
    prefs: { 'extensions.webextOptionalPermissionPrompts': false },
  });

  test('access to the handbook that the reader has withdrawn, and its return', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await session.reader.setAccess(false);
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await panel.waitFor(() => document.querySelector('[role="status"]')?.textContent?.includes('no access'));
    expect(await panel.evaluate(() => document.querySelector('[role="status"] button')?.textContent)).toBe(
      'Give access',
    );
    expect(await panel.evaluate(() => document.querySelector('[aria-label="Course"]') !== null)).toBe(true);
    const here = await panel.evaluate(
      () => document.querySelector('[aria-label="You are here"]')?.textContent,
    );
    expect(here).not.toContain('not a page of the handbook');
    // The question is the browser's own window in Chromium, which no test without a screen can answer.
    if (session.reader.name === 'firefox') await panel.click('[role="status"] button');
    else await session.reader.setAccess(true);
    await untilSection(panel, SECTIONS.strategy);
    // The page was loaded while nobody could read it.
    await panel.waitFor(() =>
      document.querySelector('[role="status"]')?.textContent?.includes('cannot read this'),
    );
    await panel.click('[role="status"] button');
    await panel.waitFor(() => document.querySelector('[role="status"]')?.textContent === '');
    await page.close();
  });

  test('a page that was open before an update is read again at once', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await session.reader.updateExtension();
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    const listens = (url: string) =>
      session.reader.evaluateInExtension(async (shown) => {
        const [tab] = await chrome.tabs.query({ url: shown });
        return chrome.tabs.sendMessage(tab?.id ?? -1, 'reportPage').then(
          () => true,
          () => false,
        );
      }, url);
    await expect.poll(() => listens(PROGRAM)).toBe(true);
    await panel.waitFor(() => document.querySelector('[role="status"]')?.textContent === '');
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await untilSection(panel, SECTIONS.strategy);
    expect(await panel.evaluate(noticeOf)).toBe('');
    expect(errors).toEqual([]);
    await page.close();
  });
});
