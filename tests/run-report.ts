import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * A summary for the end of a test run, even a failed one: the tests that failed or needed a second attempt, and the slowest files.
 * `npm test` collects it from all stages in the file that this environment variable names, and prints it once.
 */
export const GATHERED_IN = 'WAYMARK_RUN_REPORT';

/** A test that failed at least once. */
export interface Failure {
  project: string;
  file: string;
  test: string;
  /** The first line of the first attempt's error. */
  error: string;
}
export interface FileTime {
  project: string;
  file: string;
  /** In ms, including the setup of its tests. */
  time: number;
}
export interface RunReport {
  /** The tests that passed only at their second attempt. */
  secondAttempts: Failure[];
  /** The tests that failed in both. */
  failures: Failure[];
  files: FileTime[];
}

const SLOWEST = 10;

const seconds = (time: number) => `${(time / 1000).toFixed(1).padStart(7)} s`;

const linesOfFailures = (failures: readonly Failure[]) =>
  failures.flatMap(({ project, file, test, error }) => [`  ${project}  ${file}  “${test}”`, `    ${error}`]);

/** Returns the report as lines. What failed comes last, where it is noticed. */
export function linesOf({ secondAttempts, failures, files }: RunReport): string[] {
  const slowest = files.toSorted((a, b) => b.time - a.time).slice(0, SLOWEST);
  return [
    `— The ${slowest.length} slowest test files`,
    ...slowest.map(({ project, file, time }) => `${seconds(time)}  ${project}  ${file}`),
    secondAttempts.length === 0
      ? '— No test needed a second attempt.'
      : `— Tests that needed a second attempt: ${secondAttempts.length}`,
    ...linesOfFailures(secondAttempts),
    ...(failures.length === 0 ? [] : [`— Tests that failed: ${failures.length}`]),
    ...linesOfFailures(failures),
  ];
}

/** Returns the duration of each stage, as lines. */
export const linesOfStages = (stages: readonly { name: string; time: number }[]): string[] => [
  '— What the stages took',
  ...stages.map(({ name, time }) => `${seconds(time)}  ${name}`),
];

/** Reads what all stages have collected in this file so far. */
export function gatheredIn(path: string): RunReport {
  const runs = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean) : [];
  const reports = runs.map((line) => JSON.parse(line) as RunReport);
  return {
    secondAttempts: reports.flatMap((report) => report.secondAttempts),
    failures: reports.flatMap((report) => report.failures),
    files: reports.flatMap((report) => report.files),
  };
}

function reportOf(modules: readonly TestModule[]): RunReport {
  const secondAttempts: Failure[] = [];
  const failures: Failure[] = [];
  const files: FileTime[] = [];
  for (const module of modules) {
    const place = { project: module.project.name, file: module.relativeModuleId };
    const { duration, collectDuration, setupDuration } = module.diagnostic();
    files.push({ ...place, time: duration + collectDuration + setupDuration });
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state !== 'failed' && !test.diagnostic()?.flaky) continue;
      const [error = ''] = (errors?.[0]?.message ?? '').split('\n');
      (state === 'failed' ? failures : secondAttempts).push({ ...place, test: test.fullName, error });
    }
  }
  return { secondAttempts, failures, files };
}

/** Prints the report at the end of a Vitest run, or only collects it if the test command prints it. */
export class RunReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const report = reportOf(modules);
    const path = process.env[GATHERED_IN];
    if (path === undefined) console.log(`\n${linesOf(report).join('\n')}`);
    else appendFileSync(path, `${JSON.stringify(report)}\n`);
  }
}
