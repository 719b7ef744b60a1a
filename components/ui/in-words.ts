import { i18n } from '#i18n';
import { localeOf } from './locale.ts';

/** The way in which this reader writes dates and numbers. */
export const readersLocale = () => localeOf(i18n.t('language'), navigator.languages);

/** A number that may be large, as the reader writes it. */
export function numberInWords(count: number): string {
  return new Intl.NumberFormat(readersLocale()).format(count);
}
