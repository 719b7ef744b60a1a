import { until } from './poll.ts';
import type { Panel } from './reader.ts';

/** Whether an element of this selector exists and doesn't move for a moment. Runs in the panel: uses nothing outside itself. */
const isAtRest = async (selector: string): Promise<boolean> => {
  const places = new Set<string>();
  for (let look = 0; look < 4; look++) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (!box) return false;
    places.add([box.x, box.y, box.width, box.height].join());
    await new Promise((done) => setTimeout(done, 20));
  }
  return places.size === 1;
};

/** Waits until an element of this selector exists and doesn't move: lists that load later could shift it under the mouse. */
export const untilAtRest = (panel: Pick<Panel, 'evaluate'>, selector: string): Promise<boolean> =>
  until(`${selector} exists and has stopped moving`, () => panel.evaluate(isAtRest, selector));
