import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Resource } from '../../courses/course.ts';
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
  const icon = <StateIcon state={gone ? 'gone' : isRead ? 'visited' : 'notVisited'} />;
  if (gone || !isReady.value)
    return (
      <span class="mark">
        {icon}
        <span class="unseen">
          {i18n.t(`resources.state.${gone ? 'gone' : isRead ? 'visited' : 'notVisited'}`)}
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

/** That the reader is at this resource, and on request why its section is shown. */
function Here() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p class="quiet">
        {i18n.t('resources.state.here')}{' '}
        <button type="button" class="why" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {i18n.t('here.why')}
        </button>
      </p>
      {isOpen && <p class="quiet">{i18n.t(`reason.${match.value?.reason ?? 'page'}`)}</p>}
    </>
  );
}

/** A resource: whether it is read, its link, and at most one quiet line. */
export function ResourceItem({ resource, alternative }: Props) {
  const course = shownCourse.value;
  const here = match.value?.reason === 'within' ? undefined : match.value?.resource;
  const state = stateOf(resource, here, progress.value.visited);
  const { id, title, address, gone } = resource;
  const host = hostElsewhere(course, resource);
  return (
    <li class={`resource ${state}`}>
      <Mark resource={resource} />
      <div>
        {gone ? (
          <s dir="auto">{title}</s>
        ) : (
          <Link href={address} resource={resource} current={state === 'here'} onOpen={open}>
            {title}
          </Link>
        )}
        {state === 'here' && <Here />}
        {gone && <p class="quiet">{i18n.t('resources.state.gone')}</p>}
        {host && !gone && <p class="quiet">{host}</p>}
        {alternative && (
          <p>
            <Link href={alternative} onOpen={open}>
              {i18n.t('resources.instead', [new URL(alternative).host])}
            </Link>
          </p>
        )}
        <NoteList kind="resource" id={id} notes={notes.value} />
      </div>
      <NoteButton kind="resource" id={id} title={title} notes={notes.value} />
    </li>
  );
}
