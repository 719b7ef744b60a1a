import { readersLocale } from '../ui/in-words.ts';

/** A moment (ms since 1970) with day and time, as the reader writes them. */
export function momentInWords(time: number): string {
  return new Intl.DateTimeFormat(readersLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** The time of the day of a moment (ms since 1970). */
export function timeInWords(time: number): string {
  return new Intl.DateTimeFormat(readersLocale(), { timeStyle: 'short' }).format(time);
}

/** The day of a moment (ms since 1970), with its weekday. */
export function dayInWords(time: number): string {
  return new Intl.DateTimeFormat(readersLocale(), { dateStyle: 'full' }).format(time);
}
