import { describe, expect, test } from 'vitest';
import { t } from '../texts.ts';
import { click, combobox, named, region, seen, untilGone, untilSeen, within } from './by-role.ts';
import { untilCourse, untilWritable } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, untilRegionShows, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const WELCOME = region('welcome.title');

describe('a new reader', () => {
  const session = useSession();

  test('learns what the panel does and is asked for their audience, once', async () => {
    // A page that isn't part of a course. Any other would count as read after a while, which ends the welcome.
    const page = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(page);
    await untilRegionShows(panel, t('welcome.title'), t('welcome.keeps'));
    await click(panel, within(WELCOME, named('button', 'Community member')));
    const isChosen = ({ value }: { value?: string | undefined }) => value === 'community-member';
    await untilSeen(panel, combobox('audience'), isChosen);
    await untilGone(panel, WELCOME);
    await session.reader.restart();
    const again = await session.reader.newPage(PROGRAM);
    const reopened = await session.reader.openPanel(again);
    await untilWritable(reopened);
    await untilSeen(reopened, combobox('audience'), isChosen);
    expect(await seen(reopened, WELCOME)).toEqual([]);
    // The welcome isn't shown again in another course.
    await click(reopened, within(region('course.title'), named('button', 'CSM Onboarding')));
    await untilCourse(reopened, 'CSM Onboarding');
    await untilWritable(reopened);
    expect(await seen(reopened, WELCOME)).toEqual([]);
    const tabs = await session.reader.evaluateInExtension(async () => (await chrome.tabs.query({})).length);
    expect(tabs).toBeLessThanOrEqual(3);
    await again.close();
  });
});
