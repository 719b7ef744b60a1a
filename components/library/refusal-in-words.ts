import { i18n } from '#i18n';
import type { FileRefusal } from '../../courses/pack-file.ts';
import type { Refusal } from '../../courses/read-pack.ts';
import type { ImportConflict } from '../../courses/updates/apply-pack-update.ts';
import type { StatusMessage } from '../ui/ActionStatus.tsx';
import { numberInWords } from '../ui/in-words.ts';

/** As many places of a pack as help to mend it. */
const MOST_PLACES = 8;

const megabytes = (bytes: number) => numberInWords(Math.ceil(bytes / 1e6));

/** What is wrong at a place of a pack; what is seldom wrong is told in English. */
function placeInWords({ place, reason, kind }: Refusal): string {
  const why = kind ? i18n.t(`library.refused.at.${kind}`) : reason;
  return place ? `${place}: ${why}` : why;
}

/** Why a file is no course that can be taken in, and what to do. */
export function refusalInWords(refusal: FileRefusal): StatusMessage {
  switch (refusal.reason) {
    case 'tooLarge':
      return {
        sentence: i18n.t('library.refused.tooLarge', [megabytes(refusal.bytes), megabytes(refusal.most)]),
      };
    case 'unreadable':
    case 'notText':
    case 'tooDeep':
    case 'notOurs':
      return { sentence: i18n.t(`library.refused.${refusal.reason}`) };
    case 'notJson':
      return { sentence: i18n.t(refusal.ours ? 'library.refused.cutOff' : 'library.refused.notJson') };
    case 'pack': {
      const places = refusal.refusals.slice(0, MOST_PLACES).map(placeInWords);
      const more = refusal.refusals.length - places.length;
      return {
        sentence: i18n.t('library.refused.pack'),
        lines: [...places, ...(more > 0 ? [i18n.t('library.refused.more', more)] : [])],
      };
    }
  }
}

/** Why a pack has no place beside the courses that there are. `isSet`: the other is the organisation's. */
export function conflictInWords(
  { is, of: { title } }: Extract<ImportConflict, { is: 'builtIn' | 'taken' }>,
  isSet: boolean,
): string {
  return i18n.t(`library.refused.${is === 'builtIn' && isSet ? 'managed' : is}`, [title]);
}
