import { KEPT } from './many-courses.ts';
import { timeOpening } from './opening.ts';
import { SMALL } from './places.ts';
import { inPanel } from './progress-module.ts';
import type { Findings, Subjects } from './run.ts';
import { inTurns, openPanel } from './subject.ts';
import { ratioRow } from './table.ts';

const MANY = 100;

/** Compares opening the panel for a reader with many courses and for a reader with one. */
export async function measureLibrary(
  { waymark: many, hundred: one }: Pick<Subjects, 'waymark' | 'hundred'>,
  rounds: number,
  { rows, samples }: Findings,
): Promise<void> {
  for (const subject of [many, one]) {
    await subject.page.goto(SMALL.url, { waitUntil: 'load' });
    await inPanel(await openPanel(subject), 'fillLibrary', subject === many ? MANY : 1);
  }
  await inTurns(rounds, [many, one], async (subject) => {
    for (const place of [SMALL, KEPT]) {
      const { section, progress } = await timeOpening(subject, place);
      samples.add(subject, `opening with courses, ${place.name}`, section);
      samples.add(subject, `opening with courses to ticks, ${place.name}`, progress);
    }
  });
  for (const subject of [many, one]) await inPanel(await openPanel(subject), 'emptyLibrary', MANY);
  const row = (what: string, name: string) =>
    ratioRow(what, samples.of(many, name), samples.of(one, name), 1.2);
  for (const { name } of [SMALL, KEPT]) {
    rows.push(
      row(`12. opening with 100 courses, ${name}; with one`, `opening with courses, ${name}`),
      row('    the same until something can be ticked', `opening with courses to ticks, ${name}`),
    );
  }
}
