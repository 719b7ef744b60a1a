import { batch, computed, effect, signal } from '@preact/signals';
import type { PageInfo } from '../../platform/page-channel.ts';
import { pageOf } from '../../sites/address.ts';
import { catalog, current } from './catalog.ts';
import { page } from './page.ts';
import { type Away, awayIn, type PlaceSources, placeOf } from './place.ts';
import { remembered } from './remembered.ts';
import { heldPage, type ShownPage } from './shown-page.ts';
import { hasAccess } from './tab.ts';
import { sheet } from './view.ts';

/**
 * The page that the panel is about: the shown page, and while a view covers the panel the page that was shown when it opened.
 * A view acts on what it showed when it opened, wherever the page scrolls or goes behind it.
 */
export const shown = remembered<ShownPage | undefined>(undefined, (before) =>
  heldPage(before, page.value, sheet.value !== undefined),
);

/** The id of the current course; undefined if there is none, `null` before that is known. */
const currentId = computed(() => {
  const { found, failed } = current.answer.value;
  return found || failed ? found?.id : null;
});

/** The page elsewhere that was opened last from the panel. */
const away = remembered<Away>({ opened: undefined, isThere: false }, (before) =>
  awayIn(before, shown.value?.tab),
);

/** The course that the reader has chosen for a page (its address). */
const chosen = signal<PlaceSources['chosen']>();

/** The id of the course that the panel has shown last beside a page of it, or because the reader has chosen it. */
const last = signal<string>();

const place = computed(() =>
  placeOf({
    catalog: catalog.value,
    page: shown.value,
    opened: away.value.opened,
    chosen: chosen.value,
    last: last.value,
    current: currentId.value,
  }),
);

effect(() => {
  const { match: found } = place.value;
  if (found) last.value = found.course.id;
});

/** The course that the panel shows. */
export const course = computed(() => place.value.course);
/** Where in it the page is. */
export const match = computed(() => place.value.match);
export const section = computed(() => match.value?.section);
/** The other courses that the page is part of. */
export const others = computed(() => place.value.others);
/** Whether there is something to show, and it is the course that is to be shown: before that it may be another in a moment. */
export const isSettled = computed(() => shown.value !== undefined && place.value.isSettled);
/** Whether the reader has not yet done anything in any course. */
export const isUnused = computed(() => currentId.value === undefined);

/** The address of the shown page, without its heading. */
export const pageAddress = computed(() => shown.value?.address && pageOf(shown.value.address));
/** Whether the tab may show a page of a handbook that the extension has no access to. */
export const isUnseen = computed(() => !hasAccess.value && !shown.value?.address);
/** What the shown document is; undefined where it is no handbook page, `unseen` where nobody knows. */
export const pageKind = computed<PageInfo['kind'] | 'unseen' | undefined>(() => {
  if (shown.value?.address) return shown.value.info?.kind ?? 'content';
  return isUnseen.value ? 'unseen' : undefined;
});

/** Shows another course, on this page too. */
export function chooseCourse(id: string): void {
  batch(() => {
    last.value = id;
    chosen.value = { course: id, page: pageAddress.peek() };
  });
}

/** Takes a page elsewhere, which was just opened in the tab `tab`, for the place. */
export function setOpened(tab: number, address: string): void {
  away.value = awayIn({ opened: { tab, address }, isThere: away.peek().isThere }, shown.peek()?.tab);
}
