import { expect, test } from 'vitest';
import { builtInCourses } from '../../assets/courses/index.ts';
import { verifyText } from '../../credentials/verify.ts';
import { t } from '../texts.ts';
import { catchFiles, openBadges, saved, tickAll } from './badge-sheet.ts';
import { checkbox, click, untilSeen } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { CONTINUE, closeSheet, openView } from './panel-parts.ts';
import {
  HANDBOOK,
  RELATIONS,
  SECTIONS,
  travel,
  untilRegionShows,
  untilSection,
  useSession,
} from './session.ts';

const session = useSession();
const PROGRAM = `${RELATIONS}programs/education-program/`;
const SIGNED_IN = '?private_token=s3cret&X-Amz-Signature=s3cret#access_token=s3cret';

test('a reader’s credential in an address leaves no trace of the address', async () => {
  const page = await session.reader.newPage(PROGRAM + SIGNED_IN);
  const panel = await session.reader.openPanel(page);
  await untilSection(panel, SECTIONS.programs);
  await tickAll(panel);
  const placed = async () => (await panel.evaluate(recordsAfter, [])).some(({ key }) => key[1] === 'place');
  // The reading place is saved after five seconds.
  await expect.poll(placed, { timeout: 15_000 }).toBe(true);
  expect(JSON.stringify(await panel.evaluate(recordsAfter, []))).not.toContain('s3cret');
  await travel(page, `${HANDBOOK}engineering/`);
  const { href: back } = await untilSeen(panel, CONTINUE, ({ href }) => href?.startsWith(PROGRAM) === true);
  expect(back).not.toContain('s3cret');

  // A note as an earlier version stored it.
  const objective = builtInCourses[0]?.audiences[0]?.objectives[0]?.id ?? '';
  const note = {
    key: [builtInCourses[0]?.id, 'note', 'of-before'],
    value: {
      about: { kind: 'objective', id: objective },
      quote: 'All of it is free.',
      words: '',
      address: PROGRAM + SIGNED_IN,
      title: 'Education Program',
      evidence: true,
      made: 1,
    },
    time: Date.now(),
    count: 0,
    device: 'another',
  };
  await panel.evaluate(recordsAfter, [note]);
  await panel.close();

  await page.goto(PROGRAM);
  const again = await session.reader.openPanel(page);
  await untilSection(again, SECTIONS.programs);
  await openView(again, 'handIn.begin');
  await click(again, checkbox('handIn.withNotes'));
  const links = () =>
    again.evaluate(() =>
      [...document.querySelectorAll('.handed-in blockquote a')].map((each) => each.outerHTML),
    );
  await expect.poll(async () => (await links()).length).toBe(1);
  expect((await links()).join()).toContain(PROGRAM);
  expect((await links()).join()).not.toContain('s3cret');
  await closeSheet(again);
  await openBadges(again);
  await untilRegionShows(again, t('badge.make'), t('badge.withQuotes', 1));
  await again.click('.badges form input[type="checkbox"]');
  await again.click('.badges button[type="submit"]');
  await untilRegionShows(again, t('badge.made'), t('badge.formats'));
  await catchFiles(again);
  const verified = await verifyText(await saved(again, 'credential'), builtInCourses, Date.now());
  if ('wrong' in verified) throw new Error(verified.wrong);
  expect(verified.valid.quotes.map(({ address }) => address)).toEqual([PROGRAM]);
  await again.close();
  await page.close();
});
