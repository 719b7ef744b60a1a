import { computed, signal } from '@preact/signals';
import type { Resource } from '../../courses/course.ts';
import type { Match } from '../../courses/match.ts';
import { type Address, anchorOf, pageOf } from '../../sites/address.ts';
import { match, shown } from './current.ts';
import { isOriginal, isTranslation, type ShownPage } from './shown-page.ts';

/** The address that was last opened from this panel. */
export const lastOpened = signal<string>();

/** The address of the shown page if the handbook has no such page. */
export const missingAddress = computed<Address | undefined>(() =>
  shown.value?.info?.kind === 'missing' ? shown.value.address : undefined,
);

/** Returns the match's resources on `page` whose headings the page doesn't have. A review build may have other headings: none. */
export function lostHeadingsOn(page: ShownPage | undefined, found: Match | undefined): Resource[] {
  const { address = '', info, fresh } = page ?? {};
  if (!page || !fresh || info?.kind !== 'content' || !(isOriginal(page) || isTranslation(page))) return [];
  const ids = new Set(['', ...info.headings.map(({ id }) => id)]);
  return (found?.resources ?? []).filter(
    (each) => pageOf(each.address) === pageOf(address) && !ids.has(anchorOf(each.address)),
  );
}

export const lostHeadings = computed(() => lostHeadingsOn(shown.value, match.value));
