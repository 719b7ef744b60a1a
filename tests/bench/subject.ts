import { setTimeout as sleep } from 'node:timers/promises';
import { CDPSessionEvent, type Page } from 'puppeteer-core';
import { launchChromium } from '../browsers/chromium.ts';
import { until } from '../browsers/poll.ts';
import type { Reader } from '../browsers/reader.ts';
import type { HandbookServer } from '../fixtures/server.ts';
import { now } from './clock.ts';
import { waitForQuiet } from './machine.ts';
import { watchDocument } from './watch.ts';

/** One of the measured extensions, in its own browser. */
export interface Subject {
  name: string;
  reader: Reader;
  /** The tab for pages. */
  page: Page;
}

/**
 * Starts a browser for one extension. Each has its own browser and profile: two extensions in one browser would share
 * the page's main thread and the extension events, and a window shows only one side panel.
 * Panels in this browser are watched before their first script runs.
 */
export async function startSubject(
  name: string,
  extensionDir: string,
  server: HandbookServer,
): Promise<Subject> {
  const reader = await launchChromium({ server, extensionDir });
  const page = await reader.newPage('about:blank');
  // Only the panel needs this: it opens by itself, so it must be caught when it is created.
  const session = await page.browser().target().createCDPSession();
  session.on(CDPSessionEvent.SessionAttached, (target) => {
    // Not awaited one by one, because each answer would delay the panel. Workers answer with an error, because they have no `Page`.
    const source = `(${watchDocument})()`;
    target.send('Page.enable').catch(() => {});
    target.send('Page.addScriptToEvaluateOnNewDocument', { source }).catch(() => {});
    target.send('Runtime.runIfWaitingForDebugger').catch(() => {});
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page', exclude: true }, { type: 'tab', exclude: true }, {}],
  });
  return { name, reader, page };
}

/** Returns the document of the subject's open panel; undefined if none is open. */
export async function findPanel({ page, reader }: Subject): Promise<Page | undefined> {
  const extension = (await page.browser().extensions()).get(reader.extensionId);
  const pages = (await extension?.pages()) ?? [];
  return pages.find((candidate) => candidate.url().endsWith('/sidepanel.html'));
}

/** Clicks the toolbar button, which opens the panel if it is closed. Returns its document and the time of the click. */
export async function clickButton(subject: Subject): Promise<{ panel: Page; clicked: number }> {
  const clicked = now();
  await subject.reader.clickAction(subject.page);
  // Polling at once would take time from the opening that is measured.
  await sleep(800);
  const panel = await until(`the panel of ${subject.name} opens`, () => findPanel(subject), 10_000);
  if (!panel) throw new Error(`The panel of ${subject.name} did not open`);
  return { panel, clicked };
}

/** Returns the document of the subject's panel, and opens it if it is closed. */
export async function openPanel(subject: Subject): Promise<Page> {
  return (await findPanel(subject)) ?? (await clickButton(subject)).panel;
}

/** Closes the subject's panel if it is open. */
export async function closePanel(subject: Subject): Promise<void> {
  const panel = await findPanel(subject);
  // The panel closes before this call can be answered.
  await panel?.evaluate(() => window.close()).catch(() => {});
  await until(`the panel of ${subject.name} closes`, async () => !(await findPanel(subject)));
}

/** Calls `measure` for every subject in every round, on an idle machine. Each round begins with another subject. */
export async function inTurns(
  rounds: number,
  subjects: readonly Subject[],
  measure: (subject: Subject, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const first = round % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      await waitForQuiet();
      await measure(subject, round);
    }
  }
}
