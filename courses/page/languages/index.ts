import { german } from './de.ts';
import { english } from './en.ts';
import { japanese } from './ja.ts';
import type { PageLanguage } from './language.ts';

export type { PageLanguage } from './language.ts';

const either = (own: RegExp, other: RegExp) => new RegExp(`${own.source}|${other.source}`, 'iu');

/** `own` with the English words as well: translations leave some headings and names as they were. */
function withEnglish(own: PageLanguage): PageLanguage {
  return {
    objectives: either(own.objectives, english.objectives),
    outline: either(own.outline, english.outline),
    learning: either(own.learning, english.learning),
    teaching: either(own.teaching, english.teaching),
    notLearning: [...own.notLearning, ...english.notLearning],
    vague: either(own.vague, english.vague),
    audience: own.audience,
  };
}

/** The languages of pages, by their tags. */
const LANGUAGES: Record<string, PageLanguage> = {
  en: english,
  de: withEnglish(german),
  ja: withEnglish(japanese),
};

/** The languages that a page can be read in. */
export const allLanguages = Object.values(LANGUAGES);

/**
 * The words to read a page with. A page in another language, or that doesn't say which, is read as an English one.
 * @param tag the language tag that the page declares, such as `ja` or `de-AT`; '' if it declares none
 */
export function languageOf(tag: string): PageLanguage {
  const [language = ''] = tag.toLowerCase().split('-');
  return (Object.hasOwn(LANGUAGES, language) && LANGUAGES[language]) || english;
}
