import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CourseResult, Search } from '../../../../components/search/search.ts';
import { t } from '../../../texts.ts';

vi.mock('#i18n', () => ({ i18n: { t } }));

const result = (title: string): CourseResult => ({
  address: `https://handbook.gitlab.com/handbook/${title}/`,
  title,
  place: '',
  kind: 'page',
});

const nothing: Search = {
  find: () => ({ results: [] }),
  more: async () => false,
  recent: { pages: [], notes: [] },
  sections: [],
};

describe('what the search offers', () => {
  let groupsFor: typeof import('../../../../components/search/groups.ts').groupsFor;
  let rememberSearch: typeof import('../../../../components/search/groups.ts').rememberSearch;

  // Searches are remembered in memory, so each test starts with new modules.
  beforeEach(async () => {
    vi.resetModules();
    ({ groupsFor, rememberSearch } = await import('../../../../components/search/groups.ts'));
  });

  const offered = (search: Search, query: string) =>
    groupsFor(search, query).map(({ title, entries }) => [
      title,
      entries.map((entry) => ('result' in entry ? entry.result.title : entry.query)),
    ]);

  test('without a query is what the reader used last, and nothing if there is nothing', () => {
    expect(offered(nothing, ' ')).toEqual([]);
    rememberSearch('values');
    const used = { ...nothing, recent: { pages: [result('a')], notes: [result('b')] } };
    expect(offered(used, '')).toEqual([
      [t('find.recentPages'), ['a']],
      [t('find.recentSearches'), ['values']],
      [t('find.recentNotes'), ['b']],
    ]);
  });

  test('of searches has each of the last five once, the latest first', () => {
    for (const query of ['a', 'b', 'c', 'b', ' ', 'd', 'e', 'f ']) rememberSearch(query);
    expect(offered(nothing, '')).toEqual([[t('find.recentSearches'), ['f', 'e', 'd', 'b', 'c']]]);
  });

  test('for a query is its results, without a title', () => {
    const search = { ...nothing, find: () => ({ results: [result('a')] }) };
    expect(offered(search, 'a')).toEqual([[undefined, ['a']]]);
  });

  test('for a query without results is those of a part of it, else the sections of the course', () => {
    const sections = [result('one')];
    const part = { ...nothing, sections, find: () => ({ results: [result('a')], instead: 'a' }) };
    expect(offered(part, 'a x')).toEqual([[t('find.instead', ['a']), ['a']]]);
    expect(offered({ ...nothing, sections }, 'x')).toEqual([[t('course.sections'), ['one']]]);
  });
});
