import { expect, test } from 'vitest';
import { until } from '../../browsers/poll.ts';
import { t } from '../../texts.ts';
import { giveFile, named } from '../by-role.ts';
import { recordKeys } from '../clipboard-and-records.ts';
import { openView, untilWritable } from '../panel-parts.ts';
import { SECTIONS, untilSection } from '../session.ts';
import {
  type Computer,
  carry,
  carryOver,
  PROGRAM,
  switchOn,
  syncedArea,
  tick,
  ticks,
  twoComputers,
} from './two-computers.ts';

test('two computers with one account come to the same progress, with edits on both between the exchanges, and then stop writing', async () => {
  const [first, second] = await twoComputers();
  await tick(first, 0);
  await tick(second, 1);
  await until(
    'both ticks are saved',
    async () => (await ticks(first)) + (await ticks(second)) === 'x----x--',
  );
  expect(await syncedArea(first)).toEqual({});
  await switchOn(first);
  await switchOn(second);
  expect(Object.keys(await syncedArea(first)).length).toBeGreaterThan(0);
  await carryOver(first, second);
  await until('the second has the first’s tick', async () => (await ticks(second)) === 'xx--');
  // The first computer goes on alone, and unticks what it has just received from the second.
  await tick(first, 0);
  await tick(first, 2);
  await tick(second, 3);
  await until(
    'both are saved',
    async () => (await ticks(first)) === '--x-' && (await ticks(second)) === 'xx-x',
  );
  for (let round = 0; round < 3; round++) {
    await carryOver(second, first);
    await carryOver(first, second);
  }
  await until('the first has all of it', async () => (await ticks(first)) === '-xxx');
  await until('the second has all of it', async () => (await ticks(second)) === '-xxx');
  const before = await syncedArea(first);
  await carryOver(first, second);
  expect(await syncedArea(first)).toEqual(before);
  expect(await syncedArea(second)).toEqual(before);
});

/** A backup with visits on a day that has no others. */
function backup(): string {
  const time = Date.now();
  const records = ['one', 'two', 'three'].map((resource) => ({
    key: ['community-learning-pathway', 'visit', resource, '2026-01-01'],
    value: true,
    time,
    count: 0,
    device: 'a third',
  }));
  const exported = new Date(time).toISOString();
  return JSON.stringify({ format: 'waymark-progress', version: 1, exported, app: '0.2.0', records });
}

test('two panels on one of two computers that tick, import a file and sync all at once lose nothing', async () => {
  const [first, second] = await twoComputers();
  await switchOn(first);
  await switchOn(second);
  const page = await first.reader.newWindow(PROGRAM);
  const other = { ...first, panel: await first.reader.openPanel(page) };
  await untilSection(other.panel, SECTIONS.programs);
  await untilWritable(other.panel);
  await openView(first.panel, 'settings.title');
  await giveFile(first.panel, named('file', t('backup.import')), 'a-copy.json', backup());
  await first.panel.waitFor(() => document.querySelector('.card .primary'));
  // All at the same time: the import, ticks on the same boxes in both panels, and changes from the other computer.
  await Promise.all([
    first.panel.evaluate(() => document.querySelector<HTMLElement>('.card .primary')?.click()),
    tick(first, 0),
    tick(other, 1),
    tick(other, 2),
    tick(second, 3),
    carry(second, first),
    carry(first, second),
  ]);
  /** Returns how many of the file's visits are stored. */
  const taken = async ({ reader }: Computer) =>
    (await recordKeys(reader.evaluateInExtension)).filter(([, , , day]) => day === '2026-01-01').length;
  const ends = async () => [
    ...(await Promise.all([ticks(first), ticks(other), ticks(second)])),
    ...(await Promise.all([taken(first), taken(second)])),
  ];
  const alike = ['xxxx', 'xxxx', 'xxxx', 3, 3];
  for (let round = 0; round < 10 && `${await ends()}` !== `${alike}`; round++)
    await carryOver(...(round % 2 ? ([second, first] as const) : ([first, second] as const)));
  await expect.poll(ends).toEqual(alike);
});
