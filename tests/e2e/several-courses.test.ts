import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { HANDBOOK, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const VALUES = `${HANDBOOK}values/`;
const PATHWAY = 'Community Learning Pathway';
const ONBOARDING = 'CSM Onboarding';

const untilCourse = (panel: Panel, title: string) =>
  panel.waitFor((expected) => document.querySelector('h1')?.textContent === expected, title);
/** Clicks the button with this text in a region of the panel. */
const press = async (panel: Panel, region: string, text: string) => {
  const selector = `section[aria-label="${region}"] .courses button`;
  const at = await panel.waitFor(
    (of, expected) =>
      1 + [...document.querySelectorAll(of)].findIndex((button) => button.textContent === expected),
    selector,
    text,
  );
  await panel.click(`${selector}:nth-of-type(${at})`);
};

describe('several courses', () => {
  const session = useSession({ keepsState: true });

  test('a page of both shows the one that the reader is busy with, and names the other', async () => {
    const page = await session.reader.newPage(`${VALUES}#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, PATHWAY);
    await untilSection(panel, SECTIONS.practices);
    await untilRegionShows(panel, 'You are here', ONBOARDING);
    await press(panel, 'You are here', ONBOARDING);
    await untilCourse(panel, ONBOARDING);
    await untilRegionShows(panel, 'You are here', PATHWAY);
    // It is the reader's course now: on other pages of both too, and after a restart.
    await page.goto(VALUES);
    await untilCourse(panel, ONBOARDING);
    await session.reader.restart();
    const again = await session.reader.newPage(VALUES);
    const reopened = await session.reader.openPanel(again);
    await untilCourse(reopened, ONBOARDING);
    await press(reopened, 'Course', PATHWAY);
    await untilCourse(reopened, PATHWAY);
    await again.close();
  });

  test('a page of one shows that one, whichever the reader is busy with', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}customer-success/csm/csm-onboarding/`);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, ONBOARDING);
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await untilCourse(panel, PATHWAY);
    await untilSection(panel, SECTIONS.strategy);
    expect(await untilRegionShows(panel, 'You are here', 'Section')).not.toContain('Also part of');
    await page.close();
  });
});
