import { describe, expect, test } from 'vitest';
import { objectivesOf, resourcesOf } from '../../courses/course.ts';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { itemsOf, parsed } from '../unit/courses/hand-in/read-back.ts';
import {
  button,
  checkbox,
  choose,
  click,
  combobox,
  dialog,
  link,
  named,
  region,
  seen,
  textbox,
  untilSeen,
  within,
} from './by-role.ts';
import { paste } from './clipboard-and-records.ts';
import { COURSE, course, learn, PROGRAM, QUOTE } from './hand-in-work.ts';
import { openView, tick, untilWritable } from './panel-parts.ts';
import { objectivesIn, openTabs, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const SHEET = dialog('handIn.title');

const dayOf = (time: number) => {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** How long after a click Firefox allows copying, in milliseconds. */
const AFTER_CLICK = 500;

describe('a course is handed in', () => {
  const session = useSession({
    prefs: { 'dom.user_activation.transient.timeout': AFTER_CLICK },
  });

  const begin = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilWritable(panel);
    return { page, panel };
  };
  const open = async (panel: Panel, shown: string) => {
    await openView(panel, 'handIn.begin');
    await untilRegionShows(panel, t('handIn.preview'), shown);
  };
  const includeNotes = async (panel: Panel, note: string) => {
    await click(panel, within(SHEET, checkbox('handIn.withNotes')));
    await untilRegionShows(panel, t('handIn.preview'), note);
  };
  const copy = async (panel: Panel) => {
    await click(panel, within(SHEET, button('handIn.copy')));
    await untilSeen(panel, within(SHEET, named('status')), ({ text }) => text === t('handIn.copied'));
  };

  test('as a task list in the clipboard that matches the database: items, states, dates and links', async () => {
    const { page, panel } = await begin();
    const records = await learn(panel);
    const count = (await objectivesIn(panel)).length;
    await open(panel, SECTIONS.joinUs);
    await includeNotes(panel, 'I have tried it.');
    await copy(panel);
    await panel.press('Escape');
    await untilSeen(panel, within(named('banner'), button('header.menu')), ({ focused }) => focused);
    const markdown = await paste(page);
    for (const line of markdown.split('\n')) expect(line).not.toMatch(/^\//);
    const items = itemsOf(parsed(markdown));

    const ticked = records
      .filter(({ key, value }) => key[1] === 'completion' && value === true)
      .map(({ key, time }) => {
        const text = objectivesOf(course).find(({ id }) => id === key[2])?.text;
        return `${text} (${dayOf(time)})`;
      });
    expect(ticked).toHaveLength(count);
    const tasks = items.filter(({ checked }) => checked !== undefined);
    expect(tasks.map(({ text }) => text).sort()).toEqual(ticked.sort());
    expect(tasks.every(({ checked }) => checked)).toBe(true);

    const visited = records.filter(({ key, value }) => key[1] === 'visit' && value === true);
    const visits = items.filter(({ checked }) => checked === undefined);
    expect(visited.length).toBeGreaterThan(0);
    for (const { key } of visited) {
      const { title, address } = resourcesOf(course).find(({ id }) => id === key[2]) ?? {};
      const item = visits.find(({ text }) => text === `${title} (${key[3]})`);
      expect(item?.links).toEqual([address]);
    }
    const evidence = tasks.find(({ quotes }) => quotes.length > 0);
    expect(evidence?.quotes).toEqual([[...QUOTE.split('\n'), '— Education Program']]);
    expect(evidence?.words).toEqual([t('handIn.evidence'), 'I have tried it.', 'A second thought.']);
    expect(evidence?.notes).toBe(2);
    expect(evidence?.links[0]).toContain(`${PROGRAM}#who:~:text=All%20of%20it%20is%20free`);
    expect(visits.find(({ words }) => words.includes('Read twice.'))?.links).toEqual([PROGRAM]);
    await panel.close();
    await page.close();
  });

  test('by section, and with the reader’s notes only if they want that', async () => {
    const { page, panel } = await begin();
    await learn(panel);
    await open(panel, SECTIONS.joinUs);
    // Nothing that the reader wrote is handed in before they ask for it.
    expect((await untilSeen(panel, region('handIn.preview'))).text).not.toMatch(/Read twice|tried it/);
    await includeNotes(panel, 'Read twice.');
    await choose(panel, combobox('handIn.what'), SECTIONS.programs);
    await click(panel, checkbox('handIn.withNotes'));
    await untilSeen(
      panel,
      region('handIn.preview'),
      ({ text }) => !text.includes(SECTIONS.joinUs) && !text.includes('Read twice.'),
    );
    await copy(panel);
    const markdown = await paste(page);
    expect(markdown).toContain(SECTIONS.programs);
    expect(markdown).not.toContain(SECTIONS.joinUs);
    expect(markdown).not.toMatch(/Read twice|tried it|^ *>/m);
    await panel.close();
    await page.close();
  });

  test('by hand, if the browser doesn’t allow copying', async () => {
    const { page, panel } = await begin();
    await tick(panel, 0);
    await open(panel, SECTIONS.joinUs);
    // Browsers allow copying only in a focused document and after a click of the reader.
    await page.bringToFront();
    await page.click('h1');
    await panel.evaluate(
      (name, later) => {
        const buttons = [...document.querySelectorAll('button')];
        const copy = buttons.find(({ textContent }) => textContent === name);
        setTimeout(() => copy?.click(), later);
      },
      t('handIn.copy'),
      2 * AFTER_CLICK,
    );
    const { value } = await untilSeen(panel, textbox('handIn.text'));
    expect(value).toContain('- [x] ');
    const told = (await seen(panel, within(SHEET, named('status')))).map(({ text }) => text);
    expect(told).toContain(t('handIn.notCopied'));
    await panel.close();
    await page.close();
  });

  test('on paper: the page to print opens in a new tab', async () => {
    const { page, panel } = await begin();
    await open(panel, SECTIONS.joinUs);
    await click(panel, within(SHEET, link('handIn.print')));
    const address = `${session.reader.extensionUrl}hand-in.html?course=${COURSE}`;
    await expect.poll(async () => (await openTabs(session)).map(({ url }) => url)).toContain(address);
    const titles = () =>
      session.reader.evaluateInExtension(async () => (await chrome.tabs.query({})).map(({ title }) => title));
    // It gets its title once it has loaded what it shows.
    await expect.poll(titles).toContain(`Community Learning Pathway ${dayOf(Date.now())}`);
    await page.close();
  });
});
