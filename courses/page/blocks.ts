import type { PageTree } from '../../sites/page-tree.ts';
import type { PageLanguage } from './languages/language.ts';
import { append, isSentence, isVague, plain, type TextBuffer } from './text.ts';

/** A heading. A title that isn't one (a summary to unfold, a line in bold) has a level below all headings. */
export interface Heading {
  level: number;
  id: string;
  text: TextBuffer;
}

export const LEVEL = { summary: 7, bold: 8 };

/** An item of a list. Its text is its own, without the lists in it. */
export interface Item {
  text: TextBuffer;
  above: Item | undefined;
  below: Item[];
  links: Link[];
}

/** An outermost list. */
export interface List {
  items: Item[];
  /** The line that introduces it. */
  lead: string;
}

export interface Link {
  href: string;
  text: TextBuffer;
  item: Item | undefined;
  /** The text of the paragraph, item or table row around it, and the index in that text where the link begins. */
  around: TextBuffer | undefined;
  at: number;
}

/** An embedded page, perhaps a video. */
export interface Frame {
  frame: true;
  href: string;
  title: string;
}

/** What is between one heading and the next. The first block of a page, before its first heading, has no heading. */
export interface Block {
  heading: Heading | undefined;
  lists: List[];
  /** The items with a checkbox. */
  tasks: Item[];
  links: (Link | Frame)[];
}

type PageElement = Exclude<PageTree, string>;

/** Elements whose text isn't the page's, that navigate the site, or that do something. */
const SKIPPED = /^(?:script|style|template|noscript|svg|form|embed|button|nav|footer)$/;
const NAVIGATION = /^(?:navigation|tablist)$/;
const ASIDE =
  /(?:^|\s)(?:td-heading-self-link|section-index|td-page-meta|alert-heading|breadcrumb|pagination)(?:\s|$)/;
/** The part below the text: when the page was last changed, and where it can be edited. */
const END = /(?:^|\s)(?:td-page-meta__lastmod|feedback--title)(?:\s|$)/;
export const INLINE =
  /^(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)$/;
/** A line in bold that introduces a list is no title. */
const SENTENCE = /^\S+(?:\s+\S+){4,}\s*:$/;
/** A larger or deeper page is read up to these limits. No browser nests HTML deeper than 512 levels. */
const MOST = { nodes: 300_000, depth: 512, links: 10_000, blocks: 2000 };

/** The buffers and items that receive the text being read. */
interface Place {
  heading?: TextBuffer;
  link?: TextBuffer;
  /** The innermost item, and the outermost list around it. */
  item?: Item | undefined;
  list?: List;
  /** The innermost paragraph, cell or item. */
  paragraph?: TextBuffer | undefined;
  /** The bold text of the paragraph, and whether what follows is in bold. */
  bold?: TextBuffer;
  isBold?: boolean;
  /** The text of the row's first cell. */
  row?: TextBuffer;
}

/** An element that is being read, its place, and the function that reads its children with additions to its place. */
interface Reading {
  name: string;
  attributes: Record<string, string>;
  place: Place;
  enter: (more?: Place) => void;
}

/** Whether the page's text ends before an element. */
export const isEnd = ([, { class: classes = '' }]: PageElement): boolean => END.test(classes);

/** Whether the text of an element is the page's own. */
export const isOfPage = ([name, { class: classes = '', role = '' }]: PageElement): boolean =>
  !SKIPPED.test(name) && !ASIDE.test(classes) && !NAVIGATION.test(role);

/** Whether an element has a letter or digit in its text. */
function hasWords([, , ...parts]: PageElement): boolean {
  return parts.some((part) => (typeof part === 'string' ? /[\p{L}\p{N}]/u.test(part) : hasWords(part)));
}

class BlockReader {
  readonly blocks: Block[] = [{ heading: undefined, lists: [], tasks: [], links: [] }];
  /** The line before what is being read. */
  private lead = '';
  private nodes = 0;
  private links = 0;
  private readonly language: PageLanguage;
  private ended = false;
  private readonly readers = new Map<string, (reading: Reading) => void>([
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, this.heading] as const),
    ...['ul', 'ol'].map((name) => [name, this.list] as const),
    ...['p', 'td', 'th', 'dt', 'dd', 'figcaption', 'blockquote'].map(
      (name) => [name, this.paragraph] as const,
    ),
    ...['b', 'strong'].map((name) => [name, ({ enter }: Reading) => enter({ isBold: true })] as const),
    ['tr', ({ enter }) => enter({ row: { value: '' } })],
    ['summary', this.summary],
    ['li', this.item],
    ['a', this.link],
    ['iframe', this.frame],
    ['input', this.task],
  ]);

  constructor(language: PageLanguage) {
    this.language = language;
  }

  private get block(): Block {
    return this.blocks.at(-1) as Block;
  }

  private open(level: number, id: string, text: TextBuffer): void {
    this.lead = '';
    if (this.blocks.length < MOST.blocks) {
      this.blocks.push({ heading: { level, id, text }, lists: [], tasks: [], links: [] });
    }
  }

  children(element: PageElement, place: Place, depth: number): void {
    if (depth > MOST.depth) return;
    const [, , ...parts] = element;
    for (const part of parts) {
      if (this.ended || ++this.nodes > MOST.nodes) return;
      if (typeof part === 'string') this.say(part, place);
      else this.element(part, place, depth + 1);
    }
  }

  private say(text: string, { heading, link, item, paragraph, bold, isBold }: Place): void {
    for (const buffer of new Set([heading, link, item?.text, paragraph, isBold ? bold : undefined])) {
      if (buffer) append(buffer, text);
    }
  }

  /** Whether nothing of an element is read. Elements below the page's text end the reading. */
  private isSkipped(element: PageElement, { heading }: Place): boolean {
    if (isEnd(element)) this.ended = true;
    if (this.ended || !isOfPage(element)) return true;
    // A heading's link to itself is only a sign.
    return element[0] === 'a' && heading !== undefined && !hasWords(element);
  }

  private element(element: PageElement, place: Place, depth: number): void {
    if (this.isSkipped(element, place)) return;
    const [name, attributes] = element;
    const enter = (more: Place = {}) => this.children(element, { ...place, ...more }, depth);
    const inline = INLINE.test(name);
    if (!inline) this.say(' ', place);
    const read = this.readers.get(name);
    if (read) read.call(this, { name, attributes, place, enter });
    else enter();
    if (!inline) this.say(' ', place);
  }

  private heading({ name, attributes, enter }: Reading): void {
    const text = { value: '' };
    this.open(Number(name[1]), attributes.id ?? '', text);
    enter({ heading: text, paragraph: text, item: undefined });
  }

  private summary({ enter }: Reading): void {
    const text = { value: '' };
    enter({ paragraph: text });
    const title = plain(text.value);
    // “Click here to see …” is no title of what it unfolds.
    if (!isVague(title, this.language) && !this.language.unfold.test(title))
      this.open(LEVEL.summary, '', text);
  }

  private list({ enter, place }: Reading): void {
    if (place.list) {
      enter();
      return;
    }
    const list: List = { items: [], lead: this.lead };
    this.lead = '';
    this.block.lists.push(list);
    enter({ list });
  }

  private item({ enter, place: { item: above, list } }: Reading): void {
    const item: Item = { text: { value: '' }, above, below: [], links: [] };
    (above?.below ?? list?.items)?.push(item);
    enter({ item, paragraph: item.text });
  }

  private paragraph({ name, enter, place: { item, list, row } }: Reading): void {
    const [paragraph, bold] = [{ value: '' }, { value: '' }];
    const before = this.links;
    enter({ paragraph, bold });
    if (row && !row.value && /^t[dh]$/.test(name)) row.value = paragraph.value;
    if (name !== 'p' || item || list) return;
    const text = plain(paragraph.value);
    const isTitle =
      text !== '' &&
      this.links === before &&
      plain(bold.value) === text &&
      !SENTENCE.test(text) &&
      !isSentence(text);
    if (isTitle) this.open(LEVEL.bold, '', paragraph);
    else this.lead = text || this.lead;
  }

  private link({ attributes, enter, place: { item, paragraph, row } }: Reading): void {
    const text = { value: '' };
    // In a table the first cell says what the links of the others are about.
    const around = row?.value && !item ? row : paragraph;
    const at = around === paragraph ? (paragraph?.value.length ?? 0) : 0;
    const link: Link = { href: attributes.href ?? '', text, item, around, at };
    if (link.href && ++this.links <= MOST.links) {
      this.block.links.push(link);
      item?.links.push(link);
    }
    enter({ link: text });
  }

  private frame({ attributes: { src: href = '', title = '' } }: Reading): void {
    if (href && ++this.links <= MOST.links) this.block.links.push({ href, title, frame: true });
  }

  private task({ attributes, place: { item } }: Reading): void {
    if (item && attributes.type === 'checkbox') this.block.tasks.push(item);
  }
}

/** The blocks of a page's content, in its order. The first is what comes before the first heading. */
export function blocksOf(content: PageTree, language: PageLanguage): Block[] {
  const reader = new BlockReader(language);
  if (typeof content !== 'string') reader.children(content, {}, 0);
  return reader.blocks;
}
