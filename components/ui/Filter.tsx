import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fold, searchWordsOf } from '../../text/fold.ts';

/** Lists up to this length are read faster than filtered. */
const MOST = 10;

/**
 * Filters a long list by words that the reader types.
 * @param items the whole list; undefined while it loads
 * @param textOf returns the text in which the words are looked for
 * @returns the items that match all words (each at the beginning, the middle or the end of a word), and the field to type in, which
 *   short lists don't have
 */
export function useFilter<Item>(
  items: readonly Item[] | undefined,
  textOf: (item: Item) => string,
  label: string,
): { found: readonly Item[]; isFiltered: boolean; field: ComponentChildren } {
  const [query, setQuery] = useState('');
  const all = items ?? [];
  const isLong = all.length > MOST;
  const words = isLong ? searchWordsOf(query) : [];
  const found = all.filter((item) => words.every((word) => fold(textOf(item)).includes(word)));
  return {
    found,
    isFiltered: words.length > 0,
    field: isLong && (
      <div class="filter">
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          onKeyDown={(event) => {
            // Escape empties the field first, and closes the view the next time.
            if (event.key !== 'Escape' || query === '') return;
            event.preventDefault();
            setQuery('');
          }}
        />
        <p class="unseen" role="status">
          {words.length > 0 && i18n.t('filter.found', found.length)}
        </p>
        {words.length > 0 && found.length === 0 && <p class="quiet">{i18n.t('filter.nothing')}</p>}
      </div>
    ),
  };
}
