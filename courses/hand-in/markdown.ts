import type { Tally } from '../status.ts';
import type { HandedNote, HandedPart, HandIn } from './hand-in.ts';
import { linesOf, link, plainText } from './plain-text.ts';

/** The texts around what is handed in, in the reader's language. */
export interface HandInLabels {
  edition(month: string): string;
  audience(title: string): string;
  ticked(tally: Tally): string;
  read(tally: Tally): string;
  /** The label before a note that is evidence for its objective. */
  evidence: string;
  badge(day: string): string;
}

const indented = (blocks: string[], by: number) =>
  blocks.map((block) => block.replace(/^(?=.)/gm, ' '.repeat(by)));

/** The list item of a note: the lines of the quote and its link as a blockquote, then the reader's text. */
function noteBlocks(
  { quote, text, title, evidence, link: address }: HandedNote,
  labels: HandInLabels,
): string[] {
  const quoted = linesOf(quote).map(plainText);
  if (quoted.length > 0 && address) quoted.push(`— ${link(title || address, address)}`);
  const block = quoted.map((line) => `> ${line}`).join('\n>\n');
  const said = [...(block ? [block] : []), ...linesOf(text).map(plainText)];
  const [first, ...more] = evidence && said.length > 0 ? [plainText(labels.evidence), ...said] : said;
  return first === undefined ? [] : [`- ${first.replace(/\n/g, '\n  ')}`, ...indented(more, 2)];
}

/** A list item with the day of its visit or tick, and its notes below it. */
function item(head: string, day: string | undefined, notes: HandedNote[], labels: HandInLabels): string {
  const line = `- ${head}${day ? ` (${plainText(day)})` : ''}`;
  return [
    line,
    ...indented(
      notes.flatMap((note) => noteBlocks(note, labels)),
      2,
    ),
  ].join('\n\n');
}

function partBlocks(
  { id, title, address, objectives, resources, read }: HandedPart,
  labels: HandInLabels,
): string[] {
  const blocks: string[] = [];
  if (id !== undefined) blocks.push(`### ${address ? link(title, address) : plainText(title)}`);
  const tasks = objectives.map(({ text, ticked, notes }) =>
    item(`[${ticked ? 'x' : ' '}] ${plainText(text)}`, ticked, notes, labels),
  );
  if (tasks.length > 0) blocks.push(tasks.join('\n'));
  const visits = resources.map(({ title, address, visited, notes }) =>
    item(address ? link(title, address) : plainText(title), visited, notes, labels),
  );
  if (read && visits.length > 0) blocks.push(plainText(labels.read(read)));
  if (visits.length > 0) blocks.push(visits.join('\n'));
  return blocks;
}

/**
 * Writes the hand-in as a GitLab task list: one task for each objective, ticked or not, with its notes. The visited resources are a
 * plain list, so that GitLab counts objectives only. Titles, quotes and the reader's text are shown literally
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
  // A signed credential has only letters, digits, dashes, underscores and dots: nothing in it can end the code block.
  if (handIn.badge && /^[\w.-]+$/.test(handIn.badge.jwt))
    blocks.push(plainText(labels.badge(handIn.badge.day)), `\`\`\`text\n${handIn.badge.jwt}\n\`\`\``);
  return `${blocks.join('\n\n')}\n`;
}
