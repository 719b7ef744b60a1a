/** The estimated width of `text`, in halves of the font size. Ideographs are about twice as wide as other letters. */
const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1.3), 0);

/** Breaks `text` into at most `most` lines of at most `width` (halves of the font size). The rest is cut off with an ellipsis. */
export function wrapText(text: string, width: number, most: number): string[] {
  const lines = [''];
  const words =
    text.match(/[\u2e80-\uffff\u{20000}-\u{3ffff}]|[^\s\u2e80-\uffff\u{20000}-\u{3ffff}]+\s*|\s+/gu) ?? [];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line && widthOf((line + word).trimEnd()) > width) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  const shown = lines.slice(0, most).map((line) => line.trim());
  const last = shown.at(-1) ?? '';
  if (lines.length > most || widthOf(last) > width) {
    let end = `${last}…`;
    while (widthOf(end) > width) end = `${[...end].slice(0, -2).join('')}…`;
    shown[shown.length - 1] = end;
  }
  return shown;
}
