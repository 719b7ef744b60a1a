import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium, findDesktop, findFirefox } from '../tests/browsers/executables.ts';

/**
 * The whole test command: formatting, lint, types, unit tests, both builds with their packages and budgets, and the tests
 * in real Chromium and Firefox. It ends with 0 only if all of it ran and passed. Arguments go to Vitest.
 */
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
  ['Tests in Chromium', vitest, 'run', '--project', 'chromium', '--project', 'chromium-only'],
  ['Tests in Firefox', vitest, 'run', '--project', 'firefox', '--project', 'firefox-only'],
];

function run([name, script, ...args]: (typeof steps)[number], env: NodeJS.ProcessEnv): void {
  console.log(`\n— ${name}`);
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`“${name}” did not pass; its messages are above.`);
}

try {
  // Looked for first: a browser that cannot be had is a failure, and better known before the rest has run.
  const browsers = { WAYMARK_CHROMIUM: await findChromium(), WAYMARK_FIREFOX: await findFirefox() };
  findDesktop();
  for (const step of steps) run(step, { ...process.env, ...browsers });
  console.log('\nEverything ran and passed.');
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
