/** What a panel showed after a frame in which its text changed. */
export interface Shown {
  /** `performance.now()` of the panel's document at the end of that frame. */
  at: number;
  /** The panel's main heading, which is the section's title, or the text of the whole panel if it has none. */
  here: string;
}

/** What a watched panel has shown since it opened. */
export interface Watch {
  /** One entry for every frame in which text was added, removed or changed, including text for screen readers only. */
  texts: Shown[];
  /** Number of frames in which any markup changed, including icons and states. */
  markups: number;
  /** How long each task over 50 ms took, in ms. */
  longTasks: number[];
  /** When a checkbox was first enabled, as `at`; undefined before. */
  enabled?: number;
}

declare global {
  var benchWatch: Watch;
}

/**
 * Records in `benchWatch` what the document shows, frame by frame. Runs in the panel before its own scripts.
 *
 * "Shown" has one meaning for every subject: the text is there at the `requestAnimationFrame` of a frame. The
 * time is that of the first task after this frame, when style, layout and paint are done. Changes within
 * one frame count as one, as on the screen.
 */
export function watchDocument(): void {
  const watch: Watch = { texts: [], markups: 0, longTasks: [] };
  globalThis.benchWatch = watch;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  let text = '';
  let markup = '';
  let framed = false;
  let here: string | undefined;
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = () => {
    const at = performance.now();
    if (here !== undefined) watch.texts.push({ at, here });
    here = undefined;
    // Only now, because serializing the markup takes longer than reading the text.
    const written = document.body?.innerHTML ?? '';
    if (written !== markup) watch.markups += 1;
    markup = written;
    if (document.querySelector('input[type="checkbox"]:enabled')) watch.enabled ??= at;
  };
  const look = () => {
    framed = false;
    const seen = document.body?.textContent ?? '';
    if (seen !== text) {
      text = seen;
      here = document.querySelector('h1')?.textContent ?? seen;
    }
    afterFrame.port2.postMessage(null);
  };
  new MutationObserver(() => {
    if (!framed) requestAnimationFrame(look);
    framed = true;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
