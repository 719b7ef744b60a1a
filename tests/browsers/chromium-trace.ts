import type { Page } from 'puppeteer-core';

/** What Chromium tells of one stretch of work. */
export interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** All in microseconds: start, duration, and the time that the thread really ran. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** The ways in which a script comes to run; compiling is a part of `EvaluateScript`. */
const RUNS = new Set(['EvaluateScript', 'FunctionCall']);
/** Where styles and layout are computed. */
const LAYOUTS = new Set(['UpdateLayoutTree', 'Layout']);

/** The category that tells of whole tasks. It is not always on, because what is told costs the browser time. */
export const TASKS = 'disabled-by-default-devtools.timeline';

/** What the browser was at while `act` went on, in the page and elsewhere; `more` is what else it should tell. */
export async function traceOf(
  page: Page,
  act: () => Promise<void>,
  more: readonly string[] = [],
): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: ['-*', 'devtools.timeline', ...more] });
  await act();
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('The browser gave no trace');
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The runs of scripts whose URL begins with `url`, in order. */
export function runsOf(events: readonly TraceEvent[], url: string): TraceEvent[] {
  return events
    .filter(({ name, args }) => RUNS.has(name) && args?.data?.url?.startsWith(url))
    .sort((a, b) => a.ts - b.ts);
}

function isWithin(inner: TraceEvent, outer: TraceEvent): boolean {
  const { pid, tid, ts, dur = 0 } = outer;
  return inner.pid === pid && inner.tid === tid && inner.ts >= ts && inner.ts <= ts + dur;
}

/** The layouts and style calculations that happened within one of `runs`: a script has forced them. */
export function forcedBy(runs: readonly TraceEvent[], events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter((event) => LAYOUTS.has(event.name) && runs.some((run) => isWithin(event, run)));
}

/** The tasks that one of `runs` was a part of, in a trace with `TASKS`. */
export function tasksOf(runs: readonly TraceEvent[], events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter((event) => event.name === 'RunTask' && runs.some((run) => isWithin(run, event)));
}
