import { describe, expect, test } from 'vitest';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;

describe('a new reader', () => {
  const session = useSession();

  test('is told what the panel does and asked who they are, once', async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilRegionShows(panel, 'Welcome', 'kept in this browser');
    await panel.click('.welcome button:nth-of-type(2)');
    await panel.waitFor(() => document.querySelector('select')?.value === 'community-member');
    await panel.waitFor(() => !document.querySelector('.welcome'));
    await session.reader.restart();
    const again = await session.reader.newPage(PROGRAM);
    const reopened = await session.reader.openPanel(again);
    await reopened.waitFor(() => document.querySelector('input:not(:disabled)'));
    await reopened.waitFor(() => document.querySelector('select')?.value === 'community-member');
    expect(await reopened.evaluate(() => document.querySelector('.welcome'))).toBeNull();
    // Another course does not begin with it again.
    await reopened.waitFor(() => document.querySelector('.sections ~ .courses button'));
    await reopened.click('.sections ~ .courses button');
    await reopened.waitFor(() => document.querySelector('h1')?.textContent === 'CSM Onboarding');
    await reopened.waitFor(() => document.querySelector('input:not(:disabled)'));
    expect(await reopened.evaluate(() => document.querySelector('.welcome'))).toBeNull();
    const tabs = await session.reader.evaluateInExtension(async () => (await chrome.tabs.query({})).length);
    expect(tabs).toBeLessThanOrEqual(3);
    await again.close();
  });
});
