import { expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { objectivesOf } from '../../courses/course.ts';
import { verifyText } from '../../credentials/verify.ts';
import { linesOfPathway, PATHWAY } from '../fixtures/course-pages.ts';
import { t } from '../texts.ts';
import { catchFiles, check, openBadges, saved, tickAll } from './badge-sheet.ts';
import { button, click, named, region, untilSeen } from './by-role.ts';
import { untilClosed } from './note-sheet.ts';
import { openSettings, openView, type } from './panel-parts.ts';
import { HANDBOOK, objectivesIn, useSession } from './session.ts';

const [pathway] = builtInCourses;
if (!pathway) throw new Error('there is no course');
const session = useSession();

test('once the course page was read, its words are in the panel, the history, the search, the hand-in and the badge', async () => {
  const words = linesOfPathway().slice(0, 4);
  const [first = ''] = words;
  const page = await session.reader.newPage(new URL(PATHWAY, HANDBOOK).href);
  const panel = await session.reader.openPanel(page);
  // At first the panel shows the pack's wording. Ticked objectives get the page's wording, too.
  await tickAll(panel);
  await untilSeen(panel, named('checkbox', first));
  const shown = await objectivesIn(panel);
  expect(shown.map(({ text }) => text).sort()).toEqual([...words].sort());
  expect(shown.every(({ ticked }) => ticked)).toBe(true);

  await openSettings(panel);
  for (const text of words)
    await untilSeen(panel, region('history.title'), (one) => one.text.includes(t('history.ticked', [text])));
  await panel.press('Escape');
  await untilClosed(panel);

  await click(panel, button('find.title'));
  await panel.waitFor(() => document.querySelector('dialog input') === document.activeElement);
  await type(panel, 'best practices');
  await untilSeen(panel, named('option'), ({ text }) => text.includes(words[1] ?? ''));
  await panel.press('Escape');
  await untilClosed(panel);

  await openView(panel, 'handIn.begin');
  const handedIn = await untilSeen(panel, region('handIn.preview'));
  for (const text of words) expect(handedIn.text).toContain(text);
  await panel.press('Escape');
  await untilClosed(panel);

  await openBadges(panel);
  await click(panel, button('badge.makeIt'));
  await untilSeen(panel, region('badge.made'));
  await catchFiles(panel);
  const jwt = await saved(panel, 'credential');
  const verified = await verifyText(jwt, builtInCourses, Date.now());
  expect(verified).toMatchObject({ valid: { edition: 'worded', course: { title: pathway.title } } });
  expect('valid' in verified && verified.valid.objectives.map(({ text }) => text)).toEqual(words);
  const said = await check(panel, jwt);
  expect(said).toContain(t('badge.holds.worded', [4, pathway.title]));
  expect(said).toContain(t('badge.wordedHere', [objectivesOf(pathway)[0]?.text ?? '']));
});
