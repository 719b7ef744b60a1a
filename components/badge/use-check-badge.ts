import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Drawing } from '../../credentials/draw.ts';
import { type ValidBadge, type Verified, verifyFile } from '../../credentials/verify.ts';
import { dayMade } from './days.ts';
import { readPacks } from './packs.ts';
import { formatDate, pictureOf } from './picture.ts';

/** The result of verifying a file, as texts. */
export interface CheckResult {
  file: string;
  /** Whether it is valid, or why not. */
  sentence: string;
  /** A note that the picture in the file wasn't verified; undefined if the file has none. */
  picture?: string | undefined;
  /** The content of a valid badge. */
  badge?: {
    drawing: Drawing;
    checked: readonly string[];
    unknown: readonly string[];
    objectives: readonly {
      id: string;
      text: string;
      /** The objective as the course words it here, if that is different. */
      here: string | undefined;
      day: string;
      quotes: readonly string[];
    }[];
  };
}

async function describeBadge(valid: ValidBadge): Promise<NonNullable<CheckResult['badge']>> {
  const { course, edition, objectives, quotes, name, pack } = valid;
  const wordings = new Map(
    pack?.audiences.flatMap((audience) => audience.objectives.map(({ id, text }) => [id, text] as const)),
  );
  return {
    drawing: await pictureOf(valid),
    checked: [
      i18n.t('badge.holds.signature'),
      i18n.t('badge.holds.date', [formatDate(dayMade(valid))]),
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
      here: wordings.get(id) === text ? undefined : wordings.get(id),
      day: formatDate(day),
      quotes: quotes.filter(({ objective }) => objective === id).map(({ quote }) => quote),
    })),
  };
}

async function describeResult(file: string, verified: Verified & { picture: boolean }): Promise<CheckResult> {
  if ('wrong' in verified) return { file, sentence: i18n.t(`badge.wrong.${verified.wrong}`) };
  const { name, course, pack } = verified.valid;
  // The title as this browser knows the course.
  const { title } = pack ?? course;
  const sentence = name ? i18n.t('badge.claims', [name, title]) : i18n.t('badge.claimsNameless', [title]);
  return {
    file,
    sentence,
    // A picture depends on language and time zone, so it can't be compared with the signed content.
    picture: verified.picture ? i18n.t('badge.pictureUnchecked') : undefined,
    badge: await describeBadge(verified.valid),
  };
}

/** Verifies badge files. Only the result of the file that was given last is shown. */
export function useCheckBadge() {
  const [result, setResult] = useState<CheckResult>();
  const latest = useRef(0);
  const check = async (file: File) => {
    const turn = ++latest.current;
    setResult(undefined);
    const verified = await verifyFile(file, await readPacks(), Date.now());
    const described = await describeResult(file.name, verified);
    if (turn === latest.current) setResult(described);
  };
  return { result, onFile: (file: File) => void check(file) };
}
