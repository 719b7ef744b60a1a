import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { Region } from '../ui/Region.tsx';

interface Props {
  course: Course;
  onChooseAudience: (id: string) => void;
}

/** What a new reader is told and asked: what the panel does, where progress is kept, and who they are. */
export function Welcome({ course, onChooseAudience }: Props) {
  return (
    <Region title={i18n.t('welcome.title')} class="welcome">
      <p>{i18n.t('welcome.does')}</p>
      <p>{i18n.t('welcome.keeps')}</p>
      <fieldset class="actions">
        <legend>{i18n.t('welcome.who')}</legend>
        {course.audiences.map(({ id, title }) => (
          <button key={id} type="button" onClick={() => onChooseAudience(id)}>
            {title}
          </button>
        ))}
      </fieldset>
    </Region>
  );
}
