import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * What is worth knowing of a run when it is over, whatever came of it: which tests needed a second attempt, and where the time
 * went. A run of the whole test command gathers it in the file that this variable names, and shows it once for all stages.
 */
export const GATHERED_IN = 'WAYMARK_RUN_REPORT';

/** A test that passed, but not at once. */
export interface SecondAttempt {
  project: string;
  file: string;
  test: string;
  /** The first line of what the first attempt failed with. */
  error: string;
}
export interface FileTime {
  project: string;
  file: string;
  /** In ms, with all that its tests prepare. */
  time: number;
}
export interface RunReport {
  secondAttempts: SecondAttempt[];
  files: FileTime[];
}

const SLOWEST = 10;

const seconds = (time: number) => `${(time / 1000).toFixed(1).padStart(7)} s`;

/** The report in lines: second attempts last, where they are seen. */
export function linesOf({ secondAttempts, files }: RunReport): string[] {
  const slowest = files.toSorted((a, b) => b.time - a.time).slice(0, SLOWEST);
  return [
    `— The ${slowest.length} slowest test files`,
    ...slowest.map(({ project, file, time }) => `${seconds(time)}  ${project}  ${file}`),
    secondAttempts.length === 0
      ? '— No test needed a second attempt.'
      : `— Tests that needed a second attempt: ${secondAttempts.length}`,
    ...secondAttempts.flatMap(({ project, file, test, error }) => [
      `  ${project}  ${file}  “${test}”`,
      `    ${error}`,
    ]),
  ];
}

/** How long each stage took, in lines. */
export const linesOfStages = (stages: readonly { name: string; time: number }[]): string[] => [
  '— What the stages took',
  ...stages.map(({ name, time }) => `${seconds(time)}  ${name}`),
];

/** What all runs have gathered in this file so far. */
export function gatheredIn(path: string): RunReport {
  const runs = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean) : [];
  const reports = runs.map((line) => JSON.parse(line) as RunReport);
  return {
    secondAttempts: reports.flatMap((report) => report.secondAttempts),
    files: reports.flatMap((report) => report.files),
  };
}

function reportOf(modules: readonly TestModule[]): RunReport {
  const secondAttempts: SecondAttempt[] = [];
  const files: FileTime[] = [];
  for (const module of modules) {
    const place = { project: module.project.name, file: module.relativeModuleId };
    const { duration, collectDuration, setupDuration } = module.diagnostic();
    files.push({ ...place, time: duration + collectDuration + setupDuration });
    for (const test of module.children.allTests()) {
      if (!test.diagnostic()?.flaky) continue;
      const [error = ''] = (test.result().errors?.[0]?.message ?? '').split('\n');
      secondAttempts.push({ ...place, test: test.fullName, error });
    }
  }
  return { secondAttempts, files };
}

/** Shows the report at the end of a run of Vitest, or leaves it to the test command. */
export class RunReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const report = reportOf(modules);
    const path = process.env[GATHERED_IN];
    if (path === undefined) console.log(`\n${linesOf(report).join('\n')}`);
    else appendFileSync(path, `${JSON.stringify(report)}\n`);
  }
}
