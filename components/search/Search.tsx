import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type LinkPlace, placeFor } from '../ui/Link.tsx';
import { closeSheet, Sheet } from '../ui/Sheet.tsx';

/** Something that can be found and opened: a main line, a quiet one that says where it is, and what it is if it is no page. */
export interface Found {
  address: string;
  title: string;
  folders: string;
  kind?: string;
}

interface Props<Kind extends Found> {
  /** What fits a query best, the likeliest first; not there before it has loaded. */
  find: ((query: string, most: number) => Kind[]) | undefined;
  onOpen: (found: Kind, where: LinkPlace) => void;
  onClose: () => void;
}

const MOST = 30;
const NONE: never[] = [];

const optionId = (at: number) => `found-${at}`;

/** What is to be said beside the field: how much was found, that nothing was, or how to begin. */
function sayingOn(query: string, count: number, loaded: boolean): string {
  if (query.trim() === '') return i18n.t('find.hint');
  if (!loaded) return '';
  if (count === 0) return i18n.t('find.nothing');
  return count < MOST ? i18n.t('find.results', count) : i18n.t('find.best', [count]);
}

/**
 * The field that finds what has the words that are typed. It fills the panel while it is open, so that what it
 * covers stays where it was; the handbook stays beside it. The first result is chosen at once, for Enter.
 */
export function Find<Kind extends Found>({ find, onOpen, onClose }: Props<Kind>) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const found: readonly Kind[] = useMemo(() => find?.(query, MOST) ?? NONE, [find, query]);
  const at = Math.min(chosen, found.length - 1);

  useLayoutEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at, found]);

  const open = (one: Kind, event: MouseEvent | KeyboardEvent) => {
    const where = placeFor(event);
    event.preventDefault();
    // Behind, more may follow. What takes the focus elsewhere does so when the sheet has given it back.
    if (where !== 'behind') closeSheet(field.current);
    onOpen(one, where);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    // Keys that choose a character of a language's own input are not for us.
    if (last < 0 || event.isComposing) return;
    const one = found[at];
    if (event.key === 'Enter' && one) return open(one, event);
    // Held keys extend a selection or move by words: that is for the field.
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const next = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return undefined;
    event.preventDefault();
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
          role="combobox"
          aria-label={i18n.t('find.title')}
          aria-expanded={found.length > 0}
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
          aria-describedby="found-hint"
          placeholder={i18n.t('find.title')}
          autocomplete="off"
          autocapitalize="off"
          enterkeyhint="go"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      }
    >
      <span id="found-hint" hidden>
        {i18n.t('find.hint')}
      </span>
      <p class="quiet" role="status">
        {sayingOn(query, found.length, find !== undefined)}
      </p>
      <div
        id="found"
        role="listbox"
        aria-label={i18n.t('find.list')}
        hidden={found.length === 0}
        // Chrome makes a stop for the keyboard of what scrolls; the field moves it already.
        tabIndex={-1}
      >
        {found.map((one, index) => (
          <a
            key={optionId(index)}
            id={optionId(index)}
            href={one.address}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            // The focus stays in the field, so that the keys go on after a click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => open(one, event)}
            onAuxClick={(event) => event.button === 1 && open(one, event)}
          >
            {one.title} {one.kind && <span class="tag">{one.kind} </span>}
            <span class="quiet">{one.folders}</span>
          </a>
        ))}
      </div>
    </Sheet>
  );
}
