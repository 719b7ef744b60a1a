import { describe, expect, test } from 'vitest';
import type { Panel } from '../browsers/reader.ts';
import { fixedPartOf, patternOf, t } from '../texts.ts';
import { catchFiles } from './badge-sheet.ts';
import { button, click, dialog, giveFile, named, region, untilSeen, within } from './by-role.ts';
import { closeSheet, openSettings, tick, untilWritable } from './panel-parts.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const OBJECTIVE = 'Name the programs and know where to read more about each';
const COURSE = { id: 'community-learning-pathway', title: 'Community Learning Pathway' };
const FILE = 'from-another.json';
const SETTINGS = dialog('settings.title');

const ticked = async (panel: Panel) => (await objectivesIn(panel)).filter((each) => each.ticked).length;
/** Clicks the button with this name in the settings. */
const press = (panel: Panel, key: string, substitutions: string[] = []) =>
  click(panel, within(SETTINGS, button(key, substitutions)));
/** Chooses a backup file with this text. */
const choose = (panel: Panel, name: string, text: string) =>
  giveFile(panel, within(region('backup.title'), named('file', t('backup.import'))), name, text);
const backupOf = (objective: string, time: number) =>
  JSON.stringify({
    format: 'waymark-progress',
    version: 1,
    exported: new Date(time).toISOString(),
    app: '0.1.0',
    records: [{ key: [COURSE.id, 'completion', objective], value: true, time, count: 0, device: 'another' }],
  });

describe('in the settings', () => {
  const session = useSession();

  const begin = async () => {
    const page = await session.reader.newPage(PROGRAM);
    const panel = await session.reader.openPanel(page);
    await untilSection(panel, SECTIONS.programs);
    await untilWritable(panel);
    return panel;
  };
  const beginTicked = async () => {
    const panel = await begin();
    await tick(panel, OBJECTIVE);
    return panel;
  };

  test('a backup is saved as a file that contains what was ticked', async () => {
    const panel = await beginTicked();
    await catchFiles(panel);
    await openSettings(panel);
    await untilRegionShows(panel, t('kept.title'), t('kept.database'));
    await untilRegionShows(panel, t('kept.title'), fixedPartOf('kept.saved'));
    await press(panel, 'backup.export');
    const { text } = await untilSeen(
      panel,
      within(region('backup.title'), named('status')),
      ({ text }) => text !== '',
    );
    expect(text).toMatch(patternOf('backup.saved'));
    expect(text).toContain('waymark-progress-');
    const saved = await panel.waitFor(() => document.documentElement.dataset.saved);
    expect(saved).toContain('"completion"');
  });

  test('a file is previewed, then imported, and the import can be undone', async () => {
    const panel = await begin();
    await openSettings(panel);
    await choose(panel, FILE, backupOf('team-value', Date.now() - 1000));
    await untilRegionShows(panel, t('backup.title'), t('backup.added', 1));
    expect(await ticked(panel)).toBe(0);
    await press(panel, 'backup.take');
    await untilRegionShows(panel, t('backup.title'), t('backup.taken', 1));
    await untilRegionShows(panel, t('history.title'), t('history.import', [FILE]));
    await expect.poll(() => ticked(panel)).toBe(1);
    await press(panel, 'history.undoThis', [t('history.import', [FILE])]);
    await untilRegionShows(panel, t('history.title'), t('history.undone'));
    await expect.poll(() => ticked(panel)).toBe(0);
    // The undo is later than the file, so importing it again doesn't restore the entries.
    await choose(panel, FILE, backupOf('team-value', Date.now() - 60_000));
    await untilRegionShows(panel, t('backup.title'), t('backup.older', 1));
  });

  test.each([
    ['cut off', '{"records":', t('backup.refused.notJson')],
    ['another product’s', '{"name":"another product","items":[]}', t('backup.refused.notOurs')],
    ['of the year 9999', backupOf('team-value', Date.UTC(9999, 1)), patternOf('backup.refused.future')],
    ['nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, t('backup.refused.tooDeep')],
  ])('a file that is %s is refused with its sentence', async (_, text, sentence) => {
    const panel = await begin();
    await openSettings(panel);
    await choose(panel, 'harm.json', text);
    const saying = within(region('backup.title'), named('status'));
    const said = await untilSeen(panel, saying, ({ text }) => text !== '');
    expect(said.text).toMatch(sentence);
    expect(await ticked(panel)).toBe(0);
  });

  test('the course is reset, and the history undoes that', async () => {
    const panel = await beginTicked();
    await openSettings(panel);
    await press(panel, 'startOver.resetCourse');
    await untilRegionShows(panel, t('history.title'), t('history.course', [COURSE.title]));
    await expect.poll(() => ticked(panel)).toBe(0);
    await press(panel, 'startOver.resetCourse');
    await untilRegionShows(panel, t('startOver.title'), t('startOver.nothing'));
    await press(panel, 'history.undoThis', [t('history.course', [COURSE.title])]);
    await untilRegionShows(panel, t('history.title'), t('history.undone'));
    await closeSheet(panel);
    await expect.poll(() => ticked(panel)).toBe(1);
  });

  test('everything is deleted in two steps, and restored within a minute', async () => {
    const panel = await beginTicked();
    await openSettings(panel);
    await press(panel, 'startOver.deleteEverything');
    expect(await ticked(panel)).toBe(1);
    await press(panel, 'startOver.deleteNow');
    await untilRegionShows(panel, t('startOver.title'), t('startOver.deleted'));
    await untilRegionShows(panel, t('kept.title'), t('kept.nothing'));
    await expect.poll(() => ticked(panel)).toBe(0);
    // The deletion can still be undone after the settings were closed and opened again.
    await closeSheet(panel);
    await openSettings(panel);
    await press(panel, 'startOver.bringBack');
    await untilRegionShows(panel, t('startOver.title'), t('startOver.broughtBack'));
    await closeSheet(panel);
    await expect.poll(() => ticked(panel)).toBe(1);
  });
});
