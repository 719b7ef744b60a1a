import { i18n } from '#i18n';
import type { HandInLabels } from '../../courses/hand-in/markdown.ts';

/** What is said around what is handed in, in the reader's language. */
export const labels: HandInLabels = {
  edition: (month) => i18n.t('handIn.edition', [month]),
  audience: (title) => i18n.t('handIn.audience', [title]),
  ticked: ({ done, total }) => i18n.t('course.objectives', [done, total]),
  read: ({ done, total }) => i18n.t('handIn.read', [done, total]),
  evidence: i18n.t('handIn.evidence'),
  badge: (day) => i18n.t('handIn.badge', [day]),
};
