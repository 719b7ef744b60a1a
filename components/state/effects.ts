import { batch, computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import { matchIn } from '../../catalog/course-index.ts';
import { type Address, pageOf } from '../../sites/address.ts';
import { startNotes } from '../notes/course-notes.ts';
import { catalog } from './catalog.ts';
import { course, match, shown } from './current.ts';
import { lostHeading, wantedOriginal } from './lost-heading.ts';
import { page, toOriginal } from './page.ts';
import { hasLostHeading, original } from './page-trouble.ts';
import { open, openedLinks } from './reader-actions.ts';
import { readingPlace, trackReadingPlace } from './reading-place.ts';
import { awaitVisits, type Visit, visitsOf } from './visits.ts';

/*
 * The panel's side effects. They load after the first paint, which doesn't need them.
 */

/** Where the page in the tab is in each course that lists it, the shown course first. */
const matches = computed(() => {
  const now = page.value;
  return now?.address ? matchIn(catalog.value, now.address, now.info, course.value.id) : [];
});

/**
 * Where the page in the tab is in the courses. This can differ from what the panel shows, since the reader may navigate while a
 * view covers the panel.
 */
const read = computed(() => (page.value === shown.value ? match.value : matches.value[0]));

/** Calls `begin` with each value whose key differs from that of the previous value, after the cleanup of the previous call. */
function forEach<T extends object>(
  values: ReadonlySignal<T | undefined>,
  keyOf: (value: T) => unknown[],
  begin: (value: T) => () => void,
): void {
  const key = computed(() => values.value && JSON.stringify(keyOf(values.value)));
  effect(() => (key.value === undefined ? undefined : untracked(() => begin(values.value as T))));
}

async function record(visits: Visit[]): Promise<void> {
  await (await import('../../progress/actions.ts')).recordVisits(visits);
}

/** Recognises the headings of the translation of `page`. */
async function recogniseHeadings(page: Address): Promise<void> {
  const { readOriginal, inOriginalIds } = await import('./original-headings.ts');
  const found = await readOriginal(page);
  batch(() => {
    original.value = found;
    toOriginal.value = (each) => inOriginalIds(each, original.value);
  });
}

/** Starts to record visits, save the reader's place, detect redirects and follow the notes. Call it once. */
export function startEffects(): void {
  // A visit that can't be saved is dropped without a message, since the reader didn't ask for it.
  const awaitThese = awaitVisits((visits) => void record(visits).catch(() => {}));
  const visits = computed(() => visitsOf(page.value, matches.value));
  effect(() => awaitThese(visits.value));
  const place = computed(() => readingPlace(page.value, read.value));
  forEach(
    place,
    ({ course: of, page: { tab }, address }) => [of, tab.id, tab.inFront, pageOf(address)],
    () => trackReadingPlace(() => place.peek()),
  );
  effect(() => openedLinks.check(page.value));
  // If the reader opens a resource whose heading is no longer on the page, go to the closest heading.
  const detour = computed(() => (lostHeading.value?.isOpened ? lostHeading.value.instead : undefined));
  effect(() => {
    const instead = detour.value;
    if (instead) untracked(() => void open(instead, 'here'));
  });
  effect(() => {
    hasLostHeading.value = lostHeading.value !== undefined;
  });
  effect(() => {
    const wanted = wantedOriginal.value;
    if (wanted !== undefined) void recogniseHeadings(wanted);
  });
  startNotes();
}
