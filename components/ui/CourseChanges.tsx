import { i18n } from '#i18n';
import type { CourseChange } from '../../courses/updates/changes.ts';

interface Props {
  changes: readonly CourseChange[];
}

/** As many changes are in sight; the others are folded. */
const FIRST = 4;
/** The most changes that are listed; the number of the others is shown below. */
const MOST = 30;

function describeChange(change: CourseChange): string {
  const { what, title } = change;
  if (change.how === 'reworded') return i18n.t('changes.reworded', [change.before, title]);
  if (change.how !== 'moved') return i18n.t(`changes.${change.how}.${what}`, [title]);
  return i18n.t(change.to === 'address' ? 'changes.address' : 'changes.moved', [title, change.after]);
}

function Lines({ changes, more }: Props & { more: number }) {
  return (
    <ul class="lines">
      {changes.map((change) => (
        <li key={`${change.what} ${change.id} ${describeChange(change)}`} dir="auto">
          {describeChange(change)}
        </li>
      ))}
      {more > 0 && <li>{i18n.t('changes.more', more)}</li>}
    </ul>
  );
}

/** The changes of a course, a line each. */
export function CourseChanges({ changes }: Props) {
  const folded = changes.length > FIRST + 1 ? changes.slice(FIRST) : [];
  return (
    <>
      <Lines changes={folded.length > 0 ? changes.slice(0, FIRST) : changes} more={0} />
      {folded.length > 0 && (
        <details>
          <summary>{i18n.t('changes.more', folded.length)}</summary>
          <Lines changes={folded.slice(0, MOST - FIRST)} more={changes.length - MOST} />
        </details>
      )}
    </>
  );
}
