import { expect, inject, test } from 'vitest';
import { asStarted, end } from '../browsers/as-started.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { allowInPrivate } from '../browsers/private-window.ts';
import type { Reader } from '../browsers/reader.ts';
import { tick, untilWritable } from './panel-parts.ts';
import { buildFor, objectivesIn, RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const session = useSession();

/** The stored data of the extension, and what it can see of the browser. */
const found = (reader: Reader) =>
  reader.evaluateInExtension(async () => ({
    windows: (await chrome.windows.getAll({ populate: true })).map(({ width, height, tabs = [] }) => ({
      size: [width, height],
      tabs: tabs.map(({ url }) => url),
    })),
    kept: await Promise.all(
      [chrome.storage.local, chrome.storage.session, chrome.storage.sync].map((area) => area.get(null)),
    ),
    databases: await indexedDB.databases(),
    origins: (await chrome.permissions.getAll()).origins?.sort(),
    scripts: await chrome.scripting.getRegisteredContentScripts(),
    inPrivate: await chrome.extension.isAllowedIncognitoAccess(),
  }));

async function openPanel(reader: Reader) {
  const page = await reader.newPage(PROGRAM);
  const panel = await reader.openPanel(page);
  await untilSection(panel, SECTIONS.programs);
  await untilWritable(panel);
  return { page, panel };
}

test('a test begins in the state after an installation, whatever the previous test left', async () => {
  const { reader, server } = session;
  const before = await found(reader);
  const { page, panel } = await openPanel(reader);
  await tick(panel, 0);
  await allowInPrivate(reader, page);
  await reader.evaluateInExtension(async () => {
    for (const area of [chrome.storage.local, chrome.storage.session, chrome.storage.sync])
      await area.set({ left: true });
    await chrome.scripting.registerContentScripts([
      { id: 'left', matches: ['https://handbook.gitlab.com/*'], js: ['/content-scripts/content.js'] },
    ]);
  });
  await reader.openPanel(await reader.newWindow(PROGRAM));
  await reader.setAccess(false);
  server.setPage('/handbook/values/', '');
  expect(await found(reader)).not.toEqual(before);

  await reader.reset();
  server.reset();
  expect(await found(reader)).toEqual(before);
  expect(server.requests).toEqual([]);
  const again = await openPanel(reader);
  const ticks = (await objectivesIn(again.panel)).map(({ ticked }) => ticked);
  expect(new Set(ticks)).toEqual(new Set([false]));
});

test('a browser that has ended is replaced with a new one', async () => {
  const launch = () =>
    (inject('browserName') === 'chromium' ? launchChromium : launchFirefox)({
      server: session.server,
      extensionDir: buildFor(inject('browserName')),
    });
  const ended = await launch();
  await ended.kill();
  const reader = await asStarted(ended, launch);
  expect(reader).not.toBe(ended);
  await openPanel(reader);
  await end(reader);
});
