import { i18n } from '#i18n';

const language = () => i18n.t('language');

/** A moment (ms since 1970) with day and time, as the reader writes them. */
export function momentInWords(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** The time of the day of a moment (ms since 1970). */
export function timeInWords(time: number): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(time);
}

/** The day of a moment (ms since 1970), with its weekday. */
export function dayInWords(time: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'full' }).format(time);
}
