import { wordsOf } from '../text/fold.ts';
import type { Heading } from './site.ts';

/** The lowest similarity (0 to 1) at which a heading is suggested. */
const MIN_SIMILARITY = 0.3;

/** The Sørensen–Dice coefficient of two sets of words: 0 if they have none in common, 1 if they are equal. NaN for two empty sets. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}

/**
 * Suggests a heading for a link whose heading is no longer on the page: the one whose id or text is most similar to the link's
 * anchor or title.
 * @param anchor an id that none of `headings` has
 * @param title the text of the link
 * @returns undefined if no heading is similar enough
 */
export function closestHeading(
  anchor: string,
  title: string,
  headings: readonly Heading[],
): Heading | undefined {
  const wanted = [anchor, title].map((words) => new Set(wordsOf(words)));
  const scored = headings.map((heading) => {
    const found = [heading.id, heading.text].map((words) => new Set(wordsOf(words)));
    return { heading, score: Math.max(...wanted.flatMap((a) => found.map((b) => similarity(a, b) || 0))) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    heading: undefined,
    score: MIN_SIMILARITY,
  } as {
    heading: Heading | undefined;
    score: number;
  });
  return best.heading;
}
