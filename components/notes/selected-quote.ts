import { LONGEST_NOTE } from '../../progress/kinds/note.ts';
import { withoutInvisible } from '../../text/invisible.ts';

/** `text` with at most `most` code units, ending where a word does if it is cut. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most + 1);
  const end = Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n'));
  // Half of a pair is no letter.
  return start.slice(0, end > most / 2 ? end : most).replace(/[\ud800-\udbff]$/, '');
}

/**
 * What was selected on a page as it is kept in a note: one line a block, without white space at its ends; of a long
 * selection the first sentences.
 * @returns the quote, '' where nothing that is seen was selected; and whether there was more
 */
export function selectedQuote(selected: string): { quote: string; cut: boolean } {
  const lines = selected
    .split(/[\t\n\v\f\r\u2028\u2029]+/)
    .map((line) => withoutInvisible(line).replace(/\s+/g, ' ').trim());
  const whole = lines.filter(Boolean).join('\n').toWellFormed();
  const quote = shortened(whole, LONGEST_NOTE.quote).trim().toWellFormed();
  return { quote, cut: quote.length < whole.length };
}
