import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { click, dialog, named, region, seen, within } from './by-role.ts';
import { untilCourse } from './panel-parts.ts';
import { HANDBOOK, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const VALUES = `${HANDBOOK}values/`;
const PATHWAY = 'Community Learning Pathway';
const ONBOARDING = 'CSM Onboarding';

/** Clicks the button with a course's title in a region of the panel. */
const press = (panel: Panel, key: string, title: string) =>
  click(panel, within(region(key), named('button', title)));

describe('several courses', () => {
  const session = useSession();

  test('a page of two courses shows the current one and names the other', async () => {
    const page = await session.reader.newPage(`${VALUES}#transparency`);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, PATHWAY);
    await untilSection(panel, SECTIONS.practices);
    await untilRegionShows(panel, t('here.title'), ONBOARDING);
    await press(panel, 'here.title', ONBOARDING);
    await untilCourse(panel, ONBOARDING);
    await untilRegionShows(panel, t('here.title'), PATHWAY);
    // It is the current course now: on other pages of both courses, and after a restart.
    await page.goto(VALUES);
    await untilCourse(panel, ONBOARDING);
    await session.reader.restart();
    const again = await session.reader.newPage(VALUES);
    const reopened = await session.reader.openPanel(again);
    await untilCourse(reopened, ONBOARDING);
    await click(reopened, within(named('banner'), named('button', ONBOARDING)));
    await click(reopened, within(dialog('library.title'), named('button', PATHWAY)));
    await untilCourse(reopened, PATHWAY);
  });

  test('a page of one course shows that one, whichever is current', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}customer-success/csm/csm-onboarding/`);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, ONBOARDING);
    await page.goto(`${HANDBOOK}company/stewardship/`);
    await untilCourse(panel, PATHWAY);
    await untilSection(panel, SECTIONS.strategy);
    expect((await seen(panel, region('here.title')))[0]?.text).not.toContain(t('here.others'));
  });
});
