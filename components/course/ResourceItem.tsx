import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Course, Resource } from '../../courses/course.ts';
import { hostElsewhere, type ResourceState } from '../../courses/status.ts';
import { NoteButton, NoteList } from '../notes/NoteList.tsx';
import type { CourseNotes } from '../notes/note.ts';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { StateIcon } from '../ui/StateIcon.tsx';

/** Marks a resource as visited, or takes the mark back. */
export type OnMark = (resource: string, value: boolean) => void;

const MovedLink = onDemand(async () => (await import('./MovedLink.tsx')).MovedLink);

/** What can be done with the resources of a list. */
export interface ResourceActions {
  onOpen: OnOpen;
  /** Not there before it has loaded. */
  notes: CourseNotes | undefined;
  /** Where it is not there, the state is shown without a button. */
  onMark: OnMark | undefined;
  /** Takes back what was learned of a link's move. */
  onTakeBack: (resource: Resource) => void;
}

interface Props extends ResourceActions {
  course: Course;
  resource: Resource;
  state: ResourceState;
  visited: boolean;
  /** A place that serves the reader instead of a resource that is gone. */
  instead: string | undefined;
}

/** The state of a resource, as a button that marks it as read, or takes the mark back. */
function Mark({
  resource: { id, title, gone },
  state,
  visited,
  onMark,
}: Pick<Props, 'resource' | 'state' | 'visited' | 'onMark'>) {
  const icon = <StateIcon state={visited && state === 'here' ? 'visited' : state} />;
  return onMark && !gone ? (
    <button
      type="button"
      class="mark"
      aria-pressed={visited}
      aria-label={i18n.t('resources.visited', [title])}
      title={i18n.t(visited ? 'resources.unmark' : 'resources.mark')}
      onClick={() => onMark(id, !visited)}
    >
      {icon}
    </button>
  ) : (
    <span class="mark">
      {icon}
      <span class="unseen">{i18n.t(`resources.state.${visited ? 'visited' : 'notVisited'}`)}</span>
    </span>
  );
}

/** A resource with its link, its state in sign and words, and a button that marks it as read. */
export function ResourceItem({
  course,
  resource,
  state,
  visited,
  instead,
  notes,
  onOpen,
  onMark,
  onTakeBack,
}: Props) {
  const { title, address, gone, formerly } = resource;
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  /** The button that takes it back goes with the move: the focus stays on what it was about. */
  const takeBack = (moved: Resource) => {
    place.current?.querySelector('a')?.focus();
    onTakeBack(moved);
  };
  const host = hostElsewhere(course, resource);
  return (
    <li class={`resource ${state}`}>
      <Mark resource={resource} state={state} visited={visited} onMark={onMark} />
      <div ref={place}>
        {gone ? (
          <s>{title}</s>
        ) : (
          <Link href={address} resource={resource} current={state === 'here'} onOpen={onOpen}>
            {title}
          </Link>
        )}
        {state === 'here' && <span class="unseen"> {i18n.t('resources.state.here')}</span>}
        {host && !gone && <span class="tag"> {i18n.t('resources.elsewhere', [host])}</span>}
        {(gone || formerly) && (
          <details onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
            <summary class="tag">{i18n.t(`resources.state.${gone ? 'gone' : 'moved'}`)}</summary>
            {asked && <MovedLink course={course} resource={resource} onTakeBack={takeBack} />}
          </details>
        )}
        <NoteList kind="resource" id={resource.id} notes={notes} />
        {instead && (
          <p>
            <Link href={instead} onOpen={onOpen}>
              {i18n.t('resources.instead', [new URL(instead).host])}
            </Link>
          </p>
        )}
      </div>
      <NoteButton kind="resource" id={resource.id} title={title} notes={notes} />
    </li>
  );
}
