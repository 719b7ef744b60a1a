import { expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { verifyText } from '../../credentials/verify.ts';
import { t } from '../texts.ts';
import { catchFiles, openBadges, saved, tickAll } from './badge-sheet.ts';
import { checkbox, click, region, untilSeen } from './by-role.ts';
import { openView } from './panel-parts.ts';
import { RELATIONS, SECTIONS, untilRegionShows, untilSection, useSession } from './session.ts';

const session = useSession({ timeZone: 'Asia/Tokyo' });

/** Half past eight in Tokyo on 1 September, when it is still August in UTC. */
const MORNING = Date.UTC(2026, 7, 31, 23, 30);

test('what is ticked in the morning in Tokyo has one date in the hand-in, in the badge and in its picture', async () => {
  const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
  const panel = await session.reader.openPanel(page);
  await untilSection(panel, SECTIONS.programs);
  expect(await panel.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('Asia/Tokyo');
  await panel.evaluate((morning) => {
    // The panel's own clock: in Firefox this function has a different `Date`.
    window.Date.now = () => morning;
  }, MORNING);
  await tickAll(panel);
  await openBadges(panel);
  await panel.waitFor(() => document.querySelector('.badges button[type="submit"]'));
  await panel.click('.badges button[type="submit"]');
  await untilRegionShows(panel, t('badge.made'), t('badge.formats'));
  await catchFiles(panel);
  const verified = await verifyText(await saved(panel, 'credential'), builtInCourses, Date.now());
  if ('wrong' in verified) throw new Error(verified.wrong);
  expect(new Set(verified.valid.objectives.map(({ day }) => day))).toEqual(new Set(['2026-09-01']));
  // The picture in the file.
  expect(await saved(panel, 'picture')).toContain('September 1, 2026');
  await panel.close();

  // Another browser that reads the file later, in its own time zone, shows the signed dates unchanged.
  const again = await session.reader.openPanel(page);
  await openView(again, 'handIn.begin');
  await click(again, checkbox('handIn.withNotes'));
  await untilSeen(again, region('handIn.preview'), ({ text }) =>
    text.includes(t('handIn.badgeMade', ['2026-09-01'])),
  );
  const days = () =>
    again.evaluate(() =>
      [...document.querySelectorAll('.tasks > li .quiet')].map(({ textContent }) => textContent?.trim()),
    );
  await expect.poll(async () => new Set(await days())).toEqual(new Set(['(2026-09-01)']));
  await again.close();
  await page.close();
});
