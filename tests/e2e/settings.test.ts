import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const COURSE = 'community-learning-pathway';

const ticked = async (panel: Panel) => (await objectivesIn(panel)).filter((each) => each.ticked).length;
/** Clicks the button or label with this text (or name) in the settings. */
async function press(panel: Panel, text: string): Promise<void> {
  await panel.waitFor((expected) => {
    const found = [...document.querySelectorAll<HTMLElement>('.settings button, .settings label')].find(
      (each) => (each.ariaLabel ?? each.textContent) === expected,
    );
    for (const marked of document.querySelectorAll('[data-press]')) marked.removeAttribute('data-press');
    found?.setAttribute('data-press', '');
    return found;
  }, text);
  await panel.click('[data-press]');
}
const openSettings = async (panel: Panel) => {
  await panel.click('header .tool[aria-label="Settings"]');
  await untilRegionShows(panel, 'History', 'History');
};
const closeSettings = (panel: Panel) => panel.click('.settings .tool');
/** Gives the field for a file one with this text, as choosing it does. */
const choose = (panel: Panel, name: string, text: string) =>
  panel.evaluate(
    (of, content) => {
      const field = document.querySelector<HTMLInputElement>('.settings input[type=file]');
      if (!field) throw new Error('there is no field for a file');
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], of));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
const backupOf = (objective: string, time: number) =>
  JSON.stringify({
    format: 'waymark-progress',
    version: 1,
    exported: new Date(time).toISOString(),
    app: '0.1.0',
    records: [{ key: [COURSE, 'completion', objective], value: true, time, count: 0, device: 'another' }],
  });

describe('in the settings', () => {
  const session = useSession({ keepsState: true });

  const begin = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await panel.waitFor(() => document.querySelector('input:not(:disabled)'));
    return { page, panel };
  };

  test('a copy is saved as a file that holds what was ticked', async () => {
    const { page, panel } = await begin();
    await panel.click('section[aria-label="Objectives"] input');
    await expect.poll(() => ticked(panel)).toBe(1);
    await panel.evaluate(() => {
      // What the file holds is read where the browser gets it from.
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => {
          document.documentElement.dataset.saved = text;
        });
        return createObjectURL.call(URL, blob);
      };
    });
    await openSettings(panel);
    await untilRegionShows(panel, 'Where it is kept', 'browser’s database');
    await untilRegionShows(panel, 'Where it is kept', 'Last saved');
    await press(panel, 'Save a copy to a file');
    await untilRegionShows(panel, 'Backup', 'Saved as “waymark-progress-');
    const saved = await panel.waitFor(() => document.documentElement.dataset.saved);
    expect(saved).toContain('"completion"');
    await panel.close();
    await page.close();
  });

  test('a file is shown first, then taken in, and can be taken back', async () => {
    const { page, panel } = await begin();
    const before = await ticked(panel);
    await openSettings(panel);
    await choose(panel, 'from-another.json', backupOf('team-value', Date.now() - 1000));
    await untilRegionShows(panel, 'Backup', '1 new entry');
    expect(await ticked(panel)).toBe(before);
    await press(panel, 'Take it in');
    await untilRegionShows(panel, 'Backup', '1 entry was taken in');
    await untilRegionShows(panel, 'History', 'Taken in: from-another.json');
    await expect.poll(() => ticked(panel)).toBe(before + 1);
    await press(panel, 'Undo: Taken in: from-another.json');
    await untilRegionShows(panel, 'History', 'Undone.');
    await expect.poll(() => ticked(panel)).toBe(before);
    // What was taken back is later than the file: it does not come back by itself.
    await choose(panel, 'from-another.json', backupOf('team-value', Date.now() - 60_000));
    await untilRegionShows(panel, 'Backup', '1 entry earlier than here');
    await panel.close();
    await page.close();
  });

  test.each([
    ['cut off', '{"records":', 'is not JSON'],
    ['another product’s', '{"name":"another product","items":[]}', 'no copy of Waymark’s progress'],
    ['of the year 9999', backupOf('team-value', Date.UTC(9999, 1)), 'is yet to come'],
    ['nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'nested deeper'],
  ])('a file that is %s is refused with its sentence', async (_, text, sentence) => {
    const { page, panel } = await begin();
    const before = await ticked(panel);
    await openSettings(panel);
    await choose(panel, 'harm.json', text);
    await untilRegionShows(panel, 'Backup', sentence);
    await untilRegionShows(panel, 'Backup', 'Nothing was changed');
    expect(await ticked(panel)).toBe(before);
    await panel.close();
    await page.close();
  });

  test('the course is started over, and the history undoes it', async () => {
    const { page, panel } = await begin();
    if ((await ticked(panel)) === 0) await panel.click('section[aria-label="Objectives"] input');
    await expect.poll(() => ticked(panel)).toBe(1);
    await openSettings(panel);
    await press(panel, 'Start the course over');
    await untilRegionShows(panel, 'History', 'Started the whole course over');
    await expect.poll(() => ticked(panel)).toBe(0);
    await press(panel, 'Start the course over');
    await untilRegionShows(panel, 'Start over', 'There was nothing to take back');
    await press(panel, 'Undo: Started the whole course over: Community Learning Pathway');
    await untilRegionShows(panel, 'History', 'Undone.');
    await closeSettings(panel);
    await expect.poll(() => ticked(panel)).toBe(1);
    await panel.close();
    await page.close();
  });

  test('everything is deleted in two steps, and brought back within the minute', async () => {
    const { page, panel } = await begin();
    if ((await ticked(panel)) === 0) await panel.click('section[aria-label="Objectives"] input');
    await expect.poll(() => ticked(panel)).toBe(1);
    await openSettings(panel);
    await press(panel, 'Delete everything …');
    expect(await ticked(panel)).toBe(1);
    await press(panel, 'Delete it all');
    await untilRegionShows(panel, 'Start over', t('startOver.deleted'));
    await untilRegionShows(panel, 'Where it is kept', 'Nothing was saved yet');
    await expect.poll(() => ticked(panel)).toBe(0);
    // A look at the panel without it is no farewell: the settings may be closed meanwhile.
    await closeSettings(panel);
    await openSettings(panel);
    await press(panel, 'Bring it all back');
    await untilRegionShows(panel, 'Start over', t('startOver.broughtBack'));
    await closeSettings(panel);
    await expect.poll(() => ticked(panel)).toBe(1);
    await panel.close();
    await page.close();
  });
});
