import type { CourseResult } from './search.ts';

/** What an entry of the search is: a result, or a search that was made before. */
export type Kind = CourseResult['kind'] | 'search';

const SIGNS: Record<Kind, string> = {
  section: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  objective: 'M3 3h10v10h-10zM5.5 8l2 2l3.5-4',
  resource: 'M4 2h5.5l2.5 2.5v9.5h-8zM9 2v3h3M6 8h4M6 11h4',
  program: 'M8 2l1.8 3.9l4.2.5l-3.1 2.9l.8 4.2l-3.7-2.1l-3.7 2.1l.8-4.2l-3.1-2.9l4.2-.5z',
  note: 'M3 13l.8-3.2l6.8-6.8l2.4 2.4l-6.8 6.8z',
  page: 'M8 4.5c-1.5-1.3-3.5-1.5-5.5-1.3v9c2-.2 4 0 5.5 1.3c1.5-1.3 3.5-1.5 5.5-1.3v-9c-2-.2-4 0-5.5 1.3zM8 4.5v9',
  heading: 'M3 6h10M3 10h10M6.5 2.5l-1.5 11M11 2.5l-1.5 11',
  search: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M8 5v3l2 1.5',
};

/** The icon of what an entry of the search is. The entry also has it in words. */
export function KindIcon({ kind }: { kind: Kind }) {
  return (
    <svg class="kind-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SIGNS[kind]} />
    </svg>
  );
}
