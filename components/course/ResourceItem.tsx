import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Resource, Section } from '../../courses/course.ts';
import { resourceRead } from '../../courses/match.ts';
import { hostElsewhere, stateOf } from '../../courses/status.ts';
import { NoteButton, NoteList } from '../notes/NoteList.tsx';
import { match, course as shownCourse } from '../state/current.ts';
import { notes } from '../state/notes.ts';
import { isReady, progress } from '../state/progress.ts';
import { mark, open } from '../state/reader-actions.ts';
import { Link } from '../ui/Link.tsx';
import { StateIcon } from '../ui/StateIcon.tsx';

interface Props {
  resource: Resource;
  /** An address for readers of this audience, if the resource was removed for others. */
  alternative?: string | undefined;
}

/** The state of a resource, as a button that marks it as read, or as unread again. */
function Mark({ resource: { id, title, gone } }: Pick<Props, 'resource'>) {
  const isRead = progress.value.visited.has(id);
  const icon = <StateIcon state={gone ? 'removed' : isRead ? 'visited' : 'notVisited'} />;
  if (gone || !isReady.value)
    return (
      <span class="mark">
        {icon}
        <span class="unseen">
          {i18n.t(`resources.state.${gone ? 'removed' : isRead ? 'visited' : 'notVisited'}`)}
        </span>
      </span>
    );
  const name = i18n.t(isRead ? 'resources.unmarkThis' : 'resources.markThis', [title]);
  return (
    <button type="button" class="mark" aria-label={name} title={name} onClick={() => mark(id, !isRead)}>
      {icon}
    </button>
  );
}

interface LineProps extends Props {
  isHere: boolean;
  isExplained: boolean;
  onExplain: () => void;
}

/** The quiet line of a resource: that the reader is there, where it leads, its notes. */
function Line({ resource, alternative, isHere, isExplained, onExplain }: LineProps) {
  const host = resource.gone ? '' : hostElsewhere(shownCourse.value, resource);
  return (
    <div class="line">
      {isHere && (
        <p class="quiet">
          {i18n.t('resources.state.here')}{' '}
          <button type="button" class="why" aria-expanded={isExplained} onClick={onExplain}>
            {i18n.t('here.why')}
          </button>
        </p>
      )}
      {resource.gone && <p class="quiet">{i18n.t('resources.state.removed')}</p>}
      {host && <p class="quiet">{host}</p>}
      {alternative && (
        <p>
          <Link href={alternative} onOpen={open}>
            {i18n.t('resources.instead', [new URL(alternative).host])}
          </Link>
        </p>
      )}
      <NoteList kind="resource" id={resource.id} />
    </div>
  );
}

/** A resource: whether it is read, its link, and at most one quiet line. */
export function ResourceItem({ resource, alternative }: Props) {
  const [isExplained, setExplained] = useState(false);
  const here = resourceRead(match.value);
  const isHere = resource === here;
  const state = stateOf(resource, here, progress.value.visited);
  const { id, title, address, gone } = resource;
  return (
    <li class={`resource ${state}`}>
      <Mark resource={resource} />
      <div>
        {gone ? (
          <s dir="auto">{title}</s>
        ) : (
          <Link href={address} resource={resource} current={isHere} onOpen={open}>
            {title}
          </Link>
        )}
        <Line
          resource={resource}
          alternative={alternative}
          isHere={isHere}
          isExplained={isExplained}
          onExplain={() => setExplained(!isExplained)}
        />
        {isHere && isExplained && <p class="quiet">{i18n.t(`reason.${match.value?.reason ?? 'page'}`)}</p>}
      </div>
      <NoteButton kind="resource" id={id} title={title} notes={notes.value} />
    </li>
  );
}

/** The videos of a section. */
export function Videos({ videos }: { videos: NonNullable<Section['videos']> }) {
  if (videos.length === 0) return null;
  return (
    <ul class="resources">
      {videos.map(({ title, address }) => (
        <li key={address} class="resource video">
          <span class="mark">
            <svg class="state-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M5.5 3.5l7 4.5-7 4.5z" />
            </svg>
          </span>
          <div>
            <Link href={address} onOpen={open}>
              {title}
            </Link>
            <p class="quiet">{i18n.t('resources.video', [new URL(address).host])}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
