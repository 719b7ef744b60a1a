import { wordsOf } from '../text/fold.ts';
import type { Heading } from './site.ts';

/** From which share of common words on (0 to 1) a heading may be meant. */
const LIKE = 0.3;

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}

/**
 * The heading that may be meant by `anchor`, an id that none of `headings` has any more: the one whose id or text shares
 * the most words with it or with `title`, the link's own words. Undefined where none has enough in common.
 */
export function closestHeading(
  anchor: string,
  title: string,
  headings: readonly Heading[],
): Heading | undefined {
  const wanted = [anchor, title].map((words) => new Set(wordsOf(words)));
  const scored = headings.map((heading) => {
    const found = [heading.id, heading.text].map((words) => new Set(wordsOf(words)));
    return { heading, score: Math.max(...wanted.flatMap((a) => found.map((b) => share(a, b) || 0))) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { heading: undefined, score: LIKE } as {
    heading: Heading | undefined;
    score: number;
  });
  return best.heading;
}
