import { i18n } from '#i18n';
import { FormButton } from '../ui/ActionButton.tsx';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { Region } from '../ui/Region.tsx';
import { useAction } from '../ui/use-action.ts';
import { BadgePicture, type Drawing } from './BadgePicture.tsx';

interface Props {
  /** The course's page, where its official badge is. */
  official: string;
  /** Number of objectives that are still to be ticked. */
  left: number;
  drawing: Drawing | undefined;
  name: string;
  longestName: number;
  /** Number of quotes that are evidence. */
  quotes: number;
  withQuotes: boolean;
  writable: boolean;
  saying: string | undefined;
  onName: (name: string) => void;
  onWithQuotes: (wanted: boolean) => void;
  onMake: () => Promise<unknown>;
  onOpen: OnOpen;
}

/** Where a badge is made: what it says, what it does not, and what the learner wants in it. */
export function MakeBadge(props: Props) {
  const { official, left, drawing, name, longestName, quotes, withQuotes, writable, saying } = props;
  const [isRunning, make] = useAction(props.onMake, 'make a badge');
  return (
    <Region title={i18n.t('badge.make')}>
      <p>{i18n.t('badge.explained')}</p>
      <p>
        <Link href={official} onOpen={props.onOpen}>
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
              onInput={({ currentTarget }) => props.onName(currentTarget.value)}
            />
          </label>
          {quotes > 0 && (
            <label class="switch">
              <input
                type="checkbox"
                checked={withQuotes}
                onChange={({ currentTarget }) => props.onWithQuotes(currentTarget.checked)}
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
        {saying}
      </p>
    </Region>
  );
}
