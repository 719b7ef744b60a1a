import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../browsers/poll.ts';
import type { Panel, Reader } from '../browsers/reader.ts';
import { openFold } from '../e2e/panel-parts.ts';
import { t } from '../texts.ts';

const BOXES = `section[aria-label="${t('objectives.all')}"] input`;

/** The result of a run. */
export interface Soaked {
  cycles: number;
  /** Number of actions that showed as saved before a kill. */
  saved: number;
}

/** Waits, frame by frame, until the checkbox shows `value`. Call it before the click. */
export function untilFrameShows(panel: Panel, box: number, value: boolean): Promise<void> {
  return panel.evaluate(
    (selector, index, expected) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const found = document.querySelectorAll<HTMLInputElement>(selector)[index];
          if (found?.checked === expected) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    BOXES,
    box,
    value,
  );
}

const boxesOf = (panel: Panel) =>
  panel.evaluate(
    (selector) => [...document.querySelectorAll<HTMLInputElement>(selector)].map(({ checked }) => checked),
    BOXES,
  );

/** Ticks and unticks at random until the browser is killed. `known` has what showed as saved; undefined while a click is pending. */
async function act(panel: Panel, known: (boolean | undefined)[]): Promise<number> {
  for (let saved = 0; ; saved++) {
    const box = Math.floor(Math.random() * known.length);
    const value = !known[box];
    known[box] = undefined;
    try {
      const shown = untilFrameShows(panel, box, value);
      const clicked = panel.evaluate(
        (selector, index) => document.querySelectorAll<HTMLInputElement>(selector)[index]?.click(),
        BOXES,
        box,
      );
      await Promise.all([shown, clicked]);
    } catch {
      return saved;
    }
    known[box] = value;
  }
}

/** @throws Error if a checkbox differs from what showed before the kill; undefined if it had not shown anything yet */
function expectSaved(shown: (boolean | undefined)[], found: (boolean | undefined)[], cycle: number): void {
  for (const [index, value] of shown.entries()) {
    if (value !== undefined && found[index] !== value)
      throw new Error(
        `Cycle ${cycle}: box ${index} showed as ${value ? 'ticked' : 'unticked'}, but wasn't saved so`,
      );
  }
}

/**
 * Kills the browser `cycles` times, each at a random moment after the panel opens, while a reader ticks and unticks
 * next to the page at `url`.
 * @throws Error at the first action that showed as saved and is missing, and if progress can't be opened
 */
export async function soak(
  reader: Reader,
  url: string,
  cycles: number,
  tell: (cycle: number) => void,
): Promise<Soaked> {
  let known: (boolean | undefined)[] = [];
  let saved = 0;
  const open = async () => reader.openPanel(await reader.newPage(url));
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const panel = await open();
    await openFold(panel, 'objectives.all');
    const ready = () =>
      panel.evaluate((selector) => {
        const [box] = document.querySelectorAll<HTMLInputElement>(selector);
        const told = document.querySelector('[role="status"]')?.textContent;
        return told ? Promise.reject(new Error(told)) : box !== undefined && !box.disabled;
      }, BOXES);
    await until('progress is there', ready);
    const found = await boxesOf(panel);
    expectSaved(known, found, cycle);
    known = found;
    // Every fifth time, long enough for a snapshot to begin.
    const rest = cycle % 5 === 0 ? 4000 + Math.random() * 3000 : Math.random() * 1500;
    const acting = act(panel, known);
    if (cycle % 5 === 0) await sleep(300);
    await sleep(rest);
    await reader.kill();
    saved += await acting;
    // Also kills it while the panel opens, before it shows anything.
    if (cycle % 3 === 0) {
      await reader.restart();
      const opening = open().catch(() => {});
      await sleep(Math.random() * 600);
      await reader.kill();
      await opening;
    }
    await reader.restart();
    tell(cycle);
  }
  return { cycles, saved };
}
