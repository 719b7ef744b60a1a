import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { HANDBOOK, RELATIONS, SECTIONS, untilSection, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const VALUES = `${HANDBOOK}values/#transparency`;

/** An API that Chrome has since 140 and that its types lack. */
type Splits = { createSplit(tabs: [number, number]): Promise<unknown> };

const session = useSession();

const idOf = (url: string) =>
  session.reader.evaluateInExtension(
    async (of) => (await chrome.tabs.query({})).find((tab) => tab.url === of)?.id ?? -1,
    url,
  );

/** Shows two pages side by side in one tab of the window, and returns both. */
async function openSplit(left: string, right: string): Promise<[Page, Page]> {
  const pages: [Page, Page] = [await session.reader.newPage(left), await session.reader.newPage(right)];
  const ids = [await idOf(left), await idOf(right)] as [number, number];
  await session.reader.evaluateInExtension(async (both) => {
    await (chrome.tabs as unknown as Splits).createSplit(both as [number, number]);
  }, ids);
  const visible = () => Promise.all(pages.map((page) => page.evaluate(() => document.visibilityState)));
  await expect.poll(visible).toEqual(['visible', 'visible']);
  return pages;
}

/** Focuses a side, like a click into it. */
const focus = (url: string) =>
  session.reader.evaluateInExtension(async (of) => {
    const side = (await chrome.tabs.query({})).find((tab) => tab.url === of);
    await chrome.tabs.update(side?.id as number, { active: true });
  }, url);

test('with two pages side by side, the panel follows the one with the focus', async () => {
  const [left, right] = await openSplit(PROGRAM, VALUES);
  await focus(PROGRAM);
  const panel = await session.reader.openPanel(left);
  await untilSection(panel, SECTIONS.programs);
  await focus(VALUES);
  await untilSection(panel, SECTIONS.practices);
  await focus(PROGRAM);
  await untilSection(panel, SECTIONS.programs);
  // A report from the other side changes nothing.
  await right.evaluate(() => document.getElementById('diversity-inclusion')?.scrollIntoView());
  await right.goto(`${RELATIONS}developer-advocacy/community-response/`);
  await untilSection(panel, SECTIONS.programs);
  expect(await left.evaluate(() => document.visibilityState)).toBe('visible');
});
