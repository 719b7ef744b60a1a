import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, inject } from 'vitest';
import { evaluateOn, panelOf } from '../browsers/chromium-panel.ts';
import { tabPanelOf } from '../browsers/firefox-tab.ts';
import { until } from '../browsers/poll.ts';
import type { Panel } from '../browsers/reader.ts';
import { dialog, named, untilSeen, within } from './by-role.ts';
import { QUOTE } from './note-sheet.ts';
import { buildFor, type Session } from './session.ts';

/** A panel that is a page in a tab, and that tab. */
export interface PanelTab extends Pick<Panel, 'evaluate' | 'waitFor' | 'click'> {
  bringToFront(): Promise<void>;
}

/** Removes the APIs that a phone's browser lacks and that no permission controls. Runs before the extension's own code. */
function lackLikePhones(): void {
  const { chrome: one, browser: other } = globalThis as unknown as Record<
    string,
    { storage: object } | undefined
  >;
  for (const api of [one, other]) {
    if (api) Object.defineProperty(api, 'windows', { value: undefined, configurable: true });
    if (api) Object.defineProperty(api.storage, 'managed', { value: undefined, configurable: true });
  }
}

/** Makes every page and the background of the build in `folder` begin with `script`. */
function beginWith(folder: string, script: string): void {
  writeFileSync(join(folder, 'first.js'), script);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
    const page = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), page.replace('<script', '<script src="/first.js"></script><script'));
  }
  const background = join(folder, 'background.js');
  writeFileSync(background, script + readFileSync(background, 'utf8'));
}

function copyOfBuild(): string {
  const copy = mkdtempSync(join(tmpdir(), 'waymark-build-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(buildFor(inject('browserName')), copy, { recursive: true });
  return copy;
}

/** Makes a copy of the build in which a script runs before everything else in every page and in the background. */
export function buildBeginningWith(script: string): string {
  const copy = copyOfBuild();
  beginWith(copy, script);
  return copy;
}

/**
 * Makes a copy of the build for a browser without a side panel: it doesn't ask for one, so the API isn't there.
 * @param phone whether menus, shortcuts, windows and policies are missing as well
 */
export function buildWithoutPanel({ phone = false } = {}): string {
  const copy = copyOfBuild();
  const path = join(copy, 'manifest.json');
  const { side_panel, sidebar_action, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  const unknown = phone ? ['sidePanel', 'contextMenus'] : ['sidePanel'];
  manifest.permissions = manifest.permissions.filter((name: string) => !unknown.includes(name));
  delete manifest.commands._execute_sidebar_action;
  if (phone) {
    delete manifest.commands;
    beginWith(copy, `(${lackLikePhones})();\n`);
  }
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}

/** Returns the tabs that the extension can see, in the order of the window. Those of the panel have the name of its page. */
export async function tabsOf({
  reader,
}: Session): Promise<{ url: string; active: boolean; windowId: number }[]> {
  const tabs = await reader.evaluateInExtension(async () => {
    const own = new Set(
      (await chrome.tabs.query({ url: chrome.runtime.getURL('sidepanel.html') })).map(({ id }) => id),
    );
    return (await chrome.tabs.query({})).map(({ id, url = '', active, windowId }) => ({
      url: own.has(id) ? 'panel' : url,
      active,
      windowId,
    }));
  });
  return tabs.filter(({ url }) => url === 'panel' || url.startsWith('https:'));
}

/** Waits until the tab in front is that of the panel, or the one at this address. */
export const untilInFront = (session: Session, url: string) =>
  expect
    .poll(async () => (await tabsOf(session)).filter(({ active }) => active).map((tab) => tab.url))
    .toContain(url);

/** Clicks the icon next to `page`, which brings the panel's tab to the front, and returns the panel. */
export async function openPanelTab(session: Session, page: Page): Promise<PanelTab> {
  await page.bringToFront();
  await session.reader.clickAction(page);
  return panelTabOf(session, page);
}

/** Waits until the panel's tab in the window of `page` is in front, and returns the panel. */
export async function panelTabOf(session: Session, page: Page): Promise<PanelTab> {
  const { reader } = session;
  await untilInFront(session, 'panel');
  const url = `${reader.extensionUrl}sidepanel.html`;
  if (reader.name === 'firefox') return tabPanelOf(page, url);
  const find = async () => (await page.browser().pages()).find((each) => each.url().startsWith(url));
  const found = await until('the panel has a tab', find);
  if (!found) throw new Error('the panel has no tab');
  const panel = panelOf(found);
  await panel.waitFor(() => document.querySelector('main'));
  return {
    ...panel,
    evaluate: (fn, ...args) => evaluateOn(found, fn, args),
    bringToFront: () => found.bringToFront(),
  };
}

/** Waits until the panel's note form is open, with the text that tests select as its quote. */
export const untilNoteOpens = (panel: PanelTab) =>
  untilSeen(panel, within(dialog('note.title'), named('blockquote')), ({ text }) => text === QUOTE);
