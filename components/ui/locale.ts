import { i18n } from '#i18n';

/**
 * Returns the locale for dates and numbers in texts of `language`: the first of the reader's `preferred` locales with that language
 * (such as `en-GB` for `en`), or else the language itself.
 */
export function localeOf(language: string, preferred: readonly string[]): string {
  return preferred.find((each) => each === language || each.startsWith(`${language}-`)) ?? language;
}

/** The locale for this reader's dates and numbers. */
export const readersLocale = () => localeOf(i18n.t('language'), navigator.languages);

/** Formats a number in the reader's locale, such as `12,345`. */
export function formatNumber(count: number): string {
  return new Intl.NumberFormat(readersLocale()).format(count);
}
