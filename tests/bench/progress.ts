import { runsOf, TASKS, type TraceEvent, traceOf } from '../browsers/chromium-trace.ts';
import { courseId } from './many-records.ts';
import { timeOpening } from './opening.ts';
import { SMALL } from './places.ts';
import { inPanel } from './progress-module.ts';
import type { Findings, Subjects } from './run.ts';
import { closePanel, inTurns, openPanel, type Subject } from './subject.ts';
import { bytesRow, inMs, median, type Row, ratioRow } from './table.ts';

const MANY = 10_000;
const FEW = 100;
/** The most rounds of steps that take seconds. */
const LONG_ROUNDS = 10;

interface Asked {
  subject: Subject;
  rounds: number;
  samples: Findings['samples'];
}

/** Compares reading `course` with bare idb. */
async function readingRow({ subject, rounds, samples }: Asked, what: string, course: string, most?: number) {
  await inTurns(rounds, [subject], async (_, round) => {
    const { own, bare } = await inPanel(await openPanel(subject), 'timeRead', round, course);
    samples.add(subject, what, own);
    samples.add(subject, `${what}, bare`, bare);
  });
  return ratioRow(what, samples.of(subject, what), samples.of(subject, `${what}, bare`), most);
}

async function tickRows({ subject, rounds, samples }: Asked): Promise<Row[]> {
  await inTurns(rounds, [subject], async (_, round) => {
    const times = await inPanel(await openPanel(subject), 'timeTicked', round);
    for (const [how, time] of Object.entries(times)) samples.add(subject, `tick among records, ${how}`, time);
  });
  const of = (how: string) => samples.of(subject, `tick among records, ${how}`);
  return [
    ratioRow('9. a tick among 10,000 records, to complete; a bare strict put', of('own'), of('bare'), 1.3),
    ratioRow('   bare idb that looks, puts and logs as a tick does; the same put', of('steps'), of('bare')),
  ];
}

async function openingRows({ subject: many, rounds, samples }: Asked, few: Subject): Promise<Row[]> {
  await inTurns(rounds, [many, few], async (subject) => {
    const { section, progress } = await timeOpening(subject, SMALL);
    samples.add(subject, 'opening among records, section', section);
    samples.add(subject, 'opening among records, progress', progress);
  });
  const row = (what: string, part: string) => {
    const of = (subject: Subject) => samples.of(subject, `opening among records, ${part}`);
    return ratioRow(what, of(many), of(few), 1.2);
  };
  return [
    row('8. opening the panel with 10,000 records; with 100', 'section'),
    row('   the same until something can be ticked', 'progress'),
  ];
}

/** The longest task of the thread that runs the scripts of `url`, in ms of processor time, so other programs don't count. */
function longestTask(events: readonly TraceEvent[], url: string): number {
  const [run] = runsOf(events, url);
  if (!run) throw new Error(`nothing of ${url} ran`);
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === run.pid && tid === run.tid,
  );
  return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur)) / 1000;
}

async function mergeRows({ subject, rounds, samples }: Asked): Promise<Row[]> {
  const of = (what: string) => samples.of(subject, `merge, ${what}`);
  const add = (what: string, time: number) => samples.add(subject, `merge, ${what}`, time);
  // Both are traced, although only the import is used, because tracing takes time.
  const traced = (act: () => Promise<void>) => traceOf(subject.page, act, [TASKS]);
  await inTurns(rounds, [subject], async (_, round) => {
    const panel = await openPanel(subject);
    add('in memory', await inPanel(panel, 'timeMerge', MANY));
    await traced(async () => add('bare write', await inPanel(panel, 'timeWrite', round, MANY)));
    await inPanel(panel, 'makeFile', round, MANY);
    const events = await traced(async () => add('written', await inPanel(panel, 'timeImport', MANY)));
    add('longest task', longestTask(events, subject.reader.extensionUrl));
  });
  const [memory, longest] = [of('in memory'), of('longest task')];
  return [
    {
      what: '10. merge of 10,000 with 10,000 in memory, in one task',
      waymark: inMs(median(memory)),
      floor: '',
      comparison: '',
      target: 'at most 50 ms',
      isMet: median(memory) <= 50,
    },
    {
      what: '    the longest task of importing them, from the file to the end',
      waymark: inMs(median(longest)),
      floor: '',
      comparison: `at most ${inMs(Math.max(...longest))}`,
      target: 'at most 50 ms',
      isMet: median(longest) <= 50,
    },
    ratioRow('    writing them in batches; a bare write of all at once', of('written'), of('bare write')),
  ];
}

/**
 * Measures progress among many records, in the real panel with the real database. Run it last, because it leaves the
 * database full. `hundred` is Waymark with a hundred records.
 */
export async function measureProgress(
  { waymark, hundred }: Pick<Subjects, 'waymark' | 'hundred'>,
  rounds: number,
  { rows, samples }: Findings,
): Promise<void> {
  for (const subject of [waymark, hundred]) {
    await subject.page.goto(SMALL.url, { waitUntil: 'load' });
    await inPanel(await openPanel(subject), 'fill', subject === waymark ? MANY : FEW);
  }
  const asked = { subject: waymark, rounds, samples };
  const short = { ...asked, rounds: Math.min(rounds, LONG_ROUNDS) };
  const opening = await openingRows(asked, hundred);
  await closePanel(hundred);
  const shown = courseId(0);
  rows.push(await readingRow(asked, '7. a course among 10,000 records; bare getAll of its 500', shown, 2));
  const ticked = await tickRows(asked);
  const merged = await mergeRows(short);
  const panel = await openPanel(waymark);
  await inPanel(panel, 'fill', 10 * MANY);
  rows.push(await readingRow(asked, '   the same among 100,000 records', shown));
  await inPanel(panel, 'fillCourse', 'one-course', MANY);
  rows.push(await readingRow(short, '   a course of 10,000 records', 'one-course'));
  const bytes = bytesRow('11. a snapshot of 10,000 records', await inPanel(panel, 'snapshotBytes', MANY));
  rows.push(...opening, ...ticked, ...merged, bytes);
}
