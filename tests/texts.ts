import { fileURLToPath } from 'node:url';
import { parseMessagesFile } from '@wxt-dev/i18n/build';

/**
 * The interface texts for the tests, read from `assets/locales/` by key, so that rewording a text changes one file only. The texts
 * of fixture pages aren't here.
 */
const folder = fileURLToPath(new URL('../assets/locales/', import.meta.url));

/** The forms of a message by name: `text` if there is only one, or those for counts (`0`, `1`, `n`). */
type Forms = Record<string, string>;

/** The values for `$1`, `$2`, … */
type Substitutions = readonly (string | number)[];

export interface Texts {
  /**
   * The text of `key` as the interface shows it: `t('course.sections')`, `t('next.resource', ['Values'])`, `t('find.results', 2)`.
   * @param args as for `i18n.t`: a count if the message has plural forms, then the values for `$1`, `$2`, …; without values, the
   *   count is `$1`
   * @throws Error if the language has no such key, or if the number of values is wrong
   */
  t(key: string, ...args: [Substitutions?] | [count: number, Substitutions?]): string;
  /**
   * The longest part of a text without placeholders, for finding a message with any values: for `Next: $1` it is `Next:`.
   */
  fixedPartOf(key: string, count?: number): string;
  /** A regular expression that matches the whole text of `key` with any values. */
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

/** Reads the texts of `language`, such as `ja`. */
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
