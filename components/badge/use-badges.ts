import { i18n } from '#i18n';
import type { Drawing } from '../../credentials/draw.ts';
import { type ValidBadge, verifyText } from '../../credentials/verify.ts';
import { saveFile } from '../../platform/save-file.ts';
import { type Earned, readEarned, type StoredBadge } from '../../progress/badges.ts';
import { under } from '../../progress/changes.ts';
import { COURSES, PACKS } from '../../progress/courses.ts';
import { useLive } from '../state/signals.ts';
import { dayMade } from './days.ts';
import { readPacks } from './packs.ts';
import { formatDate, pictureOf, svgFileOf } from './picture.ts';

/** A badge that was made. */
export interface MadeBadge {
  id: string;
  /** Its name and date, as text. */
  title: string;
  drawing: Drawing;
  onSave: (as: 'svg' | 'jwt') => Promise<unknown>;
}

/** Saves a badge as a file. */
async function saveAs(as: 'svg' | 'jwt', valid: ValidBadge, jwt: string): Promise<void> {
  const name = `waymark-badge-${valid.course.id}.${as}`;
  if (as === 'svg') saveFile(name, await svgFileOf(valid, jwt), 'image/svg+xml');
  else saveFile(name, jwt, 'application/jwt');
}

/** Verifies a stored badge, like one from a file, and draws it. @returns an empty list if it isn't valid */
async function madeOf({ id, jwt }: StoredBadge): Promise<MadeBadge[]> {
  const verified = await verifyText(jwt, await readPacks(), Date.now());
  if ('wrong' in verified) return [];
  const { valid } = verified;
  const title = [valid.name || valid.audience.title, formatDate(dayMade(valid))].join(' · ');
  const drawing = await pictureOf(valid);
  return [{ id, title, drawing, onSave: (as) => saveAs(as, valid, jwt) }];
}

const NOTHING = { earned: { reached: new Map(), quotes: [], badges: [] } as Earned, made: [] };

/** What a badge of this course would be made from, and the badges made so far. Updated after every change of progress. */
export function useBadges(course: string): { earned: Earned; made: readonly MadeBadge[]; failed?: string } {
  const { found, failed } = useLive({
    key: course,
    async read() {
      const earned = await readEarned(course);
      return { earned, made: (await Promise.all(earned.badges.map(madeOf))).flat() };
    },
    when: under([course, 'completion'], [course, 'note'], [course, 'badge'], COURSES, PACKS),
  });
  if (failed) return { ...NOTHING, failed: i18n.t('badge.failed', [failed.message]) };
  return found ?? NOTHING;
}
