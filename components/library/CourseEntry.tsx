import { i18n } from '#i18n';
import { isNarrowFor } from '../course/SectionBar.tsx';
import { ActionMenu, type MenuItem } from '../ui/ActionMenu.tsx';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { finishedOf, ProgressBar } from '../ui/ProgressBar.tsx';
import { closeAllDialogs } from '../ui/Sheet.tsx';
import { isSecondClick } from '../ui/use-action.ts';
import type { Entry } from './use-library.ts';

interface EntryActions {
  onOpen: OnOpen;
  onChoose: (id: string) => void;
  onMove: (id: string, by: -1 | 1) => Promise<unknown>;
  onArchive: (id: string, archived: boolean) => Promise<unknown>;
  onExport: (id: string) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
}

interface Props extends EntryActions {
  entry: Entry;
  /** The panel shows this course. */
  current: boolean;
  /** It is the first or last of its list. */
  first: boolean;
  last: boolean;
  /** The list shows only some of the courses, so that nothing can be moved in it. */
  filtered: boolean;
  /** Progress can be written. */
  writable: boolean;
}

/** How far the reader is in the course, and where it comes from; or why it can't be read. */
function CourseStatus({
  entry: { source, state, ticked, visited, sections, address },
  onOpen,
}: Pick<Props, 'entry' | 'onOpen'>) {
  const parts = [
    visited.total > 0 && i18n.t('course.resources', [visited.done, visited.total]),
    ticked.total > 0 && i18n.t('course.objectives', [ticked.done, ticked.total]),
    i18n.t(`library.source.${source === 'built-in' ? 'builtIn' : source}`),
  ];
  if (state === 'here')
    return (
      <>
        <ProgressBar
          parts={sections}
          label={i18n.t('bar.summary', [finishedOf(sections), sections.length])}
          isNarrow={isNarrowFor(sections.length)}
        />
        <p class="quiet">{parts.filter(Boolean).join(' · ')}</p>
      </>
    );
  return (
    <p class="quiet">
      {i18n.t(
        state === 'unfit'
          ? 'library.unfit'
          : `library.elsewhere.${source === 'followed' ? 'followed' : 'imported'}`,
      )}{' '}
      {address && (
        <Link href={address} onOpen={onOpen}>
          {i18n.t('course.openPage')}
        </Link>
      )}
    </p>
  );
}

/** What can be done with a course, in the order of its menu. */
function itemsFor({ entry, first, last, filtered, writable, ...actions }: Props): MenuItem[] {
  const { id, source, state, archived, address } = entry;
  const { onOpen, onMove, onArchive, onExport, onRemove } = actions;
  const move = (text: string, disabled: boolean, by: -1 | 1): MenuItem[] =>
    filtered ? [] : [{ text, disabled: disabled || !writable, onChoose: () => onMove(id, by) }];
  const openPage = () => {
    closeAllDialogs();
    onOpen(address, 'here');
  };
  return [
    ...move(i18n.t('library.up'), first, -1),
    ...move(i18n.t('library.down'), last, 1),
    ...(address ? [{ text: i18n.t('course.openPage'), onChoose: openPage }] : []),
    ...(state === 'here' ? [{ text: i18n.t('library.export'), onChoose: () => onExport(id) }] : []),
    {
      text: i18n.t(archived ? 'library.unarchive' : 'library.archive'),
      disabled: !writable,
      onChoose: () => onArchive(id, !archived),
    },
    ...(source === 'followed' || source === 'imported'
      ? [{ text: i18n.t('library.remove'), disabled: !writable, danger: true, onChoose: () => onRemove(id) }]
      : []),
  ];
}

/** A course of the library: a click shows it in the panel. */
export function CourseEntry(props: Props) {
  const { entry, current, onChoose, onOpen } = props;
  const { id, title, state, archived } = entry;
  return (
    <li data-course={id} class={current ? 'here' : ''}>
      <div>
        <p>
          {state === 'here' && !archived ? (
            <button
              type="button"
              class="choice"
              aria-current={current || undefined}
              onClick={(event) => {
                // The second click of a double click in the menu that was above it.
                if (isSecondClick(event)) return;
                onChoose(id);
                closeAllDialogs();
              }}
            >
              <bdi>{title}</bdi>
            </button>
          ) : (
            <b dir="auto">{title}</b>
          )}{' '}
          {current && <span class="tag">{i18n.t('library.current')}</span>}
        </p>
        <CourseStatus entry={entry} onOpen={onOpen} />
      </div>
      <ActionMenu title={i18n.t('actionsFor', [title])} items={() => itemsFor(props)} />
    </li>
  );
}
