import { i18n } from '#i18n';
import type { CourseChange } from '../../courses/updates/changes.ts';

interface Props {
  changes: readonly CourseChange[];
}

/** The most changes that are listed; the number of the others is shown below. */
const MOST = 30;

function describeChange(change: CourseChange): string {
  const { what, title } = change;
  if (change.how === 'reworded') return i18n.t('changes.reworded', [change.before, title]);
  if (change.how !== 'moved') return i18n.t(`changes.${change.how}.${what}`, [title]);
  return i18n.t(change.to === 'address' ? 'changes.address' : 'changes.moved', [title, change.after]);
}

/** The changes of a course, a line each. */
export function CourseChanges({ changes }: Props) {
  const more = changes.length - MOST;
  return (
    <ul class="lines">
      {changes.slice(0, MOST).map((change) => (
        <li key={`${change.what} ${change.id} ${describeChange(change)}`}>{describeChange(change)}</li>
      ))}
      {more > 0 && <li>{i18n.t('changes.more', more)}</li>}
    </ul>
  );
}
