import { setTimeout as sleep } from 'node:timers/promises';
import { runsOf, traceOf } from '../browsers/chromium-trace.ts';
import type { Place } from './places.ts';
import type { Subject } from './subject.ts';

/**
 * Loads `place` and returns how long the subject's content script ran in the page, in ms.
 *
 * The times are from the browser's trace: the events `EvaluateScript` (compiling, running, and all functions that the
 * script calls) and `FunctionCall` (its listeners), selected by the script's URL. They are thread time, so other programs
 * don't count. Sums of whole tasks would include the parser and the page, which vary more from load to load than a content
 * script takes. Creating the isolated world isn't in these events; it is the same for every subject, and one
 * subject has an empty script for comparison. Every load uses a new process, as after a link from another site: no cache is warm.
 */
export async function timePageScript({ name, page, reader }: Subject, place: Place): Promise<number> {
  await page.goto('about:blank');
  const events = await traceOf(page, async () => {
    await page.goto(place.url, { waitUntil: 'load' });
    // For the script's later work: the answer to its message.
    await sleep(250);
  });
  const own = runsOf(events, reader.extensionUrl);
  if (own[0]?.name !== 'EvaluateScript') throw new Error(`The content script of ${name} did not run`);
  let end = 0;
  let sum = 0;
  for (const { ts, dur = 0, tdur = dur } of own) {
    // A nested event is included in the outer one.
    if (ts < end) continue;
    end = ts + dur;
    sum += tdur;
  }
  return sum / 1000;
}
