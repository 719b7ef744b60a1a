/**
 * What assistive technology sees of a document: elements by role and accessible name. It implements only the rules
 * (https://www.w3.org/TR/accname/, https://www.w3.org/TR/html-aam/) that the panel needs.
 */

/** The selectors of the elements with each role. The summary of a fold is announced, and clicked, as a button. */
export const ROLES = {
  alert: '[role=alert]',
  banner: 'body header:not(dialog *, section *)',
  blockquote: 'blockquote',
  button: 'button:not([role]), summary, [role=button], input:is([type=button], [type=submit])',
  checkbox: 'input[type=checkbox]:not([role]), [role=checkbox], [role=switch]',
  combobox: 'select, [role=combobox]',
  dialog: 'dialog[open], [role=dialog]',
  // The element has no role in browsers; it is found by its label.
  file: 'input[type=file]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  img: 'img, [role=img]',
  link: 'a[href]:not([role]), [role=link]',
  listbox: '[role=listbox]',
  listitem: 'li, [role=listitem]',
  main: 'main, [role=main]',
  option: '[role=option]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section, [role=region]',
  status: '[role=status]',
  textbox:
    'textarea, input:is(:not([type]), [type=text], [type=search], [type=url]):not([role]), [role=textbox]',
} as const;
export type Role = keyof typeof ROLES;

/** What assistive technology knows of an element. */
export interface Seen {
  name: string;
  /** Its text content. */
  text: string;
  href?: string | undefined;
  value?: string | undefined;
  /** The text of the selected option. */
  option?: string | undefined;
  checked?: boolean | undefined;
  pressed?: boolean | undefined;
  expanded?: boolean | undefined;
  /** Whether it is the current item, by `aria-current`. */
  current?: boolean | undefined;
  /** Whether it is selected in a list, by `aria-selected`. */
  selected?: boolean | undefined;
  disabled: boolean;
  focused: boolean;
}

/** One step of a search: it finds the elements with this selector, role and name inside those of the previous step. */
export interface Step {
  selector: string;
  role: string;
  name?: string | undefined;
  pattern?: [string, string];
  nth?: number | undefined;
  /** What the elements must contain. */
  having?: Step[];
}

/**
 * Returns the elements that the steps find. With `mark`, exactly they get that attribute. Runs in the panel, so it uses nothing
 * outside itself.
 */
export function look(steps: Step[], mark?: string): Seen[] {
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/[ \t\r\n\f]+/g, ' ').trim();
  const isShown = (element: Element) =>
    // A file input is often hidden behind its label and exists only for the keyboard.
    (element.matches('input[type=file]') || element.checkVisibility({ visibilityProperty: true })) &&
    !element.closest('[aria-hidden=true], [inert]');
  const contentOf = (element: Element): string => {
    const parts = [...element.childNodes].map((child) => {
      if (!(child instanceof Element)) return child.textContent ?? '';
      // A field inside its own label isn't part of its name.
      if (child.matches('[aria-hidden=true], [hidden], input, select, textarea')) return '';
      return child.getAttribute('aria-label') ?? contentOf(child);
    });
    return parts.join('');
  };
  const nameOf = (element: Element, role: string): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = (element as HTMLInputElement).labels;
    const own = ['button', 'heading', 'link', 'listitem', 'option', 'status', 'alert'].includes(role);
    const names = [
      ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
      element.getAttribute('aria-label'),
      element.getAttribute('alt'),
      [...(labels ?? [])].map(contentOf).join(' '),
      own ? contentOf(element) : '',
      element.getAttribute('title'),
      element.getAttribute('placeholder'),
    ];
    return names.map(tidy).find((name) => name !== '') ?? '';
  };
  const flag = (element: Element, attribute: string) => {
    const value = element.getAttribute(attribute);
    return value === null ? undefined : value !== 'false';
  };

  const find = (way: Step[], from: Element): Element[] =>
    way.reduce<Element[]>(
      (outers, { selector, role, name, pattern, nth, having }) => {
        const fits = (element: Element) => {
          const its = nameOf(element, role);
          if (role === 'region' && its === '') return false;
          const named = pattern ? new RegExp(...pattern).test(its) : name === undefined || its === name;
          return named && isShown(element) && (!having || find(having, element).length > 0);
        };
        const inside = new Set(outers.flatMap((outer) => [...outer.querySelectorAll(selector)]));
        const found = [...inside].filter(fits);
        return nth === undefined ? found : found.slice(nth, nth === -1 ? undefined : nth + 1);
      },
      [from],
    );
  const found = find(steps, document.documentElement);
  if (mark) {
    for (const marked of document.querySelectorAll(`[${mark}]`)) marked.removeAttribute(mark);
    for (const element of found) element.setAttribute(mark, '');
  }
  const role = steps.at(-1)?.role ?? '';
  return found.map((element) => {
    const field = element as HTMLInputElement;
    const folded = element.matches('summary') ? element.closest('details')?.open : undefined;
    return {
      name: nameOf(element, role),
      text: element.textContent ?? '',
      href: (element as unknown as HTMLAnchorElement).href,
      value: element.matches('input, select, textarea') ? field.value : undefined,
      option: (element as unknown as HTMLSelectElement).selectedOptions?.[0]?.text,
      checked: field.type === 'checkbox' ? field.checked : flag(element, 'aria-checked'),
      pressed: flag(element, 'aria-pressed'),
      expanded: folded ?? flag(element, 'aria-expanded'),
      current: flag(element, 'aria-current'),
      selected: flag(element, 'aria-selected'),
      disabled: element.matches(':disabled, [aria-disabled=true]'),
      focused: element === document.activeElement,
    };
  });
}
