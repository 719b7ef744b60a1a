import { computed, signal } from '@preact/signals';
import type { Address } from '../../sites/address.ts';
import { shown } from './current.ts';

/** The address that was last opened from this panel. */
export const lastOpened = signal<string>();

/** The address of the shown page if the handbook has no such page. */
export const missingAddress = computed<Address | undefined>(() =>
  shown.value?.info?.kind === 'missing' ? shown.value.address : undefined,
);

/** The headings of the original of a translated page. */
export interface Original {
  page: Address;
  /** Their ids in their order; none if they aren't known. */
  ids: readonly string[];
}

/** The original of the translation that was shown last. */
export const original = signal<Original>();

/** Whether there is something to say of a heading that the page lacks (`lost-heading.ts`, which loads after the first picture). */
export const hasLostHeading = signal(false);
