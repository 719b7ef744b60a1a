import { setTimeout as sleep } from 'node:timers/promises';
import { runsOf, traceOf } from '../browsers/chromium-trace.ts';
import type { Place } from './places.ts';
import type { Subject } from './subject.ts';

/**
 * Loads `place` and gives how long the subject's content script ran in the page, in ms.
 *
 * It is the browser's own account: the trace's events `EvaluateScript` (compiling, running, and everything the
 * script calls) and `FunctionCall` (its listeners), told from the page's and from other extensions' by their URL,
 * in thread time, so that a busy machine does not count. Sums of whole tasks would hold the parser and the page
 * as well, which differ from load to load by more than a content script costs. The isolated world itself is made
 * outside of these events; it is the same for every subject, and the reason why one has an empty script.
 * Every load is in a process of its own, as after a click on a link from elsewhere: nothing is warm.
 */
export async function timePageScript({ name, page, reader }: Subject, place: Place): Promise<number> {
  await page.goto('about:blank');
  const events = await traceOf(page, async () => {
    await page.goto(place.url, { waitUntil: 'load' });
    // For what the script does later: the answer to its message.
    await sleep(250);
  });
  const own = runsOf(events, reader.extensionUrl);
  if (own[0]?.name !== 'EvaluateScript') throw new Error(`The content script of ${name} did not run`);
  let end = 0;
  let sum = 0;
  for (const { ts, dur = 0, tdur = dur } of own) {
    // One that runs within another is counted there.
    if (ts < end) continue;
    end = ts + dur;
    sum += tdur;
  }
  return sum / 1000;
}
