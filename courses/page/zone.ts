import type { Words } from './text.ts';

/** A heading; a title that is none (of something to unfold, or a line in bold) has a level below all headings. */
export interface Heading {
  level: number;
  id: string;
  words: Words;
}

export const LEVEL = { summary: 7, bold: 8 };

/** An item of a list; its words are those of its own, without the lists in it. */
export interface Item {
  words: Words;
  above: Item | undefined;
  below: Item[];
  links: Link[];
}

/** A list that stands in no other. */
export interface List {
  items: Item[];
  /** The line that introduces it. */
  lead: string;
}

export interface Link {
  href: string;
  words: Words;
  item: Item | undefined;
  /** The words of the paragraph, item or row that it stands in, and where in them it begins. */
  around: Words | undefined;
  at: number;
}

export interface Frame {
  frame: true;
  href: string;
  title: string;
}

/** What stands between one heading and the next. Before the first heading there is none. */
export interface Zone {
  heading: Heading | undefined;
  lists: List[];
  /** The items with a box to tick. */
  tasks: Item[];
  links: (Link | Frame)[];
}
