import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import {
  button,
  choose,
  click,
  combobox,
  dialog,
  named,
  region,
  seen,
  untilGone,
  untilSeen,
  within,
} from './by-role.ts';
import { recordKeys } from './clipboard-and-records.ts';
import { openSettings, openView, untilCourse } from './panel-parts.ts';
import { HANDBOOK, RELATIONS, SECTIONS, travel, untilSection, useSession } from './session.ts';

const COURSE_PAGE = `${RELATIONS}community-pathway/`;
const RESPONSE = `${RELATIONS}developer-advocacy/community-response/`;
const PROGRAM = `${RELATIONS}programs/education-program/`;
const ONBOARDING = `${HANDBOOK}customer-success/csm/csm-onboarding/`;
const [PATHWAY_COURSE, ONBOARDING_COURSE] = builtInCourses.map(({ title }) => title);
const SETTINGS = dialog('settings.title');
const HAND_IN = dialog('handIn.title');

/** Makes the panel's document record the messages of pages from now on. */
const listen = (panel: Panel) =>
  panel.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset.heard = '';
    chrome.runtime.onMessage.addListener((message) => {
      dataset.heard += JSON.stringify(message);
    });
  });
/** Waits until the panel has received this message from a page. */
const untilHeard = (panel: Panel, text: string) =>
  panel.waitFor((expected) => document.documentElement.dataset.heard?.includes(expected), text);

describe('a view acts on what it showed when it opened', () => {
  const session = useSession();

  test('the settings reset the section that was shown then, even if the page scrolls on', async () => {
    const page = await session.reader.newPage(`${COURSE_PAGE}#join-us`);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.joinUs);
    await panel.waitFor(() => document.querySelector('main input:not(:disabled)'));
    await panel.click('main input');
    await panel.waitFor(() => document.querySelector('main input:checked'));
    await openSettings(panel);
    const section = within(SETTINGS, combobox('startOver.section'));
    const { value } = await untilSeen(panel, section);
    await listen(panel);
    await page.evaluate(() => document.getElementById('community-programs')?.scrollIntoView());
    await untilHeard(panel, '"reading":"community-programs"');
    expect((await seen(panel, section))[0]?.value).toBe(value);
    await click(panel, within(SETTINGS, button('startOver.resetSection')));
    await untilSeen(panel, within(SETTINGS, region('history.title')), ({ text }) =>
      text.includes(t('history.section', [SECTIONS.joinUs])),
    );
    await panel.press('Escape');
    await untilGone(panel, SETTINGS);
    await untilSection(panel, SECTIONS.programs);
    await page.close();
  });

  test('the hand-in stays with its course, even if the tab goes on to a page of another course', async () => {
    const page = await session.reader.newPage(RESPONSE);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.joinUs);
    await openView(panel, 'handIn.begin');
    await untilSeen(panel, HAND_IN, ({ text }) => text.includes(PATHWAY_COURSE ?? ''));
    await listen(panel);
    await travel(page, ONBOARDING);
    await untilHeard(panel, ONBOARDING);
    expect((await seen(panel, HAND_IN))[0]?.text).toContain(PATHWAY_COURSE);
    await panel.press('Escape');
    await untilGone(panel, HAND_IN);
    await untilCourse(panel, ONBOARDING_COURSE ?? '');
    await page.close();
  });

  test('what is read behind a view still counts as visited', async () => {
    const page = await session.reader.newPage(RESPONSE);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.joinUs);
    await openSettings(panel);
    await untilSeen(panel, SETTINGS);
    await travel(page, PROGRAM);
    const isVisited = async () =>
      (await recordKeys(panel.evaluate)).some(
        ([, kind, resource]) => kind === 'visit' && resource === 'education-program',
      );
    await expect.poll(isVisited, { timeout: 15_000 }).toBe(true);
    await page.close();
  });

  test('the settings stay with their course, even if another window goes on in another course of the page', async () => {
    const page = await session.reader.newPage(`${HANDBOOK}values/`);
    const panel = await session.reader.openPanel(page);
    await untilCourse(panel, PATHWAY_COURSE ?? '');
    const beginning = within(SETTINGS, region('startOver.title'));
    await openSettings(panel);
    await untilSeen(panel, beginning);
    const elsewhere = await session.reader.openPanel(await session.reader.newWindow(`${HANDBOOK}values/`));
    await panel.evaluate(() => {
      new BroadcastChannel('waymark-progress').onmessage = () => {
        document.documentElement.dataset.told = 'yes';
      };
    });
    await click(elsewhere, within(region('here.title'), named('button', ONBOARDING_COURSE ?? '')));
    await untilCourse(elsewhere, ONBOARDING_COURSE ?? '');
    await panel.waitFor(() => document.documentElement.dataset.told);
    // Reading what has changed takes a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await seen(panel, beginning))[0]?.text).toContain(
      t('startOver.explained', [PATHWAY_COURSE ?? '']),
    );
    // Firefox gives keys only to the window in front.
    await panel.evaluate(() => document.querySelector('dialog')?.close());
    await untilCourse(panel, ONBOARDING_COURSE ?? '');
  });

  test('the settings show another course as soon as the reader chooses it there', async () => {
    const page = await session.reader.newPage(RESPONSE);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.joinUs);
    await openSettings(panel);
    await choose(panel, within(SETTINGS, combobox('learning.course')), ONBOARDING_COURSE ?? '');
    await untilSeen(panel, within(SETTINGS, region('startOver.title')), ({ text }) =>
      text.includes(t('startOver.explained', [ONBOARDING_COURSE ?? ''])),
    );
    await page.close();
  });
});
