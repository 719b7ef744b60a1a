import { i18n } from '#i18n';
import type { Resource } from '../courses/course.ts';
import type { ResourceState } from '../courses/standing.ts';
import { Link, type OnOpen } from './Link.tsx';
import { StateIcon } from './StateIcon.tsx';

/** Marks a resource as visited, or takes the mark back. */
export type OnMark = (resource: string, value: boolean) => void;

interface Props {
  resource: Resource;
  state: ResourceState;
  visited: boolean;
  /** The host, where it is not the course's own; else ''. */
  host: string;
  /** A place that serves the reader instead of a resource that is gone. */
  instead: string | undefined;
  onOpen: OnOpen;
  /** Where it is not there, the state is shown without a button. */
  onMark: OnMark | undefined;
}

/** A resource with its link, its state in sign and words, and a button that marks it as read. */
export function ResourceItem({ resource, state, visited, host, instead, onOpen, onMark }: Props) {
  const { title, address, gone, formerly } = resource;
  const words = [
    state === 'here' && i18n.t('resources.state.here'),
    gone && i18n.t('resources.state.gone'),
    !gone && state !== 'here' && formerly && i18n.t('resources.state.moved'),
    host && !gone && i18n.t('resources.elsewhere', [host]),
  ].filter((word) => typeof word === 'string' && word);
  const icon = <StateIcon state={visited && state === 'here' ? 'visited' : state} />;
  return (
    <li class={`resource ${state}`}>
      {onMark && !gone ? (
        <button
          type="button"
          class="mark"
          aria-pressed={visited}
          aria-label={i18n.t('resources.visited', [title])}
          title={i18n.t(visited ? 'resources.unmark' : 'resources.mark')}
          onClick={() => onMark(resource.id, !visited)}
        >
          {icon}
        </button>
      ) : (
        <span class="mark">
          {icon}
          <span class="unseen">{i18n.t(`resources.state.${visited ? 'visited' : 'notVisited'}`)}</span>
        </span>
      )}
      <div>
        {gone ? (
          <s>{title}</s>
        ) : (
          <Link href={address} resource={resource} current={state === 'here'} onOpen={onOpen}>
            {title}
          </Link>
        )}
        {words.length > 0 && <span class="tag">{words.join(' · ')}</span>}
        {instead && (
          <p>
            <Link href={instead} onOpen={onOpen}>
              {i18n.t('resources.instead', [new URL(instead).host])}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}
