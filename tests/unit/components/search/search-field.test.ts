import { Window } from 'happy-dom';
import { h, render } from 'preact';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CourseResult, Search } from '../../../../components/search/search.ts';
import { t } from '../../../texts.ts';

vi.mock('#i18n', () => ({ i18n: { t } }));

const result = (title: string): CourseResult => ({
  address: `https://handbook.gitlab.com/handbook/${title}/`,
  title,
  place: 'handbook',
  kind: 'page',
});

/** Whether all data is loaded. */
let hasMore = false;

/** Finds “values” and what begins with it, and “val” once all data is loaded. */
const search: Search = {
  find(query) {
    if (query === 'val' && hasMore) return { results: [result('value')] };
    if (query.startsWith('values')) return { results: [result('values'), result('valuable')] };
    return query.includes('values') ? { results: [result('values')], instead: 'values' } : { results: [] };
  },
  async more() {
    const first = !hasMore;
    hasMore = true;
    return first;
  },
  recent: { pages: [result('read')], notes: [] },
  sections: [result('one'), result('two')],
};

describe('the search field', () => {
  const window = new Window();
  const { document } = window;
  const opened: string[] = [];

  beforeAll(() => {
    vi.stubGlobal('document', document);
    vi.stubGlobal('Event', window.Event);
  });
  afterAll(() => vi.unstubAllGlobals());
  afterEach(() => {
    render(null, document.body as unknown as Element);
    opened.length = 0;
  });

  const field = () => {
    const found = document.querySelector('input');
    if (!found) throw new Error('there is no field');
    return found;
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  const open = async () => {
    const { SearchField } = await import('../../../../components/search/SearchField.tsx');
    const view = h(SearchField, {
      search,
      onOpen: ({ title }) => void opened.push(title),
      onClose: () => undefined,
    });
    render(view, document.body as unknown as Element);
    await settled();
  };
  const ask = async (query: string) => {
    field().value = query;
    field().dispatchEvent(new window.Event('input', { bubbles: true }));
    await settled();
  };
  const press = async (key: string) => {
    field().dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settled();
  };
  const selected = () =>
    document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.querySelector('.name')
      ?.textContent;
  const options = () => [...document.querySelectorAll('[role=option] .name')].map((each) => each.textContent);
  const groups = () =>
    [...document.querySelectorAll('[role=group]')].map((each) => each.getAttribute('aria-label'));

  test('selects the first result at once, and nothing that nobody asked for', async () => {
    await open();
    for (const [query, offered] of [
      ['', t('find.recentPages')],
      ['of values', t('find.instead', ['values'])],
      ['xqzjkv', t('course.sections')],
    ] as const) {
      await ask(query);
      expect(groups()).toEqual([offered]);
      expect(selected()).toBeUndefined();
      await press('Enter');
      expect(opened).toEqual([]);
    }
    await ask('values');
    expect(groups()).toEqual([]);
    expect(selected()).toBe('values');
  });

  test('shows what a query finds in data that loads after its first results', async () => {
    hasMore = false;
    await open();
    await ask('val');
    expect(selected()).toBe('value');
  });

  test('opens what is selected with the arrow keys', async () => {
    await open();
    await press('ArrowDown');
    expect(selected()).toBe('read');
    await ask('values');
    await press('ArrowDown');
    expect(selected()).toBe('valuable');
    await press('ArrowDown');
    expect(selected()).toBe('values');
    await press('ArrowUp');
    await press('Enter');
    expect(opened).toEqual(['valuable']);
  });

  test('offers a search again that led to something, and makes it when it is chosen', async () => {
    await open();
    await ask('values');
    await press('Enter');
    expect(opened).toEqual(['values']);
    await ask('');
    expect(groups()).toEqual([t('find.recentPages'), t('find.recentSearches')]);
    expect(options()).toEqual(['read', 'values']);
    await press('End');
    await press('Enter');
    expect(field().value).toBe('values');
    expect(selected()).toBe('values');
    expect(opened).toEqual(['values']);
  });
});
