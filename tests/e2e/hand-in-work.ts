import { builtInCourses } from '../../assets/courses/index.ts';
import { resourcesOf } from '../../courses/course.ts';
import type { Panel } from '../browsers/reader.ts';
import { tickAll } from './badge-sheet.ts';
import { button, click, region, untilSeen, within } from './by-role.ts';
import { recordsAfter } from './clipboard-and-records.ts';
import { RELATIONS } from './session.ts';

/** The work of a reader before they hand something in. */

export const PROGRAM = `${RELATIONS}programs/education-program/`;
export const COURSE = 'community-learning-pathway';
export const QUOTE = 'All of it is free.\n/close @all </details> :smile:';
const found = builtInCourses.find(({ id }) => id === COURSE);
if (!found) throw new Error(`there is no course ${COURSE}`);
export const course = found;

/** A note as it is stored. */
const noteOn = (id: string, kind: 'objective' | 'resource', quote: string, words: string) => ({
  key: [COURSE, 'note', `${kind}-note`],
  value: {
    about: { kind, id },
    quote,
    words,
    address: quote && `${PROGRAM}#who`,
    title: quote && 'Education Program',
    evidence: kind === 'objective',
    made: 1,
  },
  time: Date.now(),
  count: 0,
  device: 'another',
});

/** Another note on the same objective that isn't evidence. */
const secondThought = (objective: string) => {
  const note = noteOn(objective, 'objective', '', 'A second thought.');
  return { ...note, key: [COURSE, 'note', 'second'], value: { ...note.value, evidence: false } };
};

/** Ticks everything, marks a resource that isn't shown as visited, and writes notes on both. Returns the stored records. */
export async function learn(panel: Panel) {
  await tickAll(panel);
  const resources = region('resources.title');
  await click(panel, within(resources, button('resources.markThis', ['Open Source Program'])));
  await untilSeen(panel, within(resources, button('resources.unmarkThis', ['Open Source Program'])));
  const served = course.audiences[0]?.objectives.find(({ sections }) => sections.length > 0)?.id ?? '';
  const resource = resourcesOf(course).find(({ address }) => address === PROGRAM)?.id ?? '';
  return panel.evaluate(recordsAfter, [
    noteOn(served, 'objective', QUOTE, 'I have tried it.'),
    secondThought(served),
    noteOn(resource, 'resource', '', 'Read twice.'),
  ]);
}
