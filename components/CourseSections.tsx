import { i18n } from '#i18n';
import type { Audience, Course, Section } from '../courses/course.ts';
import { objectivesBySection, tallyObjectives, tallyResources } from '../courses/standing.ts';
import { CourseButtons } from './CourseButtons.tsx';
import { Link, type OnOpen } from './Link.tsx';
import { Region } from './Region.tsx';
import { unlessChanged } from './unless-changed.tsx';

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
  /** The course is to be handed in; with the button that was used. */
  onHandIn: (from: HTMLElement) => void;
}

/** All sections of the course with what is done of each; a section leads to its place on the course's page. */
export const CourseSections = unlessChanged(
  ({ course, audience, section: shown, completed, visited, courses, ...actions }: Props) => {
    const { onOpen, onChooseCourse, onHandIn } = actions;
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
            onClick={({ currentTarget }) => onHandIn(currentTarget)}
          >
            {i18n.t('handIn.begin')}
          </button>
        </p>
        {others.length > 0 && (
          <>
            <h3>{i18n.t('course.others')}</h3>
            <CourseButtons courses={others} onChoose={onChooseCourse} />
          </>
        )}
      </Region>
    );
  },
);
