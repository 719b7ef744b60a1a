import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { BAKERY, documentWith } from '../fixtures/course-pages.ts';
import { handbookPage } from '../fixtures/pages.ts';
import { HANDBOOK, objectivesIn, RELATIONS, untilRegionShows, useSession } from './session.ts';

const ADDRESS = new URL(BAKERY, HANDBOOK).href;
const FOLLOW = '.living button:not(.primary)';

/** The page of a course, as it was first and as its author edits it later. */
const page = (objectives: string[], sections: [title: string, ...links: string[]][]) =>
  documentWith(
    `<h1>Learning to taste bread</h1>
<h2 id="learning-objectives">Learning Objectives</h2><p>As a taster, you will:</p>
<ol>${objectives.map((text) => `<li>${text}</li>`).join('')}</ol>
${sections
  .map(
    ([title, ...links]) =>
      `<h2 id="${title.toLowerCase().replaceAll(' ', '-')}">${title}</h2><ul>${links
        .map((link) => `<li><a href="/handbook/${link}/">${link.replaceAll('-', ' ')}</a></li>`)
        .join('')}</ul>`,
  )
  .join('\n')}`,
  );
const FIRST = page(
  ['Tell rye from wheat by the smell', 'Name the parts of a loaf', 'Say what a crust tells'],
  [
    ['Flour and water', 'about-flour', 'about-water'],
    ['The oven', 'about-heat'],
    ['The shop', 'about-selling'],
  ],
);
const EDITED = page(
  ['Tell rye from wheat by the smell alone', 'Name the parts of a loaf', 'Judge a crumb by its holes'],
  [
    ['Flour and water', 'about-flour'],
    ['The oven', 'about-heat', 'about-water'],
    ['The shop', 'about-selling'],
    ['Salt', 'about-salt'],
  ],
);

const press = (panel: Panel, label: string) =>
  panel.evaluate((name) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!button) throw new Error(`no ${name}`);
    button.click();
  }, label);
const tickedIn = async (panel: Panel) =>
  (await objectivesIn(panel)).filter(({ ticked }) => ticked).map(({ text }) => text);
const title = (panel: Panel) => panel.evaluate(() => document.querySelector('h1')?.textContent);
const here = (panel: Panel, text: string) => untilRegionShows(panel, 'You are here', text);

describe('any page can be a course', () => {
  const session = useSession({ keepsState: true });

  const follow = async (panel: Panel) => {
    await panel.waitFor((button) => document.querySelector(button), FOLLOW);
    await panel.click(FOLLOW);
    await here(panel, '3 objectives');
    await press(panel, 'Follow it');
    await expect.poll(() => title(panel)).toBe('Learning to taste bread');
  };

  test('a page is offered, followed, and stays a course with every tick as its author changes it', async () => {
    session.server.setPage(BAKERY, FIRST);
    const tab = await session.reader.newPage(ADDRESS);
    const panel = await session.reader.openPanel(tab);
    await here(panel, 'This page reads as a course.');
    await follow(panel);
    await panel.waitFor(() => document.querySelector('.objectives input:not(:disabled)'));
    for (const at of [0, 2]) {
      const before = (await tickedIn(panel)).length;
      await panel.evaluate(
        (index) => document.querySelectorAll<HTMLInputElement>('.objectives input')[index]?.click(),
        at,
      );
      await expect.poll(async () => (await tickedIn(panel)).length).toBe(before + 1);
    }
    expect(await tickedIn(panel)).toEqual(['Tell rye from wheat by the smell', 'Say what a crust tells']);

    session.server.setPage(BAKERY, EDITED);
    await tab.reload();
    const list = (await here(panel, 'The page of this course has changed since')) ?? '';
    expect(list).toContain('Tell rye from wheat by the smell alone');
    expect(list).toContain('Judge a crumb by its holes');
    expect(list).toContain('Say what a crust tells');
    expect(list).toContain('Salt');
    await press(panel, 'Take the changes over');
    await here(panel, 'is as its page again');
    await expect.poll(() => tickedIn(panel)).toEqual(['Tell rye from wheat by the smell alone']);
    // What has lost its place is under “Earlier”, with its tick.
    await untilRegionShows(panel, 'Earlier', 'Say what a crust tells');
    expect(
      await panel.evaluate(
        () => document.querySelector<HTMLInputElement>('section[aria-label="Earlier"] input')?.checked,
      ),
    ).toBe(true);

    await press(panel, 'Undo');
    await expect
      .poll(() => tickedIn(panel))
      .toEqual(['Tell rye from wheat by the smell', 'Say what a crust tells']);
    await session.reader.restart();
    const again = await session.reader.openPanel(await session.reader.newPage(ADDRESS));
    await expect.poll(() => title(again)).toBe('Learning to taste bread');
    await expect.poll(async () => (await tickedIn(again)).length).toBe(2);
  });

  test('a course that was removed is followed again with what was done in it', async () => {
    session.server.setPage(BAKERY, FIRST);
    const tab = await session.reader.newPage(ADDRESS);
    const panel = await session.reader.openPanel(tab);
    await expect.poll(async () => (await tickedIn(panel)).length).toBe(2);
    await press(panel, 'All courses …');
    await panel.waitFor(() => document.querySelector('button[aria-label*="Learning to taste bread"]'));
    await panel.evaluate(() => {
      const remove = [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find((button) =>
        `${button.ariaLabel}${button.textContent}`.includes('Remove'),
      );
      remove?.click();
    });
    await panel.waitFor(() => document.querySelector('dialog')?.textContent?.includes('removed'));
    await panel.press('Escape');
    await here(panel, 'This page reads as a course.');
    await follow(panel);
    await expect.poll(async () => (await tickedIn(panel)).length).toBe(2);
    await tab.close();
  });

  test('a page that is part of a course can be followed as one of its own, too', async () => {
    const tab = await session.reader.newPage(`${HANDBOOK}values/`);
    const panel = await session.reader.openPanel(tab);
    await panel.waitFor(() => document.querySelector('.living details button'));
    await panel.click('.living summary');
    await panel.click('.living details button');
    await here(panel, 'nothing to follow');
    await tab.close();
  });

  test('a course that is followed on another computer is offered on its page', async () => {
    const shared = '/handbook/shared-bakery/';
    session.server.setPage(
      shared,
      documentWith(FIRST.slice(FIRST.indexOf('<h1>'), FIRST.indexOf('</main>')), shared),
    );
    const address = new URL(shared, HANDBOOK).href;
    const tab = await session.reader.newPage(`${HANDBOOK}engineering/`);
    const panel = await session.reader.openPanel(tab);
    await panel.waitFor(() => document.querySelector('.objectives input:not(:disabled)'));
    // As it comes from the browser's account: the record of the course, without its pack.
    await panel.evaluate(async (page) => {
      const record = {
        key: ['', 'course', 'shared-bakery'],
        value: {
          source: 'followed',
          address: page,
          title: 'Shared',
          archived: false,
          removed: false,
          place: 9,
        },
        time: Date.now(),
        count: 0,
        device: 'another',
      };
      const opening = indexedDB.open('waymark');
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      const transaction = opening.result.transaction('records', 'readwrite');
      transaction.objectStore('records').put(record);
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      opening.result.close();
    }, address);
    await tab.goto(address);
    await here(panel, 'on another computer');
    await panel.click('.living button');
    await here(panel, 'objectives');
    await tab.close();
  });

  test('a built-in course takes the words of its page over when that is opened', async () => {
    const path = new URL(`${RELATIONS}community-pathway/`).pathname;
    const html = handbookPage(path) ?? '';
    const [, first = ''] = /<ol>\s*<li>([^<]+)/.exec(html) ?? [];
    session.server.setPage(path, html.replace(first, 'Explain it in the words of the page'));
    const tab = await session.reader.newPage(`${RELATIONS}community-pathway/`);
    const panel = await session.reader.openPanel(tab);
    await untilRegionShows(panel, 'Objectives', 'Explain it in the words of the page');
    session.server.setPage(path, undefined);
    await tab.close();
  });
});
