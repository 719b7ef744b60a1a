import { i18n } from '#i18n';
import type { Held, Verified } from '../../credentials/verify.ts';
import type { Checked } from './CheckBadge.tsx';
import { dayMade } from './days.ts';
import { dateInWords, pictureOf } from './picture.ts';

async function heldInWords(held: Held): Promise<NonNullable<Checked['held']>> {
  const { course, edition, objectives, quotes, name, pack } = held;
  const own = new Map(
    pack?.audiences.flatMap((audience) => audience.objectives.map(({ id, text }) => [id, text] as const)),
  );
  return {
    drawing: await pictureOf(held),
    checked: [
      i18n.t('badge.holds.signature'),
      i18n.t('badge.holds.date', [dateInWords(dayMade(held))]),
      i18n.t(`badge.holds.${edition}`, [objectives.length, (pack ?? course).title]),
    ],
    unknown: [
      name ? i18n.t('badge.unsure.name', [name]) : i18n.t('badge.unsure.nobody'),
      i18n.t('badge.unsure.learned'),
      i18n.t('badge.unsure.clock'),
      i18n.t('badge.unsure.official'),
    ],
    objectives: objectives.map(({ id, text, day }) => ({
      id,
      text,
      here: own.get(id) === text ? undefined : own.get(id),
      day: dateInWords(day),
      quotes: quotes.filter(({ objective }) => objective === id).map(({ quote }) => quote),
    })),
  };
}

/** What came of checking `file`, as it is shown. */
export async function checkedInWords(
  file: string,
  verified: Verified & { picture: boolean },
): Promise<Checked> {
  if ('wrong' in verified) return { file, sentence: i18n.t(`badge.wrong.${verified.wrong}`) };
  const { name, course, pack } = verified.held;
  // What its words are about is what is known here.
  const { title } = pack ?? course;
  const sentence = name ? i18n.t('badge.claims', [name, title]) : i18n.t('badge.claimsNameless', [title]);
  return {
    file,
    sentence,
    // Language and time zone change a picture, so it cannot be compared with what was signed.
    picture: verified.picture ? i18n.t('badge.pictureUnchecked') : undefined,
    held: await heldInWords(verified.held),
  };
}
