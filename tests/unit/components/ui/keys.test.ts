import { Window } from 'happy-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ignoreHeldKeys, ignoreInputMethods, listenForKeys } from '../../../../components/ui/keys.ts';

let window: Window;
let isOn = true;
const acted = vi.fn();

beforeEach(() => {
  window = new Window();
  isOn = true;
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  ignoreInputMethods();
  ignoreHeldKeys();
  listenForKeys({ n: acted }, () => isOn);
});
afterEach(() => {
  vi.unstubAllGlobals();
  acted.mockReset();
});

/** Presses a key on `on`. @returns the event, after all listeners have heard it */
function press(on: { dispatchEvent(event: never): boolean }, key: string, more: object = {}) {
  const event = new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
  on.dispatchEvent(event as never);
  return event;
}

test('a single key acts, unless the reader has turned that off', () => {
  expect(press(window.document.body, 'n').defaultPrevented).toBe(true);
  expect(acted).toHaveBeenCalledOnce();
  isOn = false;
  expect(press(window.document.body, 'n').defaultPrevented).toBe(false);
  expect(acted).toHaveBeenCalledOnce();
});

test('a key with a modifier, in a text field or below a view does not act', () => {
  press(window.document.body, 'n', { ctrlKey: true });
  const field = window.document.createElement('textarea');
  window.document.body.append(field);
  field.focus();
  press(field, 'n');
  const dialog = window.document.createElement('dialog');
  field.replaceWith(dialog);
  dialog.open = true;
  press(window.document.body, 'n');
  expect(acted).not.toHaveBeenCalled();
  // Until the panel is drawn again, the closed dialog is still in the document.
  dialog.open = false;
  press(window.document.body, 'n');
  expect(acted).toHaveBeenCalledOnce();
});

test.each([
  ['while it composes', { isComposing: true, keyCode: 229 }],
  ['after it has composed, as in Safari', { isComposing: false, keyCode: 229 }],
  ['while it composes, with the key’s own code', { isComposing: true, keyCode: 13 }],
])('a key of an input method reaches nothing %s', (_, more) => {
  const field = window.document.body.appendChild(window.document.createElement('input'));
  const heard = vi.fn();
  field.addEventListener('keydown', heard);
  press(window.document.body, 'n', more);
  expect(press(field, 'Enter', more).defaultPrevented).toBe(true);
  expect(press(field, 'a', more).defaultPrevented).toBe(false);
  expect(heard).not.toHaveBeenCalled();
  expect(acted).not.toHaveBeenCalled();
  press(field, 'Enter', { keyCode: 13 });
  expect(heard).toHaveBeenCalledOnce();
});

/** Adds an element to the page. */
const added = (tag: string) => window.document.body.appendChild(window.document.createElement(tag));

test('Enter that is held presses a button and sends a form once, but goes on making lines of a text', () => {
  for (const tag of ['button', 'input', 'a', 'summary']) {
    const element = added(tag);
    expect(press(element, 'Enter').defaultPrevented).toBe(false);
    expect(press(element, 'Enter', { repeat: true }).defaultPrevented).toBe(true);
  }
  const text = added('textarea');
  press(text, 'Enter');
  expect(press(text, 'Enter', { repeat: true }).defaultPrevented).toBe(false);
  expect(press(text, 'Enter', { repeat: true, ctrlKey: true }).defaultPrevented).toBe(true);
});

test('a key that is held types nothing into a field that has got the focus since, and acts once', () => {
  const text = added('textarea');
  press(window.document.body, 'n');
  press(window.document.body, 'n', { repeat: true });
  expect(acted).toHaveBeenCalledOnce();
  expect(press(text, 'n', { repeat: true }).defaultPrevented).toBe(true);
  expect(press(text, 'Enter', { repeat: true }).defaultPrevented).toBe(true);
  press(text, 'n');
  expect(press(text, 'n', { repeat: true }).defaultPrevented).toBe(false);
});

test('a key that moves the focus or scrolls goes on while it is held, and so does a shortcut of the browser', () => {
  const [first, second] = [added('button'), added('button')];
  for (const key of ['Tab', 'ArrowDown']) {
    press(first, key);
    expect(press(second, key, { repeat: true }).defaultPrevented).toBe(false);
  }
  press(first, ' ');
  expect(press(first, ' ', { repeat: true }).defaultPrevented).toBe(false);
  expect(press(second, '+', { repeat: true, ctrlKey: true }).defaultPrevented).toBe(false);
});
