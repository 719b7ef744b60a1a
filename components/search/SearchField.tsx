import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LinkDisposition } from '../../platform/open-link.ts';
import { dispositionFor } from '../ui/Link.tsx';
import { closeDialog, Sheet } from '../ui/Sheet.tsx';
import { type Entry, type Group, groupsFor, MOST, rememberSearch } from './groups.ts';
import { KindIcon } from './KindIcon.tsx';
import type { CourseResult, Search } from './search.ts';

interface Props {
  /** Undefined until it has loaded. */
  search: Search | undefined;
  onOpen: (result: CourseResult, where: LinkDisposition) => void;
  onClose: () => void;
}

const optionId = (index: number) => `found-${index}`;

/** The status line below the field: how to search, or how much was found. */
function statusOf(query: string, groups: readonly Group[], loaded: boolean): string {
  if (query.trim() === '') return i18n.t('find.hint');
  if (!loaded) return '';
  const [first] = groups;
  if (!first || first.title !== undefined) return i18n.t('find.nothing');
  const count = first.entries.length;
  return count < MOST ? i18n.t('find.results', count) : i18n.t('find.best', [count]);
}

interface OptionProps {
  entry: Entry;
  id: string;
  selected: boolean;
  onChoose: (event: MouseEvent) => void;
}

/** One entry of the list. A result is also a link, which the browser can copy and open elsewhere. */
function Option({ entry, id, selected, onChoose }: OptionProps) {
  const common = {
    id,
    role: 'option',
    'aria-selected': selected,
    tabIndex: -1,
    // Keeps the focus in the field, so that the keys still work after a click.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: onChoose,
    onAuxClick: (event: MouseEvent) => event.button === 1 && onChoose(event),
  } as const;
  if (!('result' in entry))
    return (
      <div class="option" {...common}>
        <KindIcon kind="search" />
        <bdi class="name">{entry.query}</bdi>
      </div>
    );
  const { kind, title, place, address } = entry.result;
  return (
    <a class="option" href={address} {...common}>
      <KindIcon kind={kind} />
      <bdi class="name">{title}</bdi>{' '}
      <span class="quiet">
        <span class="kind">{i18n.t(`find.kind.${kind}`)} </span>
        {place && <bdi>{place}</bdi>}
      </span>
    </a>
  );
}

interface ListProps {
  groups: readonly Group[];
  at: number;
  onChoose: (entry: Entry, event: MouseEvent) => void;
}

/** The list of what can be chosen with the arrow keys, in groups. */
function Options({ groups, at, onChoose }: ListProps) {
  let before = 0;
  return (
    <div id="found" role="listbox" aria-label={i18n.t('find.list')} hidden={groups.length === 0}>
      {groups.map(({ title, entries }) => {
        const first = before;
        before += entries.length;
        const options = entries.map((entry, index) => (
          <Option
            key={optionId(first + index)}
            id={optionId(first + index)}
            entry={entry}
            selected={first + index === at}
            onChoose={(event) => onChoose(entry, event)}
          />
        ));
        if (title === undefined) return options;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be in a list of options
          <div key={title} role="group" aria-label={title}>
            <p class="group" aria-hidden="true">
              {title}
            </p>
            {options}
          </div>
        );
      })}
    </div>
  );
}

/**
 * The search field and what it offers. It covers the panel while it is open, so the panel below keeps its scroll position. The first
 * result is selected at once, so that Enter opens it; what nobody asked for isn't.
 */
export function SearchField({ search, onOpen, onClose }: Props) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<number>();
  const field = useRef<HTMLInputElement>(null);
  const isChoosing = useRef(false);
  const [groups, setGroups] = useState<readonly Group[]>([]);
  useLayoutEffect(() => {
    let ended = false;
    const look = () => setGroups(search ? groupsFor(search, query) : []);
    look();
    // Results that come later don't move what the reader is choosing from.
    if (query.trim())
      void search?.more(query).then((hasMore) => hasMore && !ended && !isChoosing.current && look());
    return () => {
      ended = true;
    };
  }, [search, query]);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(chosen ?? (groups[0]?.title === undefined ? 0 : -1), entries.length - 1);

  useLayoutEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at, groups]);

  const ask = (words: string) => {
    isChoosing.current = false;
    setQuery(words);
    setChosen(undefined);
  };
  const choose = (entry: Entry, event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!('result' in entry)) return ask(entry.query);
    const where = dispositionFor(event);
    rememberSearch(query);
    // The sheet stays open for a background tab, so that the reader can open more. Closing it first returns the focus, which
    // `onOpen` may then move on.
    if (where !== 'behind') closeDialog(field.current);
    onOpen(entry.result, where);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    if (last < 0) return;
    const entry = entries[at];
    if (event.key === 'Enter' && entry) return choose(entry, event);
    // With a modifier these keys move the cursor or extend the selection in the field.
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const next = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return undefined;
    event.preventDefault();
    isChoosing.current = true;
    return setChosen(next);
  };

  return (
    <Sheet
      title={i18n.t('find.title')}
      class="find"
      onClose={onClose}
      head={
        <input
          ref={field}
          type="text"
          autofocus
          dir="auto"
          role="combobox"
          aria-label={i18n.t('find.title')}
          aria-expanded={entries.length > 0}
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? optionId(at) : undefined}
          aria-describedby="found-hint"
          placeholder={i18n.t('find.title')}
          autocomplete="off"
          autocapitalize="off"
          enterkeyhint="go"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => ask(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      }
    >
      <p class="quiet" role="status">
        {statusOf(query, groups, search !== undefined)}
      </p>
      <Options groups={groups} at={at} onChoose={choose} />
      {search && groups.length === 0 && <p class="quiet">{i18n.t('find.empty')}</p>}
      <p id="found-hint" class="quiet" hidden={query.trim() !== ''}>
        {i18n.t('find.keys')}
      </p>
    </Sheet>
  );
}
