import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { FormButton } from '../ui/ActionButton.tsx';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { Region } from '../ui/Region.tsx';
import { useAction } from '../ui/use-action.ts';
import { BadgePicture } from './BadgePicture.tsx';
import type { useMakeBadge } from './use-make-badge.ts';

interface Props {
  course: Course;
  form: ReturnType<typeof useMakeBadge>;
  writable: boolean;
  onOpen: OnOpen;
}

/** The form that makes a badge, and how many objectives are still to be ticked before. */
export function MakeBadge({ course, form, writable, onOpen }: Props) {
  const { left, drawing, name, longestName, quotes, withQuotes, message } = form;
  const [isRunning, make] = useAction(form.onMake, 'make a badge');
  return (
    <Region title={i18n.t('badge.make')}>
      <p>{i18n.t('badge.explained')}</p>
      <p>
        <Link href={course.address} onOpen={onOpen}>
          {i18n.t('badge.official')}
        </Link>
      </p>
      {left > 0 ? (
        <p class="quiet">{i18n.t('badge.left', left, [String(left)])}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make();
          }}
        >
          {drawing && <BadgePicture drawing={drawing} />}
          <label class="column">
            <span>{i18n.t('badge.name')}</span>
            <input
              type="text"
              dir="auto"
              autocomplete="name"
              maxLength={longestName}
              value={name}
              onInput={({ currentTarget }) => form.onName(currentTarget.value)}
            />
          </label>
          {quotes > 0 && (
            <label class="switch">
              <input
                type="checkbox"
                checked={withQuotes}
                onChange={({ currentTarget }) => form.onWithQuotes(currentTarget.checked)}
              />
              <span>{i18n.t('badge.withQuotes', quotes, [String(quotes)])}</span>
            </label>
          )}
          <p class="actions">
            <FormButton class="primary" disabled={!writable} isRunning={isRunning}>
              {i18n.t('badge.makeIt')}
            </FormButton>
          </p>
        </form>
      )}
      <p role="status" class="saying">
        {message}
      </p>
    </Region>
  );
}
