import { contentOf } from './read-page.ts';

/** A part of a page as plain data: its text, or its tag in lower case, the attributes that a course is read by, and its parts. */
export type PageTree = string | [tag: string, attributes: Record<string, string>, ...parts: PageTree[]];

/** A page's content, as it is sent to the panel. */
interface PageContent {
  tree: PageTree;
  /** Whether this is all of the content, not only the beginning of a very long page. */
  whole: boolean;
  /** The language tag that the page declares; '' if it declares none. */
  lang: string;
  /** The page's own URL: by now the tab may show another page than the one that was asked. */
  url: string;
}

/** What a course is read by (`courses/page/`). */
const ATTRIBUTES = ['id', 'class', 'role', 'title', 'type'];
const ADDRESSES = ['href', 'src'];
/** What does something, and has no part of a course in it. A form's own properties may also be those of its fields. */
const LEFT_OUT = /^(?:form|script|style|svg)$/i;
/** The most nodes, UTF-16 code units and levels of a tree: six times the longest page known. What is beyond is left out. */
const MOST = { nodes: 30_000, letters: 1_000_000, depth: 500 };
const LONGEST = 2000;

/** Where a link leads, as a whole address if it is one: its page may have another base than its own address. */
function absolute(href: string, base: string | null): string {
  try {
    return new URL(href, base ?? undefined).href;
  } catch {
    return href;
  }
}

function attributesOf(element: Element, base: string | null): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value) attributes[name] = value.slice(0, LONGEST);
  }
  for (const name of ADDRESSES) {
    const value = element.getAttribute(name);
    if (value) attributes[name] = absolute(value, base).slice(0, LONGEST);
  }
  return attributes;
}

function contentIn(document: Document): PageContent | undefined {
  const content = contentOf(document);
  if (!content) return undefined;
  const base = content.baseURI;
  let { nodes, letters } = MOST;
  const partOf = (child: ChildNode, depth: number): PageTree[] => {
    const { nodeName, nodeType, nodeValue } = child;
    if (typeof nodeName !== 'string' || LEFT_OUT.test(nodeName) || --nodes < 0) return [];
    if (nodeType === 1) return depth < MOST.depth ? [treeOf(child as Element, depth + 1)] : [];
    if (nodeType !== 3) return [];
    const text = nodeValue ?? '';
    letters -= text.length;
    return letters > 0 ? [text] : [];
  };
  const treeOf = (element: Element, depth: number): PageTree => {
    const tree: PageTree = [element.nodeName.toLowerCase(), attributesOf(element, base)];
    for (const child of element.childNodes) tree.push(...partOf(child, depth));
    return tree;
  };
  const tree = treeOf(content, 0);
  const lang = document.documentElement?.getAttribute('lang') ?? '';
  return { tree, whole: nodes >= 0 && letters > 0, lang: lang.slice(0, 35), url: document.URL };
}

/** The content of a page as plain data; undefined if it has none or can't be read. Never throws. */
export function pageTree(document: Document = globalThis.document): PageContent | undefined {
  try {
    return contentIn(document);
  } catch {
    // A page can shadow the document's properties and methods with its own elements.
    return undefined;
  }
}
