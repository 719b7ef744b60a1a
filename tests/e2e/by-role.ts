import { look, ROLES, type Role, type Seen, type Step } from '../browsers/look.ts';
import { until } from '../browsers/poll.ts';
import type { ClickOptions, Panel } from '../browsers/reader.ts';
import { t } from '../texts.ts';

/**
 * Finds what the panel shows as assistive technology does: by role and accessible name. The names are the interface's texts
 * by their keys, so that neither another wording nor another class changes a test.
 */

/** Which elements are meant: all of this role, those of this name, those within others, or the nth of these. */
export interface Target {
  readonly role: Role;
  readonly name?: string | RegExp | undefined;
  readonly within?: Target;
  readonly nth?: number;
  readonly having?: Target;
}

/** An element by its role, whatever its name is, or with a name that is no text of the interface, as a course's title. */
export const named = (role: Role, name?: string | RegExp): Target => ({ role, name });

/** What is put into a text, as `t` takes it. */
type Args = Parameters<typeof t> extends [string, ...infer Rest] ? Rest : never;

const byKey =
  (role: Role) =>
  (key: string, ...args: Args): Target =>
    named(role, t(key, ...args));

/** Each by the key of its name, with what is put into it: `button('library.removeThis', ['How we build'])`. */
export const region = byKey('region');
export const dialog = byKey('dialog');
export const button = byKey('button');
export const link = byKey('link');
export const checkbox = byKey('checkbox');
export const textbox = byKey('textbox');
export const combobox = byKey('combobox');

/** `inner`, where it is in `outer`: `within(region('course.title'), button('badge.open'))`. */
export const within = (outer: Target, inner: Target): Target => ({
  ...inner,
  within: inner.within ? within(outer, inner.within) : outer,
});
/** Those that `inner` is in: `containing(named('listitem'), link)`. */
export const containing = (outer: Target, inner: Target): Target => ({ ...outer, having: inner });
/** The nth of them, from 0, or from the end (-1), for lists whose order is what the test is about. */
export const nth = (target: Target, at: number): Target => ({ ...target, nth: at });

/** A name that begins with this text, and goes on with what no text has: a date, or a name. */
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

/** All of these that are shown now, in the order of the document; none is an empty list. */
export const seen = (panel: Pick<Panel, 'evaluate'>, target: Target): Promise<Seen[]> =>
  panel.evaluate(look, stepsTo(target));

/** Waits until one of these is shown for which `fits` holds, and gives it. */
export const untilSeen = (
  panel: Pick<Panel, 'evaluate'>,
  target: Target,
  fits: (one: Seen) => boolean = () => true,
): Promise<Seen> =>
  until(`${nameOf(target)} is shown, ${fits}`, async () =>
    (await seen(panel, target)).find(fits),
  ) as Promise<Seen>;

/** Waits until none of these is shown. */
export const untilGone = (panel: Pick<Panel, 'evaluate'>, target: Target): Promise<boolean> =>
  until(`no ${nameOf(target)} is shown`, async () => (await seen(panel, target)).length === 0);

/** How many elements were marked: each has a mark of its own, since several may be looked for at once. */
let marks = 0;

/** Waits until there is exactly one of these and it can be used, and gives a selector of it. */
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

/** Where the element is, once it has not moved for a few frames. Runs in the panel, and needs nothing around it. */
const placeOf = async (selector: string) => {
  const places: string[] = [];
  for (let frame = 0; frame < 4; frame++) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    places.push(box ? [box.x, box.y, box.width, box.height].join() : `none, ${frame}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  return new Set(places).size === 1;
};

/** Clicks the only one of these with the mouse, once it can be used and stays where it is. */
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
  await panel.click(selector, how);
}

/** Gives the only one of these the focus. */
export async function focus(panel: Pick<Panel, 'evaluate'>, target: Target): Promise<void> {
  const selector = await selectorOf(panel, target);
  await panel.evaluate((of) => document.querySelector<HTMLElement>(of)?.focus(), selector);
}

/** Chooses the option with this text in the only one of these. */
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

/** Gives the only one of these a file with this text, as choosing it does. */
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
