import { i18n } from '#i18n';
import { type Held, verifyText } from '../../credentials/verify.ts';
import { saveFile } from '../../platform/save-file.ts';
import { type Earned, readEarned, type StoredBadge } from '../../progress/badges.ts';
import { under } from '../../progress/changes.ts';
import { COURSES, PACKS } from '../../progress/courses.ts';
import { useLive } from '../state/use-live.ts';
import { dayMade } from './days.ts';
import type { MadeBadge } from './MadeBadges.tsx';
import { readPacks } from './packs.ts';
import { dateInWords, fileOf, pictureOf } from './picture.ts';

/** Hands a badge to the reader as a file. */
async function saveAs(as: 'svg' | 'jwt', held: Held, jwt: string): Promise<void> {
  const name = `waymark-badge-${held.course.id}.${as}`;
  if (as === 'svg') saveFile(name, await fileOf(held, jwt), 'image/svg+xml');
  else saveFile(name, jwt, 'application/jwt');
}

/** A kept badge as it is shown; none where what is kept does not hold, as any other. */
async function madeOf({ id, jwt }: StoredBadge): Promise<MadeBadge[]> {
  const verified = await verifyText(jwt, await readPacks(), Date.now());
  if ('wrong' in verified) return [];
  const { held } = verified;
  const title = [held.name || held.audience.title, dateInWords(dayMade(held))].join(' · ');
  const drawing = await pictureOf(held);
  return [{ id, title, drawing, onSave: (as) => saveAs(as, held, jwt) }];
}

const NOTHING = { earned: { reached: new Map(), quotes: [], badges: [] } as Earned, made: [] };

/** What of a course a badge is made from and those that were made, read anew whenever progress changes. */
export function useEarned(course: string): { earned: Earned; made: readonly MadeBadge[]; failed?: string } {
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
