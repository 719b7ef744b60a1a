import { i18n } from '#i18n';
import type { Course } from '../../courses/course.ts';
import { LearnMore } from '../ui/LearnMore.tsx';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { Fill } from '../ui/ProgressBar.tsx';
import { Region } from '../ui/Region.tsx';
import { BadgePicture } from './BadgePicture.tsx';
import type { useMakeBadge } from './use-make-badge.ts';

/** The id of the form, which the button below it belongs to. */
export const BADGE_FORM = 'badge-form';

interface Props {
  course: Course;
  form: ReturnType<typeof useMakeBadge>;
  /** The number of objectives. */
  total: number;
  onMake: () => void;
  onOpen: OnOpen;
}

/** The form that makes a badge, and how many objectives are still to be ticked before. */
export function MakeBadge({ course, form, total, onMake, onOpen }: Props) {
  const { left, drawing, name, longestName, quotes, withQuotes, message } = form;
  return (
    <Region title={i18n.t('badge.make')}>
      <p>{i18n.t('badge.short')}</p>
      <LearnMore about={i18n.t('badge.make')}>
        <p>{i18n.t('badge.explained')}</p>
        <p>
          <Link href={course.address} onOpen={onOpen}>
            {i18n.t('badge.official')}
          </Link>
        </p>
      </LearnMore>
      {left > 0 ? (
        <>
          <Fill done={total - left} total={total} />
          <p>{i18n.t('badge.left', left, [String(left)])}</p>
        </>
      ) : (
        <form
          id={BADGE_FORM}
          onSubmit={(event) => {
            event.preventDefault();
            onMake();
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
        </form>
      )}
      <p role="status" class="saying">
        {message}
      </p>
    </Region>
  );
}
