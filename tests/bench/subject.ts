import { setTimeout as sleep } from 'node:timers/promises';
import { CDPSessionEvent, type Page } from 'puppeteer-core';
import { launchChromium } from '../browsers/chromium.ts';
import { until } from '../browsers/poll.ts';
import type { Reader } from '../browsers/reader.ts';
import type { HandbookServer } from '../fixtures/server.ts';
import { t } from '../texts.ts';
import { now } from './clock.ts';
import { waitForQuiet } from './machine.ts';
import { watchDocument } from './watch.ts';

/** One of the extensions that are measured, in a browser of its own. */
export interface Subject {
  name: string;
  reader: Reader;
  /** The tab that its pages are read in. */
  page: Page;
}

/**
 * Starts a browser for one extension. Each has its own browser and profile: two extensions in one would share
 * the page's main thread and the extensions' events, and a window shows only one side panel.
 * A panel of this browser is watched from before its first script.
 */
export async function startSubject(
  name: string,
  extensionDir: string,
  server: HandbookServer,
): Promise<Subject> {
  const reader = await launchChromium({ server, extensionDir });
  const page = await reader.newPage('about:blank');
  // The panel starts by itself, so it has to be caught at its birth; pages are left alone.
  const session = await page.browser().target().createCDPSession();
  session.on(CDPSessionEvent.SessionAttached, (target) => {
    // Not awaited one by one: each answer would hold the panel up. A worker knows no `Page` and says so.
    const source = `(${watchDocument})(${JSON.stringify(t('here.title'))})`;
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

/** The document of the subject's open panel; undefined where none is open. */
export async function findPanel({ page, reader }: Subject): Promise<Page | undefined> {
  const extension = (await page.browser().extensions()).get(reader.extensionId);
  const pages = (await extension?.pages()) ?? [];
  return pages.find((candidate) => candidate.url().endsWith('/sidepanel.html'));
}

/** Clicks the toolbar button, which opens the panel if it is closed; gives its document, and when the click was. */
export async function clickButton(subject: Subject): Promise<{ panel: Page; clicked: number }> {
  const clicked = now();
  await subject.reader.clickAction(subject.page);
  // Asking at once would take time from what is being measured.
  await sleep(800);
  const panel = await until(`the panel of ${subject.name} opens`, () => findPanel(subject), 10_000);
  if (!panel) throw new Error(`The panel of ${subject.name} did not open`);
  return { panel, clicked };
}

/** The document of the subject's panel, which is opened if it is not open. */
export async function openPanel(subject: Subject): Promise<Page> {
  return (await findPanel(subject)) ?? (await clickButton(subject)).panel;
}

/** Closes the subject's panel, if it is open. */
export async function closePanel(subject: Subject): Promise<void> {
  const panel = await findPanel(subject);
  // It is gone before the call that closes it can be answered.
  await panel?.evaluate(() => window.close()).catch(() => {});
  await until(`the panel of ${subject.name} closes`, async () => !(await findPanel(subject)));
}

/** Calls `measure` for every subject in every round, on a quiet machine, each round beginning with another one. */
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
