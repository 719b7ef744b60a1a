/** A heading of a document, with what is needed to know which headings are below which. */
export interface Outline {
  id: string;
  level: number;
}

/** Returns `anchor` and the ids of the headings above it, innermost first. Empty if `outline` lacks it. */
export function chainOf(anchor: string, outline: readonly Outline[]): string[] {
  const at = outline.findIndex(({ id }) => id === anchor);
  let deepest = Number.POSITIVE_INFINITY;
  return outline
    .slice(0, at + 1)
    .toReversed()
    .filter(({ level }) => {
      const isAbove = level < deepest;
      if (isAbove) deepest = level;
      return isAbove;
    })
    .map(({ id }) => id);
}
