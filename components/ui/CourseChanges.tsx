import { i18n } from '#i18n';
import type { CourseChange } from '../../courses/updates/changes.ts';

interface Props {
  changes: readonly CourseChange[];
}

/** As many as can be read; the number of the others is told. */
const MOST = 30;

function inWords(change: CourseChange): string {
  const { what, title } = change;
  if (change.how === 'reworded') return i18n.t('changes.reworded', [change.before, title]);
  if (change.how !== 'moved') return i18n.t(`changes.${change.how}.${what}`, [title]);
  return i18n.t(change.to === 'address' ? 'changes.address' : 'changes.moved', [title, change.after]);
}

/** What is different in a course: a line for each change. */
export function CourseChanges({ changes }: Props) {
  const more = changes.length - MOST;
  return (
    <ul class="lines">
      {changes.slice(0, MOST).map((change) => (
        <li key={`${change.what} ${change.id} ${inWords(change)}`}>{inWords(change)}</li>
      ))}
      {more > 0 && <li>{i18n.t('changes.more', more)}</li>}
    </ul>
  );
}
