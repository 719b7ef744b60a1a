import { contentOf } from './read-page.ts';

/** A node of a page as plain data: a text, or an element's tag in lower case, the attributes needed to read a course, and its children. */
export type PageTree = string | [tag: string, attributes: Record<string, string>, ...parts: PageTree[]];

/** A page's content as sent to the panel. */
interface PageContent {
  tree: PageTree;
  /** False if the page is very long and only its beginning was read. */
  whole: boolean;
  /** The language tag that the page declares; '' if it declares none. */
  lang: string;
  /** The page's own URL: the tab may have navigated since the question was asked. */
  url: string;
}

/** The attributes needed to read a course (`courses/page/`). */
const ATTRIBUTES = ['id', 'class', 'role', 'title', 'type'];
const ADDRESSES = ['href', 'src'];
/** Elements without course content. A form's properties can be shadowed by the names of its fields. */
const LEFT_OUT = /^(?:form|script|style|svg)$/i;
/** The most nodes, UTF-16 code units of text, and levels in a tree: six times the longest known page. The rest is left out. */
const MOST = { nodes: 30_000, letters: 1_000_000, depth: 500 };
const LONGEST = 2000;

/** `href` as an absolute URL, unchanged if it isn't valid. The page may set a base that differs from its own address. */
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

/** Reads the content of a page as plain data. Returns undefined if it has none or can't be read. Never throws. */
export function pageTree(document: Document = globalThis.document): PageContent | undefined {
  try {
    return contentIn(document);
  } catch {
    // A page can shadow the document's properties and methods with its own elements.
    return undefined;
  }
}
