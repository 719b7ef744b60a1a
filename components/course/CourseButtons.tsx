import type { Course } from '../../courses/course.ts';

interface Props {
  courses: readonly Course[];
  onChoose: (id: string) => void;
}

/** Courses by their titles; a click on one shows it in the panel. */
export function CourseButtons({ courses, onChoose }: Props) {
  return (
    <span class="courses">
      {courses.map(({ id, title }) => (
        <button key={id} type="button" onClick={() => onChoose(id)}>
          {title}
        </button>
      ))}
    </span>
  );
}
