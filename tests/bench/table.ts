/** A row of the report: Waymark compared with a floor. */
export interface Row {
  what: string;
  waymark: string;
  floor: string;
  /** Their ratio or difference. */
  comparison: string;
  target: string;
  /** Undefined if there is no target. */
  isMet: boolean | undefined;
}

/** Returns the median of `values`. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('An empty list has no median');
  return (low + high) / 2;
}

/** Formats the lowest and highest of `values`. */
export function rangeOf(values: readonly number[]): string {
  return `${Math.min(...values)} to ${Math.max(...values)}`;
}

/** Formats `time`, which is in ms. */
export function inMs(time: number): string {
  return `${time.toFixed(time < 20 ? 2 : 1)} ms`;
}

/** A row of medians. The target is that Waymark's is at most `most` times the floor's. */
export function ratioRow(what: string, waymark: number[], floor: number[], most?: number): Row {
  const ratio = median(waymark) / median(floor);
  return {
    what,
    waymark: inMs(median(waymark)),
    floor: inMs(median(floor)),
    comparison: `× ${ratio.toFixed(2)}`,
    target: most === undefined ? '' : `at most × ${most}`,
    isMet: most === undefined ? undefined : ratio <= most,
  };
}

/** A row of the panel's tasks over 50 ms, given by how long each took in ms. The target is that there are none. */
export function longTasksRow(what: string, tasks: readonly number[]): Row {
  return {
    what,
    waymark: `${tasks.length}`,
    floor: '',
    comparison: tasks.length === 0 ? '' : `the longest ${inMs(Math.max(...tasks))}`,
    target: 'none',
    isMet: tasks.length === 0,
  };
}

/** A row with a size. The target is at most `most` kB (1 kB is 1,000 bytes). */
export function bytesRow(what: string, bytes: number, most?: number): Row {
  return {
    what,
    waymark: `${bytes.toLocaleString('en-US')} B`,
    floor: '',
    comparison: '',
    target: most === undefined ? '' : `at most ${most} kB`,
    isMet: most === undefined ? undefined : bytes <= most * 1000,
  };
}

const HEAD = ['', 'Waymark', 'floor', 'compared', 'target', ''];

/** Formats the rows as a Markdown table with aligned columns. */
export function formatTable(rows: readonly Row[]): string {
  const verdict = (isMet: Row['isMet']) => (isMet === undefined ? '' : isMet ? 'met' : 'MISSED');
  const cells = [
    HEAD,
    ...rows.map((row) => [row.what, row.waymark, row.floor, row.comparison, row.target, verdict(row.isMet)]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
