import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bytes, weigh } from '../tests/bench/bytes.ts';
import { type FloorName, type View, writeFloor } from '../tests/bench/floors.ts';
import { describeMachine } from '../tests/bench/machine.ts';
import { benchMatching } from '../tests/bench/matching.ts';
import { viewAt } from '../tests/bench/opening.ts';
import { SMALL } from '../tests/bench/places.ts';
import { addProgressModule } from '../tests/bench/progress-module.ts';
import { type Findings, measure } from '../tests/bench/run.ts';
import { benchSearching } from '../tests/bench/searching.ts';
import { type Subject, startSubject } from '../tests/bench/subject.ts';
import { bytesRow, formatTable, type Row } from '../tests/bench/table.ts';
import { serveHandbook } from '../tests/fixtures/server.ts';

/**
 * Compares Waymark in Chromium with extensions that do as little as possible, and prints one table.
 * `--rounds N` for other than 30 rounds, `--only STEP` for one step, `--no-build` to use the existing build. The table marks what is
 * slower than its target. The exit status is 1 only for wrong behaviour (no section, more than one change).
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    only: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});

function build(): void {
  execFileSync(process.execPath, [`${root}node_modules/wxt/bin/wxt.mjs`, 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // Under `npm test` NODE_ENV is `test`, which would change the build.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

function bytesRows(bytes: Bytes): Row[] {
  return [
    bytesRow('1. content script, gzipped', bytes.content, 2.1),
    bytesRow("   panel's first picture with the courses, gzipped", bytes.panel, 39),
    bytesRow("   panel's style sheet, gzipped", bytes.panelStyle, 5.3),
  ];
}

async function measureIn(folder: string, rounds: number): Promise<Findings & { browser: string }> {
  const server = await serveHandbook();
  const started: Subject[] = [];
  const start = async (name: string, extensionDir: string) => {
    const subject = await startSubject(name, extensionDir, server);
    started.push(subject);
    return subject;
  };
  const startFloor = async (name: FloorName, view?: View) => {
    const extensionDir = join(folder, `floor-${name}`);
    await writeFloor(name, extensionDir, view);
    return start(`floor ${name}`, extensionDir);
  };
  try {
    const waymark = await start('Waymark', join(folder, 'waymark'));
    const subjects = {
      waymark,
      floorA: await startFloor('A'),
      floorB: await startFloor('B'),
      floorC: await startFloor('C', await viewAt(waymark, SMALL)),
      empty: await startFloor('empty'),
      hundred: await start('Waymark with 100 records', join(folder, 'waymark')),
    };
    const browser = await subjects.waymark.page.browser().version();
    return { ...(await measure(subjects, rounds, options.only)), browser };
  } finally {
    for (const { reader } of started) await reader.close();
    await server.close();
  }
}

async function run(): Promise<void> {
  const rounds = Number(options.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${options.rounds} isn’t a number`);
  const machine = describeMachine();
  if (!options['no-build']) build();
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    // A copy, so that a build during the run doesn't change what is measured.
    await cp(join(root, '.output/chrome-mv3'), join(folder, 'waymark'), { recursive: true });
    const bytes = await weigh(join(folder, 'waymark'));
    await addProgressModule(join(folder, 'waymark'));
    const { rows, faults, samples, browser } = await measureIn(folder, rounds);
    const raw = join(root, '.output/bench.json');
    await writeFile(raw, JSON.stringify({ machine, browser, rounds, bytes, samples }, undefined, 1));
    console.log(formatTable([...bytesRows(bytes), ...rows, ...benchMatching(), ...benchSearching()]));
    console.log(
      `\n${new Date().toISOString().slice(0, 10)}, Waymark ${version}, ${browser}, Node ${process.version}; medians of ${rounds} rounds, in turns.`,
    );
    console.log(`${machine}. Every single time is in .output/bench.json.`);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await run();
} catch (error) {
  console.error(`Measuring failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
