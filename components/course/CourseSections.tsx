import { i18n } from '#i18n';
import type { Audience, Course, Section } from '../../courses/course.ts';
import { objectivesBySection, tallyObjectives, tallyResources } from '../../courses/status.ts';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { memo } from '../ui/memo.tsx';
import { Region } from '../ui/Region.tsx';
import { CourseButtons } from './CourseButtons.tsx';

interface Props {
  course: Course;
  audience: Audience;
  section: Section | undefined;
  completed: ReadonlySet<string>;
  visited: ReadonlySet<string>;
  /** All courses, this one among them. */
  courses: readonly Course[];
  onOpen: OnOpen;
  onChooseCourse: (id: string) => void;
  /** The reader wants to see one of these, from this button. */
  onSheet: (name: 'library' | 'handIn' | 'badge', button: HTMLElement) => void;
}

/** With more than these the others are left to the library. */
const MOST_OTHERS = 5;

/** All sections of the course with what is done of each; a section leads to its place on the course's page. */
export const CourseSections = memo(
  ({
    course,
    audience,
    section: shown,
    completed,
    visited,
    courses,
    onOpen,
    onChooseCourse,
    onSheet,
  }: Props) => {
    const others = courses.filter((other) => other !== course);
    return (
      <Region title={i18n.t('course.title')}>
        <ol class="sections">
          {course.sections.map((section) => {
            const read = tallyResources(section.resources, visited);
            const ticked = tallyObjectives(objectivesBySection(audience, section).here, completed);
            return (
              <li key={section.id} class={section === shown ? 'here' : ''}>
                <Link
                  href={`${course.address}#${section.anchor}`}
                  current={section === shown}
                  onOpen={onOpen}
                >
                  {section.title}
                </Link>
                <p class="quiet">
                  {[
                    ticked.total > 0 && i18n.t('course.objectives', [ticked.done, ticked.total]),
                    read.total > 0 && i18n.t('course.resources', [read.done, read.total]),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            );
          })}
        </ol>
        <p class="actions">
          <Link href={course.address} onOpen={onOpen}>
            {i18n.t('course.openPage')}
          </Link>
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={({ currentTarget }) => onSheet('handIn', currentTarget)}
          >
            {i18n.t('handIn.begin')}
          </button>
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={({ currentTarget }) => onSheet('badge', currentTarget)}
          >
            {i18n.t('badge.open')}
          </button>
        </p>
        {others.length > 0 && (
          <>
            <h3>{i18n.t('course.others')}</h3>
            <CourseButtons courses={others.slice(0, MOST_OTHERS)} onChoose={onChooseCourse} />
          </>
        )}
        <p class="courses">
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={({ currentTarget }) => onSheet('library', currentTarget)}
          >
            {i18n.t('course.all')}
          </button>
        </p>
      </Region>
    );
  },
);
