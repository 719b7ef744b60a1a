import { expect, test } from 'vitest';
import { t } from '../texts.ts';
import { openFold } from './panel-parts.ts';
import { buildWithoutPanel, openPanelTab, type PanelTab, tabsOf } from './panel-tab.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const ELSEWHERE = 'https://www.kubernetes.dev/community/values/';

const session = useSession({ extensionDir: buildWithoutPanel() });

/** The two API calls that send something to a tab, with any arguments. */
interface Speaking {
  tabs: { sendMessage(tab: number, ...more: unknown[]): unknown };
  scripting: { executeScript(injection: { target: { tabId: number } }): unknown };
}

/** From now on, records the tabs to which the panel's document sends something. Runs in the panel. */
function listAsked(): void {
  const asked: number[] = [];
  // In Firefox this function has a different global object than the panel.
  const names = window as unknown as Partial<Record<'browser' | 'chrome', Speaking>>;
  Object.assign(window, { asked });
  // The product can use either name of the API.
  for (const { tabs, scripting } of new Set(
    [names.browser, names.chrome].filter((api) => api !== undefined),
  )) {
    const { sendMessage } = tabs;
    const { executeScript } = scripting;
    tabs.sendMessage = (tab, ...more) => {
      asked.push(tab);
      return sendMessage.call(tabs, tab, ...more);
    };
    scripting.executeScript = (injection) => {
      asked.push(injection.target.tabId);
      return executeScript.call(scripting, injection);
    };
  }
}
const askedBy = (panel: PanelTab) => panel.evaluate(() => (window as unknown as { asked: number[] }).asked);

test('the panel in a tab never sends anything to its own tab, where no content script could answer', async () => {
  const { reader } = session;
  const page = await reader.newPage(PROGRAM);
  const panel = await openPanelTab(session, page);
  await untilSection(panel, SECTIONS.programs);
  const own = await panel.evaluate(async () => (await chrome.tabs.getCurrent())?.id);
  await panel.evaluate(listAsked);
  // No tab is followed then, and only the panel is visible.
  await page.close();
  await untilRegionShows(panel, t('here.title'), t('here.notHandbook'));
  // Another tab comes to the front and goes away, like when a reader comes back to the panel.
  const other = await reader.newPage(ELSEWHERE);
  await panel.waitFor(() => document.hidden);
  await panel.bringToFront();
  await panel.waitFor(() => !document.hidden);
  // The note form asks for the selection.
  await openFold(panel, 'objectives.all');
  await panel.waitFor(() => document.querySelector('.objectives .tool:not(:disabled)'));
  await panel.click('.objectives .tool');
  await panel.waitFor(() => document.querySelector('dialog.note textarea'));
  await panel.click('dialog .title .tool');
  await panel.waitFor(() => !document.querySelector('dialog'));
  // Now another page is followed, and the previous one is told so.
  await other.bringToFront();
  await other.goto(PROGRAM);
  await untilSection(panel, SECTIONS.programs);
  const [followed] = await reader.evaluateInExtension(
    async (url) => (await chrome.tabs.query({ url })).map(({ id }) => id),
    PROGRAM,
  );
  await panel.waitFor((id) => (window as unknown as { asked: unknown[] }).asked.includes(id), followed);
  expect(own).toBeTypeOf('number');
  expect(await askedBy(panel)).not.toContain(own);
  expect((await tabsOf(session)).map(({ url }) => url)).toContain('panel');
});
