import { writeFile } from 'node:fs/promises';
import { untilAtRest } from './at-rest.ts';
import {
  type FrameBrowser,
  frameCall,
  inBrowser,
  type Place,
  resultOf,
  type TextInputProcessor,
  type WindowOf,
} from './firefox-scope.ts';
import { until } from './poll.ts';
import type { ClickOptions, Panel } from './reader.ts';

const MODIFIERS = { Control: 2, Shift: 4, Meta: 8 } as const;

/** Runs a function in the document of this window's sidebar. */
async function inSidebar<A extends unknown[], R>(
  where: WindowOf,
  fn: (...args: A) => R | Promise<R>,
  args: A,
): Promise<R> {
  const answer = await inBrowser(
    where,
    ({ win, ask }, call) => {
      const outer = win.SidebarController.browser.contentDocument;
      return ask(outer.getElementById('webext-panels-browser'), call);
    },
    frameCall(fn, args),
  );
  return resultOf(answer);
}

/** Clicks at a point, in CSS pixels of the browser window. The event is trusted, like that of a real mouse. */
export function mouseClick(
  { win }: Place,
  x: number,
  y: number,
  button: number,
  modifiers: number,
  clickCount = 1,
): void {
  for (const type of clickCount > 1 ? ['mousedown', 'mouseup'] : ['mousemove', 'mousedown', 'mouseup']) {
    const pressed = button === 1 ? 4 : 1;
    const buttons = type === 'mousedown' ? pressed : 0;
    const data = { button, buttons, clickCount, modifiers, inputSource: 1 };
    win.synthesizeMouseEvent(type, x, y, data, { isDOMEventSynthesized: false });
  }
}

/** Presses a key with modifiers. The events are trusted, like those of a real keyboard. */
async function pressKey(
  { win }: Place,
  key: string,
  modifiers: readonly string[],
  repeats: number,
): Promise<void> {
  const inner = win.SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
  (inner as FrameBrowser | null)?.focus();
  const factory = win.Cc['@mozilla.org/text-input-processor;1'];
  const processor = factory?.createInstance<TextInputProcessor>(win.Ci.nsITextInputProcessor);
  if (!processor?.beginInputTransactionForTests(win)) throw new Error('Firefox does not accept keys now');
  // A space has an effect only with its key code, which is its character code.
  const keyCode = (name: string) => (name === ' ' ? 32 : 0);
  const events = [...modifiers, key].map(
    (name) => new win.KeyboardEvent('', { key: name, keyCode: keyCode(name) }),
  );
  for (const event of events) processor.keydown(event);
  for (let count = 0; count < repeats; count++) {
    await new Promise((resolve) => win.setTimeout(resolve, 30));
    processor.keydown(new win.KeyboardEvent('', { key, keyCode: keyCode(key), repeat: true }));
  }
  for (const event of events.reverse()) processor.keyup(event);
}

function modifierBits(modifiers: ClickOptions['modifiers'] = []): number {
  return modifiers.reduce((bits, modifier) => bits | MODIFIERS[modifier], 0);
}

/** Whether the sidebar of this window shows the extension's page, loaded and with a layout. */
export async function sidebarReady(where: WindowOf, url: string): Promise<boolean> {
  const shown = await inBrowser(where, ({ win }) => {
    if (!win.SidebarController.isOpen) return undefined;
    const frame = win.SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
    return (frame as FrameBrowser | null)?.currentURI?.spec;
  });
  if (shown !== url) return false;
  const state = () => [document.URL, document.readyState, innerWidth > 0] as const;
  const [address, readyState, laidOut] = await inSidebar(where, state, []);
  return address === url && readyState === 'complete' && laidOut;
}

/** Sets the width of the sidebar with its frame, in CSS pixels. By default it is as wide as Chromium's side panel. */
export async function widenSidebar(where: WindowOf, width = 360): Promise<void> {
  await inBrowser(
    where,
    ({ win }, wanted) => {
      const box = win.document.getElementById('sidebar-box');
      for (const edge of ['width', 'min-width', 'max-width']) box?.style.setProperty(edge, wanted);
    },
    `${width}px`,
  );
  await until('the sidebar has its width', () =>
    inSidebar(where, (wanted) => Math.abs(innerWidth - wanted) < 20, [width]),
  );
}

/** How often an event is sent, and how long it may take to arrive, in milliseconds. */
const MOST_ATTEMPTS = 3;
const ARRIVAL = 2000;

/** Waits for an event of this type from now on. Runs in the panel, like the next function: both use nothing outside themselves. */
const expectEvent = (type: string) => {
  const arrival = new Promise((resolve) => {
    addEventListener(type, () => resolve(true), { capture: true, once: true });
  });
  Object.assign(window, { waymarkArrival: arrival });
};

/** Whether the expected event has arrived; resolves when it has been handled. */
const eventArrived = async (longest: number): Promise<boolean> => {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, longest, false));
  const arrived = await Promise.race([Reflect.get(window, 'waymarkArrival') as Promise<boolean>, late]);
  // After the next frame, it has been handled.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return arrived;
};

/** Returns the sidebar of this window. */
export function sidebarOf(where: WindowOf): Panel {
  const evaluate: Panel['evaluate'] = (fn, ...args) => inSidebar(where, fn, args);
  /**
   * Sends an event to the sidebar, whose page is in another process, and waits until it has been handled. On a busy machine Firefox
   * loses some on the way: if nothing of this type arrives, it is sent again. If the event closes the sidebar, there is nothing to ask.
   */
  const send = async (type: 'keydown' | 'mousedown', event: () => Promise<void>) => {
    for (let attempt = 1; ; attempt++) {
      await evaluate(expectEvent, type);
      await event();
      if (await evaluate(eventArrived, ARRIVAL).catch(() => true)) return;
      if (attempt === MOST_ATTEMPTS) throw new Error(`Firefox loses every ${type}`);
      console.warn(`Firefox lost a ${type}`);
    }
  };
  return {
    evaluate,
    waitFor: (fn, ...args) => until(`${fn}`, () => evaluate(fn, ...args)),
    async click(selector, { button = 'left', count = 1, modifiers, isAtRest } = {}) {
      if (!isAtRest) await untilAtRest({ evaluate }, selector);
      const point = await evaluate(async (selector) => {
        const element = document.querySelector(selector);
        if (element === null) return undefined;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        // The mouse hits what was painted last, so this waits until the scroll has been painted.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, selector);
      if (point === undefined) throw new Error(`The sidebar has no element ${selector}`);
      const offset = await inBrowser(where, ({ win }) => {
        const outer = win.SidebarController.browser;
        const inner = outer.contentDocument.getElementById('webext-panels-browser');
        const [a, b] = [outer.getBoundingClientRect(), inner?.getBoundingClientRect()];
        return { x: a.x + (b?.x ?? 0), y: a.y + (b?.y ?? 0) };
      });
      const [x, y] = [offset.x + point.x, offset.y + point.y];
      await send('mousedown', async () => {
        for (let nth = 1; nth <= count; nth++)
          await inBrowser(where, mouseClick, x, y, button === 'middle' ? 1 : 0, modifierBits(modifiers), nth);
      });
    },
    press: (key, { modifiers = [], repeats = 0 } = {}) =>
      send('keydown', () => inBrowser(where, pressKey, key, modifiers as string[], repeats)),
    async setColorScheme(scheme) {
      await inBrowser(
        where,
        ({ win }, wanted) => {
          const inner = win.SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
          (inner as unknown as FrameBrowser).browsingContext.prefersColorSchemeOverride = wanted;
        },
        scheme,
      );
    },
    async resize(width, height) {
      await widenSidebar(where, width);
      if (height === undefined) return;
      const sizeNow = () => evaluate(() => [innerWidth, innerHeight] as const);
      const [w, h] = await sizeNow();
      await inBrowser(
        where,
        ({ win }, wider, higher) => {
          const box = win.document.getElementById('sidebar-box');
          const now = box?.getBoundingClientRect().width ?? 0;
          for (const edge of ['width', 'min-width', 'max-width'])
            box?.style.setProperty(edge, `${now + wider}px`);
          win.resizeBy(0, higher);
        },
        width - w,
        height - h,
      );
      await until('the sidebar has this size', async () => `${await sizeNow()}` === `${[width, height]}`);
    },
    async screenshot(path) {
      const image = await inBrowser(where, async ({ win }) => {
        const inner = win.SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
        const shown = (inner as unknown as FrameBrowser).browsingContext.currentWindowGlobal;
        const bitmap = await shown.drawSnapshot(null, win.devicePixelRatio, 'white');
        const canvas = win.document.createElementNS(
          'http://www.w3.org/1999/xhtml',
          'canvas',
        ) as HTMLCanvasElement;
        [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
        return canvas.toDataURL('image/png');
      });
      await writeFile(path, Buffer.from(image.slice(image.indexOf(',') + 1), 'base64'));
    },
    async close() {
      await inBrowser(where, ({ win }) => win.SidebarController.hide());
      await until('the sidebar closes', () => inBrowser(where, ({ win }) => !win.SidebarController.isOpen));
    },
  };
}
