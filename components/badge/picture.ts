import { i18n } from '#i18n';
import { bake } from '../../credentials/bake.ts';
import type { Pack } from '../../credentials/credential.ts';
import { type Drawing, draw } from '../../credentials/draw.ts';
import { toSvg } from '../../credentials/svg.ts';
import type { ValidBadge } from '../../credentials/verify.ts';
import { readersLocale } from '../ui/locale.ts';
import { dayMade } from './days.ts';

/** Formats a date such as `2026-08-31` in the reader's locale, independent of the time zone. */
export function formatDate(day: string): string {
  const format = new Intl.DateTimeFormat(readersLocale(), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(day));
}

type Made = Pick<ValidBadge, 'course' | 'audience' | 'objectives' | 'name' | 'time'>;

/** Draws the picture of a badge from its content, whatever picture its file had. */
export function pictureOf({ course, audience, objectives, name, time }: Made): Promise<Drawing> {
  const shown = { course, audience, objectives: objectives.length, name };
  return draw({
    ...shown,
    day: formatDate(dayMade({ time, objectives })),
    note: i18n.t('badge.selfAsserted'),
  });
}

/** Draws the picture of a badge that isn't made yet. @returns undefined if the audience has no objectives */
export async function previewOf(
  course: Pack,
  audience: string,
  name: string,
  time: number,
): Promise<Drawing | undefined> {
  const found = course.audiences.find(({ id }) => id === audience);
  if (!found?.objectives.length) return undefined;
  const objectives = found.objectives.map((objective) => ({ ...objective, day: '' }));
  return pictureOf({ course, audience: found, objectives, name, time });
}

/** Returns the SVG file of a badge: its picture with the signed credential baked in. */
export async function svgFileOf(valid: ValidBadge, jwt: string): Promise<string> {
  return bake(toSvg(await pictureOf(valid), i18n.t('badge.explained')), jwt);
}
