import { english } from './en.ts';
import type { PageLanguage } from './language.ts';

export type { PageLanguage } from './language.ts';

/** The languages of pages, by their tags. */
const LANGUAGES: Record<string, PageLanguage> = {
  en: english,
};

/**
 * The words to read a page with. A page in another language, or that doesn't say which, is read as an English one.
 * @param tag the language tag that the page declares, such as `ja` or `de-AT`; '' if it declares none
 */
export function languageOf(tag: string): PageLanguage {
  const [language = ''] = tag.toLowerCase().split('-');
  return (Object.hasOwn(LANGUAGES, language) && LANGUAGES[language]) || english;
}
