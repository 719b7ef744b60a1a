import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startVitest } from 'vitest/node';
import { GATHERED_IN, gatheredIn, linesOf, linesOfStages, RunReporter } from '../run-report.ts';

test('the report lists the second attempts and the failures, with browser, file, test and the first line of the error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'some.test.ts'),
    `import { test } from 'vitest';
    let attempts = 0;
    test('passes at once', () => {});
    test('passes the second time', () => {
      attempts += 1;
      if (attempts === 1) throw new Error('too slow\\nand more of it');
    });
    test('fails', () => {
      throw new Error('broken');
    });`,
  );
  const report = join(folder, 'report');
  process.env[GATHERED_IN] = report;
  onTestFinished(() => void delete process.env[GATHERED_IN]);
  for (const name of ['chromium', 'firefox']) {
    const options = { root: folder, config: false as const, watch: false, name, retry: 1 };
    const vitest = await startVitest('test', [], { ...options, reporters: [new RunReporter()] });
    await vitest?.close();
  }
  // Vitest has set it for the failures that this test makes.
  process.exitCode = undefined;
  const gathered = gatheredIn(report);
  expect(gathered.files.map(({ project, file }) => [project, file])).toEqual([
    ['chromium', 'some.test.ts'],
    ['firefox', 'some.test.ts'],
  ]);
  expect(linesOf(gathered).slice(3)).toEqual([
    '— Tests that needed a second attempt: 2',
    '  chromium  some.test.ts  “passes the second time”',
    '    too slow',
    '  firefox  some.test.ts  “passes the second time”',
    '    too slow',
    '— Tests that failed: 2',
    '  chromium  some.test.ts  “fails”',
    '    broken',
    '  firefox  some.test.ts  “fails”',
    '    broken',
  ]);
});

test('the report lists how long each stage took, and the ten slowest test files', () => {
  expect(linesOfStages([{ name: 'Types', time: 1234 }])).toEqual([
    '— What the stages took',
    '    1.2 s  Types',
  ]);
  const files = Array.from({ length: 12 }, (_, nth) => ({
    project: 'unit',
    file: `${nth}.test.ts`,
    time: nth * 1000,
  }));
  const lines = linesOf({ files, secondAttempts: [], failures: [] });
  expect(lines).toHaveLength(12);
  expect(lines[1]).toBe('   11.0 s  unit  11.test.ts');
  expect(lines.at(-1)).toBe('— No test needed a second attempt.');
});
