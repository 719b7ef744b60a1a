import { english } from './en.ts';
import type { PageLanguage } from './language.ts';

const either = (own: RegExp, other: RegExp) => new RegExp(`${own.source}|${other.source}`, 'iu');

/** `own` with the English words as well: translations leave some headings and names as they were. */
function withEnglish(own: PageLanguage): PageLanguage {
  return {
    objectives: either(own.objectives, english.objectives),
    learnersObjectives: either(own.learnersObjectives, english.learnersObjectives),
    othersObjectives: either(own.othersObjectives, english.othersObjectives),
    othersPage: either(own.othersPage, english.othersPage),
    activity: either(own.activity, english.activity),
    promise: either(own.promise, english.promise),
    outline: either(own.outline, english.outline),
    learning: either(own.learning, english.learning),
    teaching: either(own.teaching, english.teaching),
    notLearning: [...own.notLearning, ...english.notLearning],
    vague: either(own.vague, english.vague),
    kindOfResource: either(own.kindOfResource, english.kindOfResource),
    unfold: either(own.unfold, english.unfold),
    audience: own.audience,
  };
}

/** The languages of pages besides English, by their tags. They load with the first page in such a language. */
const LANGUAGES: Record<string, () => Promise<PageLanguage>> = {
  de: async () => (await import('./de.ts')).german,
  ja: async () => (await import('./ja.ts')).japanese,
};

/** Letters that only Japanese has. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The words to read a page with. A page in another language, or that doesn't say which, is read as an English one, except that a title
 * can only be Japanese if it has kana: many sites declare English for all their pages.
 * @param tag the language tag that the page declares, such as `ja` or `de-AT`; '' if it declares none
 * @param title of the page
 */
export async function languageOf(tag: string, title = ''): Promise<PageLanguage> {
  const [declared = ''] = tag.toLowerCase().split('-');
  const language = KANA.test(title) ? 'ja' : declared;
  const load = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  return load ? withEnglish(await load()) : english;
}
