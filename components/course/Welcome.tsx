import { i18n } from '#i18n';
import { course } from '../state/current.ts';
import { audience } from '../state/progress.ts';
import { chooseAudience } from '../state/reader-actions.ts';
import { Region } from '../ui/Region.tsx';
import { AudienceSelect } from './AudienceSelect.tsx';

/** With more audiences than these a select takes less space than buttons. */
const MOST_BUTTONS = 3;

/** What a new reader is told and asked: what the panel does, where progress is saved, and who they are. */
export function Welcome() {
  const { audiences } = course.value;
  return (
    <Region title={i18n.t('welcome.title')} class="welcome">
      <p>{i18n.t('welcome.does')}</p>
      <p>{i18n.t('welcome.keeps')}</p>
      {audiences.length > MOST_BUTTONS ? (
        <p class="field">
          <label for="who">{i18n.t('welcome.who')}</label>
          <AudienceSelect
            course={course.value}
            audience={audience.value}
            id="who"
            disabled={false}
            onChoose={chooseAudience}
          />
        </p>
      ) : (
        audiences.length > 1 && (
          <fieldset class="audiences">
            <legend>{i18n.t('welcome.who')}</legend>
            {audiences.map((each) => (
              <button
                key={each.id}
                type="button"
                dir="auto"
                aria-pressed={each === audience.value}
                onClick={() => chooseAudience(each.id)}
              >
                {each.title}
              </button>
            ))}
          </fieldset>
        )
      )}
    </Region>
  );
}
