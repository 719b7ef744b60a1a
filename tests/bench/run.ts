import { t } from '../texts.ts';
import { countForced, followingRows, goWithPanel, measureScroll, type Scroll } from './following.ts';
import { measureLibrary } from './library.ts';
import { type Navigation, timeNavigation } from './navigation.ts';
import { timeOpening } from './opening.ts';
import { timePageScript } from './page-script.ts';
import { LARGE, SMALL } from './places.ts';
import { measureProgress } from './progress.ts';
import { measureReads } from './reads.ts';
import { Samples } from './samples.ts';
import { closePanel, inTurns, openPanel, type Subject } from './subject.ts';
import { inMs, longTasksRow, median, type Row, rangeOf, ratioRow } from './table.ts';
import { timePut, timeTick } from './tick.ts';

/** The extensions that are measured: Waymark, and the floors. */
export interface Subjects {
  waymark: Subject;
  floorA: Subject;
  floorB: Subject;
  floorC: Subject;
  empty: Subject;
  /** Waymark for a reader with few records. */
  hundred: Subject;
}

/** The results of a run. */
export interface Findings {
  rows: Row[];
  /** Wrong behaviour of Waymark, in sentences. A missed target isn't one. */
  faults: string[];
  samples: Samples;
}

async function measureScripts({ waymark, floorB, empty }: Subjects, rounds: number, found: Findings) {
  const { rows, samples } = found;
  await inTurns(rounds, [waymark, floorB, empty], async (subject) => {
    for (const place of [SMALL, LARGE])
      samples.add(subject, `script, ${place.name}`, await timePageScript(subject, place));
  });
  for (const { name } of [SMALL, LARGE]) {
    const [own, floor, none] = [waymark, floorB, empty].map((subject) =>
      samples.of(subject, `script, ${name}`),
    );
    if (!own || !floor || !none) continue;
    const above = median(own) - median(none);
    const row = ratioRow(`2. script in the ${name}, no panel; floor B`, own, floor);
    rows.push({
      ...row,
      comparison: `${row.comparison}; empty's + ${inMs(above)}`,
      target: "× 2, or empty's + 3 ms",
      isMet: median(own) <= 2 * median(floor) || above <= 3,
    });
  }
}

async function measureOpening(subjects: Subjects, rounds: number, { rows, samples }: Findings) {
  const { waymark, floorB, floorC } = subjects;
  const tasks: number[] = [];
  await inTurns(rounds, [waymark, floorB, floorC], async (subject) => {
    const { section, longTasks } = await timeOpening(subject, SMALL);
    samples.add(subject, 'opening', section);
    if (subject === waymark) tasks.push(...longTasks);
  });
  const [own, b, c] = [waymark, floorB, floorC].map((subject) => samples.of(subject, 'opening'));
  if (!own || !b || !c) return;
  rows.push(ratioRow('3. toolbar click to section painted; floor C', own, c, 1.1));
  rows.push(ratioRow('   the same; floor B', own, b));
  rows.push(longTasksRow("   the panel's tasks over 50 ms in all openings", tasks));
}

async function measureNavigations({ waymark, floorA }: Subjects, rounds: number, found: Findings) {
  const { rows, faults, samples } = found;
  const navigations: Navigation[] = [];
  const subjects = [waymark, floorA];
  for (const subject of subjects) {
    await subject.page.goto(LARGE.url, { waitUntil: 'load' });
    await openPanel(subject);
  }
  await inTurns(rounds, subjects, async (subject) => {
    for (const place of [SMALL, LARGE]) {
      const navigation = await timeNavigation(subject, place);
      samples.add(subject, `navigation, ${place.name}`, navigation.panel);
      samples.add(subject, `share, ${place.name}`, navigation.panel / navigation.page);
      if (subject !== waymark) continue;
      navigations.push(navigation);
      if (navigation.texts !== 1)
        faults.push(`On a navigation to the ${place.name} the panel changed ${navigation.texts} times.`);
    }
  });
  for (const { name } of [SMALL, LARGE]) {
    const [own, floor] = subjects.map((subject) => samples.of(subject, `navigation, ${name}`));
    if (own && floor) rows.push(ratioRow(`4. navigation to section, ${name}; floor A`, own, floor, 1.2));
  }
  for (const { name } of [SMALL, LARGE]) {
    const [own, floor] = subjects.map((subject) => samples.of(subject, `share, ${name}`));
    if (!own || !floor) continue;
    rows.push({
      what: `   the same as a share of the page's first paint, ${name}`,
      waymark: `${(median(own) * 100).toFixed(0)} %`,
      floor: `${(median(floor) * 100).toFixed(0)} %`,
      comparison: `before it ${own.filter((share) => share < 1).length} of ${own.length} times`,
      target: 'below 100 %',
      isMet: median(own) < 1,
    });
  }
  rows.push({
    what: '   changes of the panel in one navigation',
    waymark: rangeOf(navigations.map(({ texts }) => texts)),
    floor: '',
    comparison: `of its markup: ${rangeOf(navigations.map(({ markups }) => markups))}`,
    target: 'exactly 1',
    isMet: navigations.every(({ texts }) => texts === 1),
  });
  rows.push(
    longTasksRow(
      "   the panel's tasks over 50 ms in all navigations",
      navigations.flatMap(({ longTasks }) => longTasks),
    ),
  );
}

async function measureTicks({ waymark, floorB }: Subjects, rounds: number, { rows, samples }: Findings) {
  for (const subject of [waymark, floorB]) await subject.page.goto(SMALL.url, { waitUntil: 'load' });
  await inTurns(rounds, [waymark, floorB], async (subject) => {
    const panel = await openPanel(subject);
    const selector =
      subject === waymark ? `[aria-label="${t('objectives.then')}"] input[type="checkbox"]` : 'button';
    samples.add(subject, 'tick', await timeTick(panel, selector));
    if (subject === waymark) samples.add(subject, 'put', await timePut(panel));
    await timeTick(panel, selector);
  });
  const [own, floor, put] = [
    samples.of(waymark, 'tick'),
    samples.of(floorB, 'tick'),
    samples.of(waymark, 'put'),
  ];
  const row = ratioRow("5. click to tick shown; floor B's click without storage", own, floor);
  rows.push({ ...row, comparison: `+ ${inMs(median(own) - median(floor))}` });
  rows.push({ ...ratioRow('   a bare strict put in the same panel', own, put), waymark: '', comparison: '' });
}

async function measureFollowing({ waymark, empty }: Subjects, rounds: number, found: Findings) {
  const { rows, faults, samples } = found;
  const scrolls: Record<'own' | 'floor', Scroll[]> = { own: [], floor: [] };
  const forced: number[] = [];
  for (const subject of [waymark, empty]) await goWithPanel(subject, LARGE);
  await inTurns(rounds, [waymark, empty], async (subject) => {
    const scroll = await measureScroll(subject);
    scrolls[subject === waymark ? 'own' : 'floor'].push(scroll);
    for (const [what, value] of Object.entries(scroll)) samples.add(subject, `scroll, ${what}`, value);
    if (subject === waymark && scroll.changes === 0) faults.push('The panel did not follow a scroll.');
  });
  // A few rounds are enough, because the count is exact and has no floor.
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    await goWithPanel(waymark, LARGE);
    forced.push(await countForced(waymark));
  }
  rows.push(...followingRows(scrolls.own, scrolls.floor, forced));
}

/** Runs all measurements that need browsers, or only the step named `only`. Rejects if Waymark shows something wrong. */
export async function measure(subjects: Subjects, rounds: number, only?: string): Promise<Findings> {
  const found: Findings = { rows: [], faults: [], samples: new Samples() };
  const steps = {
    scripts: measureScripts,
    opening: measureOpening,
    navigations: measureNavigations,
    ticks: measureTicks,
    following: measureFollowing,
    library: measureLibrary,
    reads: measureReads,
    progress: measureProgress,
  };
  if (only !== undefined && !Object.hasOwn(steps, only))
    throw new Error(`--only ${only} is none of ${Object.keys(steps).join(', ')}`);
  for (const [name, step] of Object.entries(steps)) {
    if (only !== undefined && name !== only) continue;
    console.error(`${name}, ${rounds} rounds`);
    await step(subjects, rounds, found);
    for (const subject of Object.values(subjects)) await closePanel(subject);
  }
  return found;
}
