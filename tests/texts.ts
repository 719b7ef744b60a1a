import { fileURLToPath } from 'node:url';
import { parseMessagesFile } from '@wxt-dev/i18n/build';

/**
 * The texts of the interface, for the tests: each is read from `assets/locales/` by its key, so that changing a sentence
 * changes one file. The fixtures' own page texts are not among them.
 */
const folder = fileURLToPath(new URL('../assets/locales/', import.meta.url));

/** The forms of a message by their names: `text` for the only one, or those of a count (`0`, `1`, `n`). */
type Forms = Record<string, string>;

/** What is put in for `$1`, `$2`, … */
type Substitutions = readonly (string | number)[];

export interface Texts {
  /**
   * The text of `key` as the interface shows it: `t('course.title')`, `t('here.next', ['Values'])`, `t('find.results', 2)`.
   * @param args as `i18n.t` takes them: a count for messages that have several forms, then what is put in for `$1`, `$2`, …;
   *   a count alone is its own `$1`
   * @throws Error where the language has no such key, or something is put in for too few or too many places
   */
  t(key: string, ...args: [Substitutions?] | [count: number, Substitutions?]): string;
  /**
   * The longest run of a text that never changes, for tests that look for a message whatever is put in:
   * of `Next: $1` it is `Next:`.
   */
  fixedPartOf(key: string, count?: number): string;
  /** The text of `key` as a regular expression that matches all of it, whatever is put in. */
  patternOf(key: string, count?: number): RegExp;
}

async function readForms(language: string): Promise<Map<string, Forms>> {
  const messages = await parseMessagesFile(`${folder}${language}.yml`);
  return new Map(
    messages.map((message) => [
      message.key.join('.'),
      message.type === 'plural' ? { ...message.plurals } : { text: message.message },
    ]),
  );
}

/** The texts of `language`, such as `ja`. */
export async function textsIn(language: string): Promise<Texts> {
  const all = await readForms(language);
  function formOf(key: string, count: number | undefined): string {
    const forms = all.get(key);
    const form = count === undefined ? forms?.text : (forms?.[count] ?? forms?.n);
    if (form === undefined)
      throw new Error(`${language}.yml has no text “${key}” for ${count ?? 'no count'}`);
    return form;
  }
  return {
    t(key, ...args) {
      const [first, second] = args;
      const count = typeof first === 'number' ? first : undefined;
      const given = (typeof first === 'number' ? (second ?? [first]) : first) ?? [];
      const form = formOf(key, count);
      const places = Math.max(0, ...[...form.matchAll(/\$(\d)/g)].map(([, place]) => Number(place)));
      const counted = count !== undefined && second === undefined;
      if (places > given.length || (!counted && count === undefined && places < given.length))
        throw new Error(`“${key}” has ${places} places, and ${given.length} texts are put in`);
      return form.replace(/\$(\d)/g, (_, place) => String(given[Number(place) - 1]));
    },
    fixedPartOf(key, count) {
      const parts = formOf(key, count).split(/\$\d/);
      return parts.reduce((longest, part) => (part.length > longest.length ? part : longest)).trim();
    },
    patternOf(key, count) {
      const parts = formOf(key, count).split(/\$\d/);
      return new RegExp(
        `^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.+')}$`,
        's',
      );
    },
  };
}

export const { t, fixedPartOf, patternOf } = await textsIn('en');
