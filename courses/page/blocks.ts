import { add, isVague, plain, type Words } from './text.ts';
import { type Item, LEVEL, type Link, type List, type Zone } from './zone.ts';

/** What is no text of the page, and what only leads around in the site or does something. */
const PASSED_OVER = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|SVG|BUTTON|NAV|FOOTER)$/i;
const LEADING_AROUND = /^(?:navigation|tablist)$/;
const BESIDE =
  /(?:^|\s)(?:td-heading-self-link|section-index|td-page-meta|alert-heading|breadcrumb|pagination)(?:\s|$)/;
/** What stands below the text: when it was last changed, and where it is edited. */
const END = /(?:^|\s)(?:td-page-meta__lastmod|feedback--title)(?:\s|$)/;
const INLINE = /^(?:A|ABBR|B|BDI|CITE|CODE|DEL|EM|I|INS|KBD|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|WBR)$/;
const BLOCK = /^(?:P|TD|TH|DT|DD|FIGCAPTION|BLOCKQUOTE)$/;
/** A line in bold that leads over to a list is no title. */
const SENTENCE = /^\S+(?:\s+\S+){4,}\s*:$/;
const [ELEMENT, TEXT] = [1, 3];
/** A page of more, or deeper, is read to there. The deepest that a browser makes of HTML is 512. */
const MOST = { nodes: 300_000, depth: 512, links: 10_000, zones: 2000 };

type Enter = (more?: Place) => void;

/** Where in the page the reading is: what takes up the words that come. */
interface Place {
  heading?: Words;
  link?: Words;
  /** The innermost item, and the list that it all stands in. */
  item?: Item | undefined;
  list?: List;
  /** The innermost paragraph, cell or item. */
  block?: Words | undefined;
  /** What of the paragraph is in bold, and whether what comes is. */
  bold?: Words;
  isBold?: boolean;
  /** The first cell of the row. */
  row?: Words;
}

class PageReader {
  readonly zones: Zone[] = [{ heading: undefined, lists: [], tasks: [], links: [] }];
  /** The line before what comes. */
  private lead = '';
  private nodes = 0;
  private links = 0;
  private ended = false;

  private get zone(): Zone {
    return this.zones.at(-1) as Zone;
  }

  private open(level: number, id: string, words: Words): void {
    this.lead = '';
    if (this.zones.length < MOST.zones) {
      this.zones.push({ heading: { level, id, words }, lists: [], tasks: [], links: [] });
    }
  }

  children(node: Node, place: Place, depth: number): void {
    if (depth > MOST.depth) return;
    for (const child of node.childNodes) {
      if (this.ended || ++this.nodes > MOST.nodes) return;
      if (child.nodeType === TEXT) this.say(child.nodeValue ?? '', place);
      else if (child.nodeType === ELEMENT) this.element(child as Element, place, depth + 1);
    }
  }

  private say(text: string, { heading, link, item, block, bold, isBold }: Place): void {
    for (const words of new Set([heading, link, item?.words, block, isBold ? bold : undefined])) {
      if (words) add(words, text);
    }
  }

  private element(element: Element, place: Place, depth: number): void {
    const name = element.nodeName;
    // A form's own properties may be those of its fields: it is not asked for more than its name.
    if (typeof name !== 'string' || name === 'FORM') return;
    const classes = element.getAttribute('class') ?? '';
    if (classes && END.test(classes)) this.ended = true;
    if (this.ended || PASSED_OVER.test(name) || BESIDE.test(classes)) return;
    if (LEADING_AROUND.test(element.getAttribute('role') ?? '')) return;
    // A heading's link to itself is a sign.
    if (name === 'A' && place.heading && !/[\p{L}\p{N}]/u.test(element.textContent ?? '')) return;
    const enter = (more: Place = {}) => this.children(element, { ...place, ...more }, depth);
    const inline = INLINE.test(name);
    if (!inline) this.say(' ', place);
    if (/^H[1-6]$/.test(name)) this.heading(element, enter);
    else if (name === 'SUMMARY') this.summary(enter);
    else if (name === 'UL' || name === 'OL') this.list(enter, place);
    else if (name === 'LI') this.item(enter, place);
    else if (name === 'TR') enter({ row: { said: '' } });
    else if (BLOCK.test(name)) this.block(name, enter, place);
    else if (name === 'A') this.link(element, enter, place);
    else if (name === 'IFRAME') this.frame(element);
    else if (name === 'INPUT') this.task(element, place);
    else enter(name === 'B' || name === 'STRONG' ? { isBold: true } : {});
    if (!inline) this.say(' ', place);
  }

  private heading(element: Element, enter: Enter): void {
    const words = { said: '' };
    this.open(Number(element.nodeName[1]), element.getAttribute('id') ?? '', words);
    enter({ heading: words, block: words, item: undefined });
  }

  private summary(enter: Enter): void {
    const words = { said: '' };
    enter({ block: words });
    if (!isVague(plain(words.said))) this.open(LEVEL.summary, '', words);
  }

  private list(enter: Enter, { list }: Place): void {
    if (list) {
      enter();
      return;
    }
    const outer: List = { items: [], lead: this.lead };
    this.lead = '';
    this.zone.lists.push(outer);
    enter({ list: outer });
  }

  private item(enter: Enter, { item: above, list }: Place): void {
    const item: Item = { words: { said: '' }, above, below: [], links: [] };
    (above?.below ?? list?.items)?.push(item);
    enter({ item, block: item.words });
  }

  private block(name: string, enter: Enter, { item, list, row }: Place): void {
    const [words, bold] = [{ said: '' }, { said: '' }];
    const before = this.links;
    enter({ block: words, bold });
    if (row && !row.said && /^T[DH]$/.test(name)) row.said = words.said;
    if (name !== 'P' || item || list) return;
    const text = plain(words.said);
    const isTitle = text !== '' && this.links === before && plain(bold.said) === text && !SENTENCE.test(text);
    if (isTitle) this.open(LEVEL.bold, '', words);
    else this.lead = text || this.lead;
  }

  private link(element: Element, enter: Enter, { item, block, row }: Place): void {
    const words = { said: '' };
    // In a table the first cell says what the links of the others are about.
    const around = row?.said && !item ? row : block;
    const at = around === block ? (block?.said.length ?? 0) : 0;
    const link: Link = { href: element.getAttribute('href') ?? '', words, item, around, at };
    if (link.href && ++this.links <= MOST.links) {
      this.zone.links.push(link);
      item?.links.push(link);
    }
    enter({ link: words });
  }

  private frame(element: Element): void {
    const href = element.getAttribute('src') ?? '';
    const title = element.getAttribute('title') ?? '';
    if (href && ++this.links <= MOST.links) this.zone.links.push({ href, title, frame: true });
  }

  private task(element: Element, { item }: Place): void {
    if (item && element.getAttribute('type') === 'checkbox') this.zone.tasks.push(item);
  }
}

/** What stands in `content`, from the first heading to the last; the first zone is what stands before them. */
export function zonesOf(content: Element): Zone[] {
  const reader = new PageReader();
  reader.children(content, {}, 0);
  return reader.zones;
}
