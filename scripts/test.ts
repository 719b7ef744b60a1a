import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const steps: [name: string, script: string, ...args: string[]][] = [
  ['Types of the messages', wxt, 'prepare'],
  ['Format and lint', bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.'],
  ['Types', bin('typescript/bin/tsc')],
  ['Unit tests', vitest, 'run', '--project', 'unit'],
  ['Builds and packages', `${root}scripts/package.ts`],
  ['Size budgets', bin('size-limit/bin.js')],
  ['Tests of the build', vitest, 'run', '--project', 'build'],
  ['Tests in Chromium', vitest, 'run', '--project', 'chromium', ...forBrowsers],
  ['Tests in Firefox', vitest, 'run', '--project', 'firefox', ...forBrowsers],
];

function run([name, script, ...args]: (typeof steps)[number], env: NodeJS.ProcessEnv): void {
  console.log(`\n— ${name}`);
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`“${name}” failed. See its messages above.`);
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
  console.log('\nEverything ran and passed.');
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  console.log(`\n${[...linesOfStages(stages), ...linesOf(gatheredIn(report))].join('\n')}`);
  rmSync(gathered, { recursive: true, force: true });
}
