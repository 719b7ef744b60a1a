import type { Page } from 'puppeteer-core';
import { inBrowser, type TextInputProcessor } from './firefox-scope.ts';
import { until } from './poll.ts';

/** A native menu of Firefox. */
interface Popup extends Element {
  readonly state: string;
  activateItem(item: Element): void;
}

/** Opens the context menu of an element with the right mouse button, and chooses the item with this label. */
export async function chooseFromMenu(page: Page, selector: string, label: string): Promise<void> {
  await (await page.$(selector))?.click({ button: 'right' });
  await until(`the menu offers “${label}”`, () =>
    inBrowser(
      page,
      ({ win }, name) => {
        const menu = win.document.getElementById('contentAreaContextMenu') as Popup | null;
        const item = [...(menu?.querySelectorAll('menuitem') ?? [])].find(
          (each) => each.getAttribute('label') === name,
        );
        if (menu?.state !== 'open' || !item) return false;
        menu.activateItem(item);
        return true;
      },
      label,
    ),
  );
}

/** Presses Alt+Shift and a letter in the window of a page. The browser and its extensions receive the key. */
export async function pressAltShift(page: Page, letter: string): Promise<void> {
  await inBrowser(
    page,
    ({ win }, key) => {
      const factory = win.Cc['@mozilla.org/text-input-processor;1'];
      const processor = factory?.createInstance<TextInputProcessor>(win.Ci.nsITextInputProcessor);
      if (!processor?.beginInputTransactionForTests(win)) throw new Error('Firefox does not accept keys now');
      const events = ['Alt', 'Shift', key].map(
        (name) =>
          new win.KeyboardEvent('', {
            key: name,
            keyCode: name === key ? key.toUpperCase().charCodeAt(0) : 0,
          }),
      );
      for (const event of events) processor.keydown(event);
      for (const event of events.reverse()) processor.keyup(event);
    },
    letter,
  );
}
