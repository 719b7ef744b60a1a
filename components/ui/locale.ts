import { i18n } from '#i18n';

/**
 * The locale in which to write dates and numbers beside texts in `language`: the first of the reader's `preferred` locales that
 * is of this language (`en-GB` of `en`), else the language itself.
 */
export function localeOf(language: string, preferred: readonly string[]): string {
  return preferred.find((each) => each === language || each.startsWith(`${language}-`)) ?? language;
}

/** The locale in which this reader writes dates and numbers. */
export const readersLocale = () => localeOf(i18n.t('language'), navigator.languages);

/** Formats a number that may be large, as the reader writes it. */
export function formatNumber(count: number): string {
  return new Intl.NumberFormat(readersLocale()).format(count);
}
