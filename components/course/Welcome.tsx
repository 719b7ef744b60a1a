import { i18n } from '#i18n';
import { course } from '../state/current.ts';
import { chooseAudience } from '../state/reader-actions.ts';
import { Region } from '../ui/Region.tsx';

/** What a new reader is told and asked: what the panel does, where progress is kept, and who they are. */
export function Welcome() {
  return (
    <Region title={i18n.t('welcome.title')} class="welcome">
      <p>{i18n.t('welcome.does')}</p>
      <p>{i18n.t('welcome.keeps')}</p>
      <fieldset class="actions">
        <legend>{i18n.t('welcome.who')}</legend>
        {course.value.audiences.map(({ id, title }) => (
          <button key={id} type="button" onClick={() => chooseAudience(id)}>
            {title}
          </button>
        ))}
      </fieldset>
    </Region>
  );
}
