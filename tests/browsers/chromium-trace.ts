import type { Page } from 'puppeteer-core';

/** An event of a Chromium trace. */
export interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** All in microseconds: start, duration, and CPU time of the thread. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** The events during which a script runs. Compiling is part of `EvaluateScript`. */
const RUNS = new Set(['EvaluateScript', 'FunctionCall']);
/** The events in which style and layout are computed. */
const LAYOUTS = new Set(['UpdateLayoutTree', 'Layout']);

/** The category with events for whole tasks. It slows the browser down, so it is off by default. */
export const TASKS = 'disabled-by-default-devtools.timeline';

/** Returns the trace of all pages and processes while `act` ran. @param more further trace categories */
export async function traceOf(
  page: Page,
  act: () => Promise<void>,
  more: readonly string[] = [],
): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: ['-*', 'devtools.timeline', ...more] });
  await act();
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('The browser returned no trace');
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** Returns the runs of scripts whose URL begins with `url`, in order. */
export function runsOf(events: readonly TraceEvent[], url: string): TraceEvent[] {
  return events
    .filter(({ name, args }) => RUNS.has(name) && args?.data?.url?.startsWith(url))
    .sort((a, b) => a.ts - b.ts);
}

function isWithin(inner: TraceEvent, outer: TraceEvent): boolean {
  const { pid, tid, ts, dur = 0 } = outer;
  return inner.pid === pid && inner.tid === tid && inner.ts >= ts && inner.ts <= ts + dur;
}

/** Returns the layouts and style calculations within one of `runs`, which the script has forced. */
export function forcedBy(runs: readonly TraceEvent[], events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter((event) => LAYOUTS.has(event.name) && runs.some((run) => isWithin(event, run)));
}

/** Returns the tasks that contain one of `runs`, in a trace with `TASKS`. */
export function tasksOf(runs: readonly TraceEvent[], events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter((event) => event.name === 'RunTask' && runs.some((run) => isWithin(run, event)));
}
