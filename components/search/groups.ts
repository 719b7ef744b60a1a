import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { CourseResult, Search } from './search.ts';

/** Something to choose in the search: a result, or a search to make again. */
export type Entry = { result: CourseResult } | { query: string };

/** Entries that belong together. Only results of the whole query have no title. */
export interface Group {
  title: string | undefined;
  entries: Entry[];
}

/** The most results that are shown. */
export const MOST = 30;

/** The most searches that are offered again. */
const MOST_SEARCHES = 5;

/** The searches of this panel that led to something, the latest first. They are in memory only and end with the panel. */
const searches = signal<readonly string[]>([]);

/** Remembers a search that led to something. */
export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked)
    searches.value = [asked, ...searches.value.filter((each) => each !== asked)].slice(0, MOST_SEARCHES);
}

const asEntries = (results: readonly CourseResult[]): Entry[] => results.map((result) => ({ result }));

/** What is offered before anything is searched: what the reader has read, searched and written last. */
function beforeSearching({ recent }: Search): Group[] {
  return [
    { title: i18n.t('find.recentPages'), entries: asEntries(recent.pages) },
    { title: i18n.t('find.recentSearches'), entries: searches.value.map((query) => ({ query })) },
    { title: i18n.t('find.recentNotes'), entries: asEntries(recent.notes) },
  ];
}

/**
 * Returns what the search offers for a query: its results; or, if it has none, those of a part of it, else the sections of the course.
 * Without a query it offers what the reader used last.
 * @returns only groups that have entries
 */
export function groupsFor(search: Search, query: string): Group[] {
  const asGroups = (groups: Group[]) => groups.filter(({ entries }) => entries.length > 0);
  if (query.trim() === '') return asGroups(beforeSearching(search));
  const { results, instead } = search.find(query, MOST);
  if (instead !== undefined)
    return asGroups([{ title: i18n.t('find.instead', [instead]), entries: asEntries(results) }]);
  if (results.length > 0) return [{ title: undefined, entries: asEntries(results) }];
  return asGroups([{ title: i18n.t('course.sections'), entries: asEntries(search.sections) }]);
}
