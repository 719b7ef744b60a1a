import { expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { verifyText } from '../../../credentials/verify.ts';
import { allowInPrivate } from '../../browsers/private-window.ts';
import { fixedPartOf, t } from '../../texts.ts';
import { catchFiles, check, saved, tickAll } from '../badge-sheet.ts';
import { button, click, region, within } from '../by-role.ts';
import { untilNoticed } from '../notices.ts';
import { HANDBOOK, SECTIONS, untilRegionShows, untilSection, useSession } from '../session.ts';

const session = useSession({ prefs: { 'browser.privatebrowsing.autostart': true } });

test('in a profile that never keeps history, a badge is signed with a key for this badge only, and the panel says so', async () => {
  const page = await session.reader.newPage(`${HANDBOOK}company/stewardship/`);
  await allowInPrivate(session.reader, page);
  await page.reload();
  const panel = await session.reader.openPanel(page);
  await untilSection(panel, SECTIONS.strategy);
  await tickAll(panel);
  // One card at a time: first where progress is saved.
  await untilNoticed(panel, t('notice.privateArea'));
  await click(panel, button('notice.dismiss'));
  await untilRegionShows(panel, t('badge.reachedTitle'), fixedPartOf('badge.reached'));
  await click(panel, within(region('badge.reachedTitle'), button('badge.makeYours')));
  await click(panel, button('badge.makeIt'));
  await untilRegionShows(panel, t('badge.make'), t('badge.doneOnce'));
  await untilRegionShows(panel, t('badge.made'), t('badge.formats'));
  await catchFiles(panel);
  const svg = await saved(panel, 'picture');
  expect(await verifyText(svg, builtInCourses, Date.now())).toMatchObject({ valid: { edition: 'same' } });
  expect(await check(panel, svg)).toContain(fixedPartOf('badge.claimsNameless'));
});
