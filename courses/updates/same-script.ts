import { type Course, objectivesOf } from '../course.ts';

/** The share of Latin letters from which a text is in Latin letters. A Japanese one has names in them, too. */
const MOSTLY = 0.8;

/** Whether what a reader sees of `course` is mostly in Latin letters. */
function isLatin(course: Course): boolean {
  const titles = course.sections.flatMap(({ title, resources }) => [
    title,
    ...resources.map((each) => each.title),
  ]);
  const texts = [course.title, ...titles, ...objectivesOf(course).map(({ text }) => text)].join('');
  const letters = texts.match(/\p{L}/gu)?.length ?? 0;
  return (texts.match(/\p{Script=Latin}/gu)?.length ?? 0) >= letters * MOSTLY;
}

/**
 * Whether two readings of a page's course are in the same script. A translation has the address of its original, but another language is
 * no change of the course.
 */
export function isInSameScript(a: Course, b: Course): boolean {
  return isLatin(a) === isLatin(b);
}
