import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import { Region } from '../Region.tsx';

interface Props {
  course: Course;
  courses: readonly Course[];
  audience: Audience;
  /** Progress can be written. */
  writable: boolean;
  onChooseCourse: (id: string) => void;
  onChooseAudience: (id: string) => void;
}

/** What is learned, and for whom. */
export function Learning({ course, courses, audience, writable, onChooseCourse, onChooseAudience }: Props) {
  return (
    <Region title={i18n.t('learning.title')}>
      <label class="field">
        <span>{i18n.t('learning.course')}</span>
        <select value={course.id} onChange={({ currentTarget }) => onChooseCourse(currentTarget.value)}>
          {courses.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{i18n.t('audience')}</span>
        <select
          value={audience.id}
          disabled={!writable}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.value;
            // As with a tick: the choice shows when it is kept.
            currentTarget.value = audience.id;
            onChooseAudience(chosen);
          }}
        >
          {course.audiences.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </Region>
  );
}
