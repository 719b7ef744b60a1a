import type { Link, ListItem, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Markdown as GitLab's kind of it is parsed: CommonMark with task lists, tables, footnotes and bare addresses. */
export const parsed = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The text that a node shows. */
export function shown(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(shown).join('') : '';
}

/** All nodes below `node`, itself included, in their order. */
export function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])];
}

const within = <Type extends Nodes['type']>(node: Nodes, type: Type) =>
  all(node).filter((each): each is Extract<Nodes, { type: Type }> => each.type === type);

/**
 * A list's item as it is read back: its line; of its notes, each an item below it, the lines of the quotes and the paragraphs;
 * and where its links lead.
 */
export function itemOf(item: ListItem) {
  const [head, ...lists] = item.children;
  const notes = lists.flatMap((each) => (each.type === 'list' ? each.children : []));
  const below = notes.flatMap(({ children }) => children);
  return {
    checked: item.checked ?? undefined,
    text: head ? shown(head) : '',
    quotes: below.flatMap((each) => (each.type === 'blockquote' ? [each.children.map(shown)] : [])),
    words: below.flatMap((each) => (each.type === 'paragraph' ? [shown(each)] : [])),
    kinds: lists.map(({ type }) => type),
    notes: notes.length,
    boxesInNotes: notes.filter(({ checked }) => typeof checked === 'boolean').length,
    links: within(item, 'link').map(({ url }: Link) => url),
  };
}

/** The items of every list at the top, in their order. */
export const itemsOf = (root: Root) =>
  root.children.flatMap((each) => (each.type === 'list' ? each.children.map(itemOf) : []));
