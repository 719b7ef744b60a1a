/** What the document tells of a heading: enough to know which headings stand below which. */
export interface Outline {
  id: string;
  level: number;
}

/** The ids of the headings that `anchor` stands below, itself first. None where `outline` lacks it. */
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
