import { expect, test } from 'vitest';
import { builtInCourses } from '../../../assets/courses/index.ts';
import { verifyText } from '../../../credentials/verify.ts';
import { allowInPrivate } from '../../browsers/private-window.ts';
import { catchFiles, check, saved, tickAll } from '../badge-sheet.ts';
import { HANDBOOK, SECTIONS, untilRegionShows, untilSection, useSession } from '../session.ts';

const session = useSession({ prefs: { 'browser.privatebrowsing.autostart': true } });

test('in a profile that never keeps history a badge is made by a key of its own, which is said', async () => {
  const page = await session.reader.newPage(`${HANDBOOK}company/stewardship/`);
  await allowInPrivate(session.reader, page);
  await page.reload();
  const panel = await session.reader.openPanel(page);
  await untilSection(panel, SECTIONS.strategy);
  await tickAll(panel);
  await untilRegionShows(panel, 'All objectives reached', 'You have reached');
  await panel.click('.reached .primary');
  await panel.waitFor(() => document.querySelector('.badges form'));
  await panel.click('.badges form button[type="submit"]');
  await untilRegionShows(panel, 'Your badge', 'This browser keeps no keys');
  await untilRegionShows(panel, 'Badges made so far', 'Save the picture');
  await catchFiles(panel);
  const svg = await saved(panel, 'picture');
  expect(await verifyText(svg, builtInCourses, Date.now())).toMatchObject({ held: { edition: 'same' } });
  expect(await check(panel, svg)).toContain('This badge holds. Somebody who gives no name');
});
