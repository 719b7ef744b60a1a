import { i18n } from '#i18n';
import type { Tally } from '../../courses/status.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Link, type OnOpen } from '../ui/Link.tsx';
import { closeSheet } from '../ui/Sheet.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';

/** A course as the library shows it. */
export interface Entry {
  id: string;
  title: string;
  source: 'built-in' | 'managed' | 'followed' | 'imported';
  /** Whether it can be read here: its pack may be on another computer, or not fit. */
  state: 'here' | 'elsewhere' | 'unfit';
  /** Its page. */
  address: string;
  archived: boolean;
  /** Of the objectives of the chosen audience, and of the resources. */
  ticked: Tally;
  visited: Tally;
}

export interface EntryActions {
  onOpen: OnOpen;
  onChoose: (id: string) => void;
  onMove: (id: string, by: -1 | 1) => void;
  onArchive: (id: string, archived: boolean) => Promise<unknown>;
  onExport: (id: string) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
}

interface Props extends EntryActions {
  entry: Entry;
  /** It is the course that the panel shows. */
  current: boolean;
  /** Its place in its list. */
  first: boolean;
  last: boolean;
  /** Progress can be written. */
  writable: boolean;
}

function Standing({
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

/** A course of the library with how far the reader is in it, and what can be done with it. */
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
            aria-current={current || undefined}
            onClick={({ currentTarget }) => {
              onChoose(id);
              closeSheet(currentTarget);
            }}
          >
            {title}
          </button>
        ) : (
          <b>{title}</b>
        )}{' '}
        {current && <span class="tag">{i18n.t('library.current')}</span>}
      </p>
      <Standing entry={entry} onOpen={actions.onOpen} />
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
