import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { beginning, button, click, named, region, untilSeen, within } from './by-role.ts';
import { noticesIn, untilNoticed } from './notices.ts';
import { untilCourse } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

describe('if the panel can’t read the page, it says why and what to do', () => {
  const session = useSession({ prefs: { 'extensions.webextOptionalPermissionPrompts': false } });

  test('without access to the handbook, until the reader grants it again', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await session.reader.setAccess(false);
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await untilNoticed(panel, t('notice.access'));
    await untilSeen(panel, button('notice.accessButton'));
    // The course can still be browsed.
    await untilCourse(panel, 'Community Learning Pathway');
    await untilSeen(panel, within(region('course.sections'), named('button', beginning(SECTIONS.strategy))));
    const { text } = await untilSeen(panel, region('here.title'));
    expect(text).not.toContain(t('here.notHandbook'));
    // In Chromium the prompt is a native dialog, which a test without a screen can't answer.
    if (session.reader.name === 'firefox') await click(panel, button('notice.accessButton'));
    else await session.reader.setAccess(true);
    await untilSection(panel, SECTIONS.strategy);
    // The page was loaded while the extension had no access, so it has no content script.
    await untilNoticed(panel, t('notice.reload'));
    await click(panel, button('notice.reloadButton'));
    await expect.poll(() => noticesIn(panel)).toBe('');
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
    await expect.poll(() => noticesIn(panel)).toBe('');
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await untilSection(panel, SECTIONS.strategy);
    expect(await noticesIn(panel)).toBe('');
    expect(errors).toEqual([]);
    await page.close();
  });
});
