import { look, ROLES, type Role, type Seen, type Step } from '../browsers/look.ts';
import { until } from '../browsers/poll.ts';
import type { ClickOptions, Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';

/**
 * Finds elements of the panel as assistive technology does: by role and accessible name. Names are given as keys of interface
 * texts, so that tests don't depend on wording or classes.
 */

/** Describes elements: those with this role or name, those inside others, or the nth of them. */
export interface Target {
  readonly role: Role;
  readonly name?: string | RegExp | undefined;
  readonly within?: Target;
  readonly nth?: number;
  readonly having?: Target;
}

/** Elements by role, with any name or with a name that isn't an interface text, such as a course title. */
export const named = (role: Role, name?: string | RegExp): Target => ({ role, name });

/** The values for placeholders in a text, as for `t`. */
type Args = Parameters<typeof t> extends [string, ...infer Rest] ? Rest : never;

const byKey =
  (role: Role) =>
  (key: string, ...args: Args): Target =>
    named(role, t(key, ...args));

/** Elements with a role and the key of their name, with its values: `button('actionsFor', ['How we build'])`. */
export const region = byKey('region');
export const dialog = byKey('dialog');
export const button = byKey('button');
export const link = byKey('link');
export const checkbox = byKey('checkbox');
export const textbox = byKey('textbox');
export const combobox = byKey('combobox');

/** The `inner` elements inside `outer`: `within(named('banner'), button('header.menu'))`. */
export const within = (outer: Target, inner: Target): Target => ({
  ...inner,
  within: inner.within ? within(outer, inner.within) : outer,
});
/** The elements that contain `inner`: `containing(named('listitem'), link)`. */
export const containing = (outer: Target, inner: Target): Target => ({ ...outer, having: inner });
/** The nth element, counted from 0, or from the end (-1), for tests of the order of a list. */
export const nth = (target: Target, at: number): Target => ({ ...target, nth: at });

/** A name that begins with this text and ends with something that isn't an interface text, such as a date. */
export const beginning = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`);

function stepsTo({ role, name, within: outer, nth: at, having }: Target): Step[] {
  const called =
    name instanceof RegExp ? { pattern: [name.source, name.flags] as [string, string] } : { name };
  const step = {
    selector: ROLES[role],
    role,
    nth: at,
    ...called,
    ...(having && { having: stepsTo(having) }),
  };
  return [...(outer ? stepsTo(outer) : []), step];
}

const nameOf = ({ role, name, within: outer, nth: at }: Target): string =>
  [role, name && `“${name}”`, at !== undefined && `(${at})`, outer && `in ${nameOf(outer)}`]
    .filter(Boolean)
    .join(' ');

/** Returns all of these elements that are visible now, in document order. */
export const seen = (panel: Pick<Panel, 'evaluate'>, target: Target): Promise<Seen[]> =>
  panel.evaluate(look, stepsTo(target));

/** Waits until one of these elements is visible and `fits`, and returns it. */
export const untilSeen = (
  panel: Pick<Panel, 'evaluate'>,
  target: Target,
  fits: (one: Seen) => boolean = () => true,
): Promise<Seen> =>
  until(`${nameOf(target)} is shown, ${fits}`, async () =>
    (await seen(panel, target)).find(fits),
  ) as Promise<Seen>;

/** Waits until none of these elements is visible. */
export const untilGone = (panel: Pick<Panel, 'evaluate'>, target: Target): Promise<boolean> =>
  until(`no ${nameOf(target)} is shown`, async () => (await seen(panel, target)).length === 0);

/** Counts the marks. Each search has its own mark, because several may run at once. */
let marks = 0;

/** Waits until exactly one of these elements exists and is enabled, and returns a selector of it. */
async function selectorOf(panel: Pick<Panel, 'evaluate'>, target: Target): Promise<string> {
  const mark = `data-target-${++marks}`;
  let found: Seen[] = [];
  await until(`there is one ${nameOf(target)} that can be used`, async () => {
    found = await panel.evaluate(look, stepsTo(target), mark);
    return found.length === 1 && !found[0]?.disabled;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; there are: ${JSON.stringify(found.map(({ name }) => name))}`);
  });
  return `[${mark}]`;
}

/** Returns the element's position once it hasn't moved for a few frames. Runs in the panel, so it uses nothing outside itself. */
const placeOf = async (selector: string) => {
  const places: string[] = [];
  for (let frame = 0; frame < 4; frame++) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    places.push(box ? [box.x, box.y, box.width, box.height].join() : `none, ${frame}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  return new Set(places).size === 1;
};

/** Clicks the only one of these elements with the mouse, once it is enabled and has stopped moving. */
export async function click(
  panel: Pick<Panel, 'evaluate' | 'click'>,
  target: Target,
  how?: ClickOptions,
): Promise<void> {
  let selector = '';
  await until(`${nameOf(target)} stays where it is`, async () => {
    selector = await selectorOf(panel, target);
    return panel.evaluate(placeOf, selector);
  });
  await panel.click(selector, { ...how, isAtRest: true });
}

/** Focuses the only one of these elements. */
export async function focus(panel: Pick<Panel, 'evaluate'>, target: Target): Promise<void> {
  const selector = await selectorOf(panel, target);
  await panel.evaluate((of) => document.querySelector<HTMLElement>(of)?.focus(), selector);
}

/** Selects the option with this text in the only one of these elements. */
export async function choose(
  panel: Pick<Panel, 'evaluate' | 'waitFor'>,
  target: Target,
  text: string,
): Promise<void> {
  const selector = await selectorOf(panel, target);
  await panel.waitFor(
    (of, wanted) => {
      const list = document.querySelector<HTMLSelectElement>(of);
      const option = [...(list?.options ?? [])].find((each) => each.text === wanted);
      if (!list || !option) return false;
      list.value = option.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    selector,
    text,
  );
}

/** Chooses a file with this text in the only one of these elements. */
export async function giveFile(panel: Panel, target: Target, name: string, text: string): Promise<void> {
  const selector = await selectorOf(panel, target);
  await panel.evaluate(
    (of, title, content) => {
      const field = document.querySelector<HTMLInputElement>(of);
      if (!field) throw new Error('there is no field for a file');
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], title));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    name,
    text,
  );
}
