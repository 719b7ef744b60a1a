import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The ways that CONTRIBUTING.md describes, each with the most files that a reader of the code should have to open for it. */
const WAYS = [
  ['Page to panel', 20],
  ['Tick to every panel', 20],
  ['Page to course', 25],
  ['Selection to note and back', 22],
] as const;

/** A line of a list: a file, how far the line is indented, and what the file does. */
interface Step {
  depth: number;
  file: string;
  sentence: string;
}

const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** The lines below the heading `title`. Every line that isn't a step is an error. */
function stepsOf(title: string): Step[] {
  const [, text = ''] = guide.split(`\n### ${title}\n`);
  const lines = (text.split(/\n##/)[0] ?? '').split('\n').filter((line) => line.trim());
  return lines.map((line) => {
    const [, indent = '', file = '', sentence = ''] = /^( *)(?:\d+\.|-) `([^`]+)` (.+)$/.exec(line) ?? [];
    if (!file) throw new Error(`not a file with a sentence: ${line}`);
    return { depth: Math.round(indent.length / 3), file, sentence };
  });
}

function importsOf(file: string): string[] {
  const found = readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from\s+|import\(|import\s+)'(\.[^']+)'/g);
  return [...found].map(([, name = '']) => relative(ROOT, join(ROOT, dirname(file), name)));
}

const areLinked = (one: string, other: string) =>
  importsOf(one).includes(other) || importsOf(other).includes(one);

/**
 * The steps that aren't linked to one before them by an import, in either direction. A step must be linked to the step before it at
 * the same depth, or to the less indented one above it.
 */
function unlinked(steps: readonly Step[]): string[] {
  /** The latest step at each depth. */
  const open: Step[] = [];
  return steps.flatMap((step) => {
    const { depth, file } = step;
    const before = [open[depth], open[depth - 1]].filter((each) => each !== undefined);
    open.splice(depth, open.length, step);
    const isFirst = step === steps[0];
    return isFirst || before.some((each) => areLinked(each.file, file)) ? [] : [file];
  });
}

describe.each(WAYS)('%s', (title, most) => {
  const steps = stepsOf(title);
  const files = new Set(steps.map(({ file }) => file));

  test(`names at least 10 and at most ${most} files, which exist`, () => {
    expect(files.size).toBeGreaterThanOrEqual(10);
    expect(files.size).toBeLessThanOrEqual(most);
    expect([...files].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test('has one sentence for each file', () => {
    expect(steps.filter(({ sentence }) => !/^[^.!?]+(\.\w[^.!?]*)*\.$/.test(sentence))).toEqual([]);
  });

  test('has the files in an order in which each imports its neighbour, or is imported by it', () => {
    expect(unlinked(steps)).toEqual([]);
  });

  test('would fail in another order', () => {
    const main = steps.filter(({ depth }) => depth === 0);
    const [first, second, ...rest] = main as [Step, Step, ...Step[]];
    expect(unlinked([first, ...rest, second])).not.toEqual([]);
    expect(unlinked(steps.toSorted((a, b) => (a.file < b.file ? -1 : 1)))).not.toEqual([]);
  });
});
