import { describe, expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { objectivesOf, resourcesOf } from '../../courses/course.ts';
import type { Panel } from '../browsers/reader.ts';
import { itemsOf, parsed } from '../unit/courses/hand-in/read-back.ts';
import { paste, recordsAfter } from './clipboard-and-records.ts';
import {
  HANDBOOK,
  objectivesIn,
  openTabs,
  RELATIONS,
  SECTIONS,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const COURSE = 'community-learning-pathway';
const QUOTE = 'All of it is free.\n/close @all </details> :smile:';
const HAND_IN = 'section[aria-label="Course"] button[aria-haspopup="dialog"]';
const course = builtInCourses.find(({ id }) => id === COURSE);
if (!course) throw new Error(`there is no course ${COURSE}`);

/** A note as it is on record. */
const noteOn = (id: string, kind: 'objective' | 'resource', quote: string, words: string) => ({
  key: [COURSE, 'note', `${kind}-note`],
  value: {
    about: { kind, id },
    quote,
    words,
    address: quote && `${PROGRAM}#who`,
    title: quote && 'Education Program',
    evidence: kind === 'objective',
    made: 1,
  },
  time: Date.now(),
  count: 0,
  device: 'another',
});

/** Another one of the same objective, which is no evidence. */
const secondThought = (objective: string) => {
  const note = noteOn(objective, 'objective', '', 'A second thought.');
  return { ...note, key: [COURSE, 'note', 'second'], value: { ...note.value, evidence: false } };
};

const dayOf = (time: number) => {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** For how long after a click Firefox lets something be copied, in milliseconds. */
const AFTER_CLICK = 500;

describe('a course is handed in', () => {
  const session = useSession({
    keepsState: true,
    prefs: { 'dom.user_activation.transient.timeout': AFTER_CLICK },
  });

  const begin = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(() => document.querySelector('.objectives input:not(:disabled)'));
    await panel.waitFor((of) => document.querySelector(of), HAND_IN);
    return { page, panel };
  };
  const copy = async (panel: Panel) => {
    await panel.click('.hand-in button.primary');
    await panel.waitFor(() => document.querySelector('.hand-in .saying')?.textContent?.startsWith('Copied.'));
  };

  test('as a task list in the clipboard that says what the database does: items, states, days and links', async () => {
    const { page, panel } = await begin();
    const count = (await objectivesIn(panel)).length;
    for (let at = 0; at < count; at++) {
      await panel.click(`section[aria-label="Objectives"] li:not(:has(:checked)) input`);
      await expect
        .poll(async () => (await objectivesIn(panel)).filter((each) => each.ticked).length)
        .toBe(at + 1);
    }
    await panel.click('section[aria-label="Resources"] button.mark');
    await panel.waitFor(() =>
      document.querySelector('section[aria-label="Resources"] [aria-pressed="true"]'),
    );
    const served = course.audiences[0]?.objectives.find(({ sections }) => sections.length > 0)?.id ?? '';
    const resource = resourcesOf(course).find(({ address }) => address === PROGRAM)?.id ?? '';
    const records = await panel.evaluate(recordsAfter, [
      noteOn(served, 'objective', QUOTE, 'I have tried it.'),
      secondThought(served),
      noteOn(resource, 'resource', '', 'Read twice.'),
    ]);
    await panel.click(HAND_IN);
    await untilRegionShows(panel, 'What is handed in', 'I have tried it.');
    await copy(panel);
    await panel.press('Escape');
    await panel.waitFor((of) => document.activeElement?.matches(of), HAND_IN);
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
    expect(evidence?.words).toEqual(['Evidence:', 'I have tried it.', 'A second thought.']);
    expect(evidence?.notes).toBe(2);
    expect(evidence?.links[0]).toContain(`${PROGRAM}#who:~:text=All%20of%20it%20is%20free`);
    expect(visits.find(({ words }) => words.includes('Read twice.'))?.links).toEqual([PROGRAM]);
    await panel.close();
    await page.close();
  });

  test('by section, and without what the reader keeps to themselves', async () => {
    const { page, panel } = await begin();
    await panel.click(HAND_IN);
    await untilRegionShows(panel, 'What is handed in', SECTIONS.joinUs);
    await panel.evaluate((title) => {
      const select = document.querySelector<HTMLSelectElement>('.hand-in select');
      const option = [...(select?.options ?? [])].find(({ text }) => text === title);
      if (!select || !option) throw new Error('there is no such section to choose');
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, SECTIONS.programs);
    await panel.click('.hand-in .switch input');
    await panel.waitFor(
      (gone) => !document.querySelector('.handed-in')?.textContent?.includes(gone),
      SECTIONS.joinUs,
    );
    await copy(panel);
    const markdown = await paste(page);
    expect(markdown).toContain(SECTIONS.programs);
    expect(markdown).not.toContain(SECTIONS.joinUs);
    expect(markdown).not.toMatch(/Read twice|tried it|^ *>/m);
    await panel.press('Escape');
    await panel.close();
    await page.close();
  });

  test('by hand, where the browser does not let it be copied', async () => {
    const { page, panel } = await begin();
    await panel.click(HAND_IN);
    await untilRegionShows(panel, 'What is handed in', SECTIONS.joinUs);
    // Browsers let nothing be copied out of a document that the reader is not in, and without the reader's own click.
    await page.bringToFront();
    await page.click('h1');
    await panel.evaluate((later) => {
      setTimeout(() => document.querySelector<HTMLElement>('.hand-in button.primary')?.click(), later);
    }, 2 * AFTER_CLICK);
    const text = await panel.waitFor(
      () => document.querySelector<HTMLTextAreaElement>('.hand-in textarea[readonly]')?.value,
    );
    expect(text).toContain('- [x] ');
    expect(await panel.evaluate(() => document.querySelector('.hand-in .saying')?.textContent)).toContain(
      'did not allow',
    );
    await panel.press('Escape');
    await panel.close();
    await page.close();
  });

  test('on paper: the page to print opens in a tab of its own', async () => {
    const { page, panel } = await begin();
    await panel.click(HAND_IN);
    await untilRegionShows(panel, 'What is handed in', SECTIONS.joinUs);
    await panel.click('.hand-in a.button');
    const address = `${session.reader.extensionUrl}hand-in.html?course=${COURSE}`;
    await expect.poll(async () => (await openTabs(session)).map(({ url }) => url)).toContain(address);
    const titles = () =>
      session.reader.evaluateInExtension(async () => (await chrome.tabs.query({})).map(({ title }) => title));
    // It has its title when it has read what it shows.
    await expect.poll(titles).toContain(`Community Learning Pathway ${dayOf(Date.now())}`);
    await page.goto(HANDBOOK);
    await page.close();
  });
});
