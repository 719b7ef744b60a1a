import { Window } from 'happy-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ignoreInputMethods, listenForKeys } from '../../../../components/ui/keys.ts';

let window: Window;
let isOn = true;
const acted = vi.fn();

beforeEach(() => {
  window = new Window();
  isOn = true;
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  ignoreInputMethods();
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
  field.replaceWith(window.document.createElement('dialog'));
  press(window.document.body, 'n');
  expect(acted).not.toHaveBeenCalled();
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
