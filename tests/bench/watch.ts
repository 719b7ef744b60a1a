/** What a panel showed after a frame in which its text changed. */
export interface Shown {
  /** `performance.now()` of the panel's document when that frame was done. */
  at: number;
  /** The text of the region that says where the page is, or of the whole panel where it has no such region. */
  here: string;
}

/** What a watched panel has shown so far. */
export interface Watch {
  /** One for every frame in which text came, went or became another, what only screen readers meet included. */
  texts: Shown[];
  /** How many frames changed anything of the markup: icons and states, too. */
  markups: number;
  /** When a box could first be ticked, as `at`; undefined before. */
  enabled?: number;
}

declare global {
  var benchWatch: Watch;
}

/**
 * Keeps in `benchWatch` what the document shows, frame by frame. Runs in the panel before any script of its own.
 * @param region the name of the one whose text is told
 *
 * "Shown" is the same for every subject: the text is there at the `requestAnimationFrame` of a frame, and the
 * time is that of the first task after this frame, when style, layout and paint are done. What two subjects do
 * within one frame counts as one change, as on the screen.
 */
export function watchDocument(region: string): void {
  const watch: Watch = { texts: [], markups: 0 };
  globalThis.benchWatch = watch;
  let text = '';
  let markup = '';
  let framed = false;
  let here: string | undefined;
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = () => {
    const at = performance.now();
    if (here !== undefined) watch.texts.push({ at, here });
    here = undefined;
    // Only now, since writing the markup out takes longer than a look at the text.
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
      here = document.querySelector(`[aria-label="${region}"]`)?.textContent ?? seen;
    }
    afterFrame.port2.postMessage(null);
  };
  new MutationObserver(() => {
    if (!framed) requestAnimationFrame(look);
    framed = true;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
