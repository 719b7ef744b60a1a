import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { findChromium, findDesktop, findFirefox } from '../tests/browsers/executables.ts';
import { GATHERED_IN, gatheredIn, linesOf, linesOfStages } from '../tests/run-report.ts';

/**
 * Runs all tests: formatting, lint, types, unit tests, both builds with their packages and size budgets, and the tests in real
 * Chromium and Firefox. The exit status is 0 only if everything ran and passed. `--slow` slows the browsers down; all other
 * arguments are passed to Vitest for the browser tests.
 */
const { slow, others: forBrowsers = [] } = Object.groupBy(process.argv.slice(2), (arg) =>
  arg === '--slow' ? 'slow' : 'others',
);
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path: string) => `${root}node_modules/${path}`;
const wxt = bin('wxt/bin/wxt.mjs');
const vitest = bin('vitest/vitest.mjs');

type Step = [name: string, script: string, ...args: string[]];

const steps: Step[] = [
  ['Types of the messages', wxt, 'prepare'],
  ['Format and lint', bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.'],
  ['Types', bin('typescript/bin/tsc')],
  ['Unit tests', vitest, 'run', '--project', 'unit'],
  ['Builds and packages', `${root}scripts/package.ts`],
  ['Size budgets', bin('size-limit/bin.js')],
  ['Tests of the build', vitest, 'run', '--project', 'build'],
];

/** Run at the same time: each waits for its browser half of the time. */
const inBrowsers: Step[] = [
  ['Tests in Chromium', vitest, 'run', '--project', 'chromium', ...forBrowsers],
  ['Tests in Firefox', vitest, 'run', '--project', 'firefox', ...forBrowsers],
];

const failed = (name: string) => new Error(`“${name}” failed. See its messages above.`);

function run([name, script, ...args]: Step, env: NodeJS.ProcessEnv): void {
  console.log(`\n— ${name}`);
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (error) throw error;
  if (status !== 0) throw failed(name);
}

/** Runs steps at the same time. The first one's messages are shown as they come, those of the others after it. */
async function runTogether(together: Step[], env: NodeJS.ProcessEnv): Promise<void> {
  const outcomes = together.map(async ([name, script, ...args], index) => {
    const start = performance.now();
    if (index === 0) console.log(`\n— ${name}`);
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', index === 0 ? 'inherit' : 'pipe', 'inherit'],
      env,
    });
    const [[status], output] = await Promise.all([
      once(child, 'close'),
      child.stdout && buffer(child.stdout),
    ]);
    stages.push({ name, time: performance.now() - start });
    return { name, status, output };
  });
  let broken: Error | undefined;
  for (const outcome of outcomes) {
    const { name, status, output } = await outcome;
    if (output) process.stdout.write(`\n— ${name}\n${output}`);
    if (status !== 0) broken ??= failed(name);
  }
  if (broken) throw broken;
}

const gathered = mkdtempSync(join(tmpdir(), 'waymark-run-'));
const report = join(gathered, 'report');
const stages: { name: string; time: number }[] = [];

try {
  // First, since a missing browser is a failure that is better known before everything else has run.
  const browsers = { WAYMARK_CHROMIUM: await findChromium(), WAYMARK_FIREFOX: await findFirefox() };
  findDesktop();
  const env = { ...process.env, ...browsers, [GATHERED_IN]: report, ...(slow && { WAYMARK_SLOW: '1' }) };
  for (const step of steps) {
    const start = performance.now();
    try {
      run(step, env);
    } finally {
      stages.push({ name: step[0], time: performance.now() - start });
    }
  }
  await runTogether(inBrowsers, env);
  console.log('\nEverything ran and passed.');
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  console.log(`\n${[...linesOfStages(stages), ...linesOf(gatheredIn(report))].join('\n')}`);
  rmSync(gathered, { recursive: true, force: true });
}
