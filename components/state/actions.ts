import type { Resource } from '../../courses/course.ts';
import { matchesOf } from '../../courses/match.ts';
import { recordVisits } from '../../progress/actions.ts';
import { ANY, onChange, type Start } from '../../progress/changes.ts';
import { catalog } from './catalog.ts';
import { resourcesIn } from './visits.ts';

/*
 * The reader's actions, for the panel. Only the panel that writes updates the toolbar icon: the others would all set the same
 * count.
 */
export * from '../../progress/actions.ts';

/**
 * Records that the page of a resource outside the handbooks was opened, in every course that lists it.
 * @param course the course from which it was opened, which becomes the current one
 */
export function recordOpened(course: string, { id, address }: Resource): Promise<void> {
  const others = resourcesIn(matchesOf(catalog.peek().index, address)).filter(
    (each) => each.course !== course,
  );
  return recordVisits([{ course, resource: id }, ...others], course);
}

/** The key prefixes of the records that the toolbar count is computed from. */
const TOOLBAR: Start[] = [
  [ANY, 'completion'],
  [ANY, 'audience'],
  [ANY, 'move'],
  ['', 'setting'],
  ['', 'course'],
  ['*', 'pack'],
];

onChange((own) => {
  if (own)
    void import('../../catalog/toolbar-count.ts').then(({ updateToolbarCounts }) => updateToolbarCounts());
}, TOOLBAR);
