import type { Audience, Course, Resource } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { CourseSections } from './CourseSections.tsx';
import { Earlier } from './Earlier.tsx';
import type { ObjectiveActions } from './ObjectiveList.tsx';
import { Programs } from './Programs.tsx';
import type { ResourceActions } from './ResourceItem.tsx';
import { Resources } from './Resources.tsx';

const OtherNotes = onDemand(async () => (await import('../notes/OtherNotes.tsx')).OtherNotes);

interface Props extends ResourceActions, ObjectiveActions {
  course: Course;
  /** All courses, this one among them. */
  courses: readonly Course[];
  audience: Audience;
  match: Match | undefined;
  visited: ReadonlySet<string>;
  onChooseCourse: (id: string) => void;
  /** The reader wants to see one of these, from this button. */
  onSheet: (name: 'library' | 'handIn' | 'badge', button: HTMLElement) => void;
}

/** What the course holds, below what the reader looks for first: the section's resources, the programs, all sections. */
export function CourseLists({
  course,
  courses,
  audience,
  match,
  completed,
  visited,
  onChooseCourse,
  onSheet,
  disabled,
  onTick,
  ...actions
}: Props) {
  const section = match?.section;
  const { notes } = actions;
  const here: Resource | undefined = match?.reason === 'within' ? undefined : match?.resource;
  return (
    <>
      {section && (
        <Resources
          course={course}
          section={section}
          audience={audience}
          here={here}
          visited={visited}
          {...actions}
        />
      )}
      <Programs course={course} here={here} visited={visited} {...actions} />
      <Earlier
        course={course}
        visited={visited}
        completed={completed}
        disabled={disabled}
        onTick={onTick}
        {...actions}
      />
      {notes && (notes.all.length > 0 || notes.deleted) && (
        <OtherNotes course={course} audience={audience} section={section} notes={notes} />
      )}
      <CourseSections
        course={course}
        courses={courses}
        audience={audience}
        section={section}
        completed={completed}
        visited={visited}
        onOpen={actions.onOpen}
        onChooseCourse={onChooseCourse}
        onSheet={onSheet}
      />
    </>
  );
}
