import { i18n } from '#i18n';
import type { Refusal } from '../../progress/export/parse.ts';
import { numberInWords } from '../ui/in-words.ts';
import { momentInWords } from './in-words.ts';

const megabytes = (bytes: number) => numberInWords(Math.ceil(bytes / 2 ** 20));

/** Why a file is not taken in, and what to do: one sentence. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'tooLarge':
      return i18n.t('backup.refused.tooLarge', [megabytes(refusal.bytes), megabytes(refusal.most)]);
    case 'unreadable':
      return i18n.t('backup.refused.unreadable');
    case 'notText':
      return i18n.t('backup.refused.notText');
    case 'tooDeep':
      return i18n.t('backup.refused.tooDeep');
    case 'notJson':
      return i18n.t(refusal.ours ? 'backup.refused.cutOff' : 'backup.refused.notJson');
    case 'notOurs':
      return i18n.t('backup.refused.notOurs');
    case 'newer':
      return i18n.t('backup.refused.newer', [refusal.app ?? '']);
    case 'header':
      return i18n.t('backup.refused.header', [refusal.field]);
    case 'entry':
      return i18n.t('backup.refused.entry', [numberInWords(refusal.entry), refusal.field, refusal.how]);
    case 'future':
      return i18n.t('backup.refused.future', [numberInWords(refusal.entry), momentInWords(refusal.time)]);
    case 'duplicate':
      return i18n.t('backup.refused.duplicate', [numberInWords(refusal.entry), numberInWords(refusal.first)]);
  }
}
