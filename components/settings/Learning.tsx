import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import { AudienceSelect } from '../course/AudienceSelect.tsx';
import { Region } from '../ui/Region.tsx';

interface Props {
  course: Course;
  courses: readonly Course[];
  audience: Audience;
  /** Progress can be written. */
  writable: boolean;
  onChooseCourse: (id: string) => void;
  onChooseAudience: (id: string) => void;
  /** Opens the library; the focus returns to `button` when it closes. */
  onSheet: (name: 'library', button: HTMLElement) => void;
}

/** Selects the audience and the course. */
export function Learning({
  course,
  courses,
  audience,
  writable,
  onChooseCourse,
  onChooseAudience,
  onSheet,
}: Props) {
  return (
    <Region title={i18n.t('learning.title')}>
      {course.audiences.length > 1 && (
        <div class="field">
          <label for="settings-audience">{i18n.t('audience')}</label>
          <AudienceSelect
            id="settings-audience"
            course={course}
            audience={audience}
            disabled={!writable}
            onChoose={onChooseAudience}
          />
        </div>
      )}
      <label class="field">
        <span>{i18n.t('learning.course')}</span>
        <select value={course.id} onChange={({ currentTarget }) => onChooseCourse(currentTarget.value)}>
          {courses.map(({ id, title }) => (
            <option key={id} dir="auto" value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p class="actions">
        <button type="button" onClick={({ currentTarget }) => onSheet('library', currentTarget)}>
          {i18n.t('course.all')}
        </button>
      </p>
    </Region>
  );
}
