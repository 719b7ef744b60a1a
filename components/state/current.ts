import { batch, computed, effect, signal } from '@preact/signals';
import type { Section } from '../../courses/course.ts';
import type { PageInfo } from '../../platform/page-channel.ts';
import { pageOf } from '../../sites/address.ts';
import { catalog, current } from './catalog.ts';
import { page } from './page.ts';
import { type Away, awayIn, type PlaceSources, placeOf } from './place.ts';
import { heldPage, type ShownPage } from './shown-page.ts';
import { remembered } from './signals.ts';
import { hasAccess } from './tab.ts';
import { sheet } from './view.ts';

/**
 * The page that the panel shows: the page in the tab, or, while a view covers the panel, the page that was there when the view
 * opened. A view acts on what it showed when it opened, even if the reader scrolls or navigates behind it.
 */
export const shown = remembered<ShownPage | undefined>(undefined, (before) =>
  heldPage(before, page.value, sheet.value !== undefined),
);

/** The id of the current course; undefined if there is none, `null` until that is known. */
const currentId = computed(() => {
  const { found, failed } = current.answer.value;
  return found || failed ? found?.id : null;
});

/** The same, but while a view covers the panel, the course that was current when the view opened: another window may change it. */
const heldId = remembered<string | null | undefined>(null, (before) =>
  before !== null && sheet.value !== undefined ? before : currentId.value,
);

/** The page outside the handbooks that was opened last from the panel. */
const away = remembered<Away>({ opened: undefined, isThere: false }, (before) =>
  awayIn(before, shown.value?.tab),
);

/** The course that the reader chose, and the address of the page on which they chose it. */
const chosen = signal<PlaceSources['chosen']>();

/** The id of the last course that the panel showed because the page was part of it or the reader chose it. */
const last = signal<string>();

const place = computed(() =>
  placeOf({
    catalog: catalog.value,
    page: shown.value,
    opened: away.value.opened,
    chosen: chosen.value,
    last: last.value,
    current: heldId.value,
  }),
);

effect(() => {
  const { match: found } = place.value;
  if (found) last.value = found.course.id;
});

/** The course that the panel shows. */
export const course = computed(() => place.value.course);
/** Where the page is in that course. */
export const match = computed(() => place.value.match);
/** The section that the page belongs to. */
export const sectionHere = computed(() => match.value?.section);
/** The other courses that the page is part of. */
export const others = computed(() => place.value.others);
/** Whether the page is known and `course` is final. Until then, courses that are still loading may replace it. */
export const isSettled = computed(() => shown.value !== undefined && place.value.isSettled);
/** Whether the reader has used no course yet; false until that is known. */
export const isUnused = computed(() => currentId.value === undefined);
/** Whether that is known. */
export const isUseKnown = computed(() => currentId.value !== null);

/** The address of the shown page, without its heading. */
export const pageAddress = computed(() => shown.value?.address && pageOf(shown.value.address));
/** Whether the tab may show a page of a handbook that the extension has no access to. */
export const isUnseen = computed(() => !hasAccess.value && !shown.value?.address);
/** The kind of the shown page: undefined outside the handbooks, `unseen` if the extension has no access to tell. */
export const pageKind = computed<PageInfo['kind'] | 'unseen' | undefined>(() => {
  if (shown.value?.address) return shown.value.info?.kind ?? 'content';
  return isUnseen.value ? 'unseen' : undefined;
});

/** A section that the reader looks at in the panel, while the page stays. */
interface Browsing {
  /** Id of its course. */
  course: string;
  /** Id of the section. */
  section: string;
  /** The page that was shown when it began. */
  page: string | undefined;
}

/** Browsing ends when another page of a course is shown; scrolling and pages outside the courses don't end it. */
const browsing = remembered<Browsing | undefined>(undefined, (before) => {
  const [now, isInCourse] = [pageAddress.value, match.value !== undefined];
  return before && isInCourse && now !== before.page ? undefined : before;
});

/** The section that the reader browses, if it isn't the one of the page. */
export const browsed = computed(() => {
  const { course: of, section: id } = browsing.value ?? {};
  const found = of === course.value.id ? course.value.sections.find((each) => each.id === id) : undefined;
  return found === sectionHere.value ? undefined : found;
});

/** The section that the panel shows. */
export const section = computed(() => browsed.value ?? sectionHere.value);

/** Shows a section of the shown course in the panel; undefined for that of the page. */
export function browse(to: Section | undefined): void {
  browsing.value = to && { course: course.peek().id, section: to.id, page: pageAddress.peek() };
}

/** Shows another course, even if the page is part of a different one. */
export function chooseCourse(id: string): void {
  batch(() => {
    last.value = id;
    chosen.value = { course: id, page: pageAddress.peek() };
  });
}

/** Treats the page outside the handbooks at `address`, which was just opened in `tab`, as the reader's place. */
export function setOpened(tab: number, address: string): void {
  away.value = awayIn({ opened: { tab, address }, isThere: away.peek().isThere }, shown.peek()?.tab);
}
