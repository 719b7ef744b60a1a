import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import { matchIn } from '../../catalog/course-index.ts';
import { pageOf } from '../../sites/address.ts';
import { startNotes } from '../notes/course-notes.ts';
import { catalog } from './catalog.ts';
import { course, match, shown } from './current.ts';
import { lostHeading } from './lost-heading.ts';
import { page } from './page.ts';
import { open, openedLinks } from './reader-actions.ts';
import { readingPlace, trackReadingPlace } from './reading-place.ts';
import { awaitVisit, type Visit, visitOf } from './visits.ts';

/*
 * What the panel does besides what it shows. It loads after the first picture, which needs none of it.
 */

/**
 * Where the shown tab is in the courses. While a view covers the panel, behind which the reader may be reading on, this is not
 * what the panel shows.
 */
const read = computed(() => {
  const now = page.value;
  if (now === shown.value) return match.value;
  return now?.address ? matchIn(catalog.value, now.address, now.info, course.value.id)[0] : undefined;
});

/** Runs `begin` with every value that has another key than the one before, and ends what it began with the one before. */
function forEach<T extends object>(
  values: ReadonlySignal<T | undefined>,
  keyOf: (value: T) => unknown[],
  begin: (value: T) => () => void,
): void {
  const key = computed(() => values.value && JSON.stringify(keyOf(values.value)));
  effect(() => (key.value === undefined ? undefined : untracked(() => begin(values.value as T))));
}

async function record({ course: of, resource }: Visit): Promise<void> {
  await (await import('../../progress/actions.ts')).recordVisit(of, resource);
}

/** Begins to record visits, to save the reader's place, to learn of redirects and to follow the notes. To be called once. */
export function startEffects(): void {
  forEach(
    computed(() => visitOf(page.value, read.value)),
    (visit) => [visit.course, visit.resource, visit.tab.id, visit.tab.inFront],
    // A visit that cannot be saved is dropped: it is nothing that the reader did.
    (visit) => awaitVisit(visit, () => void record(visit).catch(() => {})),
  );
  const place = computed(() => readingPlace(page.value, read.value));
  forEach(
    place,
    ({ course: of, page: { tab }, address }) => [of, tab.id, tab.inFront, pageOf(address)],
    () => trackReadingPlace(() => place.peek()),
  );
  effect(() => openedLinks.check(page.value));
  // Who opens a resource whose heading is lost is led to the closest one.
  const detour = computed(() => (lostHeading.value?.isOpened ? lostHeading.value.instead : undefined));
  effect(() => {
    const instead = detour.value;
    if (instead) untracked(() => void open(instead, 'here'));
  });
  startNotes();
}
