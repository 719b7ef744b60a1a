import { readersLocale } from '../ui/locale.ts';

/** Formats a time (ms since 1970) as date and time in the reader's locale. */
export function formatMoment(time: number): string {
  return new Intl.DateTimeFormat(readersLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** Formats the time of day of a time (ms since 1970) in the reader's locale. */
export function formatTime(time: number): string {
  return new Intl.DateTimeFormat(readersLocale(), { timeStyle: 'short' }).format(time);
}

/** Formats the date of a time (ms since 1970) with its weekday in the reader's locale. */
export function formatDay(time: number): string {
  return new Intl.DateTimeFormat(readersLocale(), { dateStyle: 'full' }).format(time);
}
