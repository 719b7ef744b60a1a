import type { Tally } from '../standing.ts';
import type { HandedNote, HandedPart, HandIn } from './hand-in.ts';
import { linesOf, link, plainText } from './plain-text.ts';

/** What is said in the reader's language around what is handed in. */
export interface HandInLabels {
  edition(month: string): string;
  audience(title: string): string;
  ticked(tally: Tally): string;
  read(tally: Tally): string;
  /** The day of a moment (ms since 1970). */
  day(time: number): string;
}

const indented = (blocks: string[], by: number) =>
  blocks.map((block) => block.replace(/^(?=.)/gm, ' '.repeat(by)));

/** Paragraphs: the lines of the quote and the link back as a blockquote, then the reader's own words. */
function noteBlocks({ quote, words, title, link: address }: HandedNote): string[] {
  const quoted = linesOf(quote).map(plainText);
  if (quoted.length > 0 && address) quoted.push(`— ${link(title || address, address)}`);
  const block = quoted.map((line) => `> ${line}`).join('\n>\n');
  return [...(block ? [block] : []), ...linesOf(words).map(plainText)];
}

/** An item of a list with its notes below it. Where there are any, a line is left free before what follows. */
function item(head: string, notes: HandedNote[]): string {
  return [`- ${head}`, ...indented(notes.flatMap(noteBlocks), 2)].join('\n\n');
}

function partBlocks(part: HandedPart, labels: HandInLabels): string[] {
  const blocks: string[] = [];
  if (part.id !== undefined) blocks.push(`### ${link(part.title, part.address)}`);
  const tasks = part.objectives.map(({ text, done, notes }) =>
    item(
      `[${done === undefined ? ' ' : 'x'}] ${plainText(text)}${done === undefined ? '' : ` (${labels.day(done)})`}`,
      notes,
    ),
  );
  if (tasks.length > 0) blocks.push(tasks.join('\n'));
  if (part.resources.length > 0) {
    blocks.push(plainText(labels.read(part.read)));
    const resources = part.resources.map(({ title, address, visited, notes }) =>
      item(
        (address ? link(title, address) : plainText(title)) + (visited ? ` (${plainText(visited)})` : ''),
        notes,
      ),
    );
    blocks.push(resources.join('\n'));
  }
  return blocks;
}

/**
 * What is handed in as a GitLab task list: an item an objective, ticked or not, with its notes; the resources visited in a list
 * without boxes, so that GitLab counts objectives alone. Whatever is in titles, quotes and words arrives as text
 * (`plain-text.ts`). @see https://docs.gitlab.com/user/markdown/#task-lists
 */
export function handInMarkdown(handIn: HandIn, labels: HandInLabels): string {
  const about = [
    plainText(labels.audience(handIn.audience)),
    plainText(labels.edition(handIn.edition)),
    plainText(labels.ticked(handIn.ticked)),
  ];
  const blocks = [
    `## ${link(handIn.title, handIn.address)}`,
    about.join(' · '),
    ...handIn.parts.flatMap((part) => partBlocks(part, labels)),
  ];
  return `${blocks.join('\n\n')}\n`;
}
