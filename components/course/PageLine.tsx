import { i18n } from '#i18n';
import type { Match } from '../../courses/match.ts';
import { hasAllCourses } from '../state/catalog.ts';
import { match, others, pageKind } from '../state/current.ts';
import { switchTo } from '../state/reader-actions.ts';
import { CourseButtons } from './CourseButtons.tsx';

/** Why the page belongs to the section, where no row of its resources can say so. */
function lineInCourse({ section, reason }: Match): string | undefined {
  if (!section) return i18n.t('here.coursePage');
  return reason === 'within' || reason === 'coursePage' ? i18n.t(`reason.${reason}`) : undefined;
}

/** What the shown page is, if it's no resource of the course, in one line. */
function lineFor(kind: typeof pageKind.value): string | undefined {
  if (kind === 'missing' || kind === 'unseen') return undefined;
  if (kind === 'moved') return i18n.t('here.movedStub');
  if (kind === 'list') return i18n.t('here.list');
  if (match.value) return lineInCourse(match.value);
  if (!kind) return i18n.t('here.notHandbook');
  // A space, so that the sentence has its place.
  return hasAllCourses.value ? i18n.t('here.notInCourse') : '\u00A0';
}

/** What the shown page is, in one line, and the other courses that it is part of. */
export function PageLine() {
  const line = lineFor(pageKind.value);
  return (
    <>
      {line && <p class="quiet">{line}</p>}
      {others.value.length > 0 && (
        <p class="quiet">
          {i18n.t('here.others')} <CourseButtons courses={others.value} onChoose={switchTo} />
        </p>
      )}
    </>
  );
}
