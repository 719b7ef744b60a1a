import { i18n } from '#i18n';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { closeDialog } from '../ui/Sheet.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import type { Entry } from './use-library.ts';

interface EntryActions {
  onOpen: OnOpen;
  onChoose: (id: string) => void;
  onMove: (id: string, by: -1 | 1) => void;
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
  /** Progress can be written. */
  writable: boolean;
}

/** Where the course comes from, and the reader's progress in it or why it can't be read. */
function CourseStatus({
  entry: { source, state, ticked, visited, address },
  onOpen,
}: Pick<Props, 'entry' | 'onOpen'>) {
  const parts = [
    i18n.t(`library.source.${source === 'built-in' ? 'builtIn' : source}`),
    ticked.total > 0 && i18n.t('course.objectives', [ticked.done, ticked.total]),
    visited.total > 0 && i18n.t('course.resources', [visited.done, visited.total]),
  ];
  if (state === 'here') return <p class="quiet">{parts.filter(Boolean).join(' · ')}</p>;
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

/** A course of the library with the reader's progress in it and its actions. */
export function CourseEntry({ entry, current, first, last, writable, ...actions }: Props) {
  const { id, title, source, state, archived } = entry;
  const { onChoose, onMove, onArchive, onExport, onRemove } = actions;
  const button = (
    name: 'archive' | 'unarchive' | 'export' | 'remove',
    disabled: boolean,
    act: () => Promise<unknown>,
  ) => (
    <ActionButton
      class={name === 'remove' ? 'danger' : undefined}
      disabled={disabled}
      label={i18n.t(`library.${name}This`, [title])}
      onAct={act}
    >
      {i18n.t(`library.${name}`)}
    </ActionButton>
  );
  const readable = state === 'here' && !archived;
  return (
    <li data-course={id} class={current ? 'here' : ''}>
      <p>
        {readable ? (
          <button
            type="button"
            class="choice"
            dir="auto"
            aria-current={current || undefined}
            onClick={({ currentTarget }) => {
              onChoose(id);
              closeDialog(currentTarget);
            }}
          >
            {title}
          </button>
        ) : (
          <b dir="auto">{title}</b>
        )}{' '}
        {current && <span class="tag">{i18n.t('library.current')}</span>}
      </p>
      <CourseStatus entry={entry} onOpen={actions.onOpen} />
      <p class="actions">
        <ToolButton
          title={i18n.t('library.up', [title])}
          sign="M8 13V3.5M4 7.5l4-4 4 4"
          disabled={first || !writable}
          onClick={() => onMove(id, -1)}
        />
        <ToolButton
          title={i18n.t('library.down', [title])}
          sign="M8 3v9.5M4 8.5l4 4 4-4"
          disabled={last || !writable}
          onClick={() => onMove(id, 1)}
        />
        {button(archived ? 'unarchive' : 'archive', !writable, () => onArchive(id, !archived))}
        {state === 'here' && button('export', false, () => onExport(id))}
        {(source === 'followed' || source === 'imported') && button('remove', !writable, () => onRemove(id))}
      </p>
    </li>
  );
}
