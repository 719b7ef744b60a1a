const TAG = /^[a-z][a-z0-9-]{0,40}$/;
/** As deep as a browser lets a page be, and some. */
const DEEPEST = 600;

/** As many parts as `pageTree` takes of a page, and some. */
const MOST_PARTS = 40_000;

/**
 * Appends what `found` is to `parent`. Answers whether it is a part of a page as `pageTree` gives them.
 * @param count of the parts so far
 */
function append(parent: Element, found: unknown, depth: number, count = { parts: 0 }): boolean {
  if (++count.parts > MOST_PARTS) return false;
  if (typeof found === 'string') {
    parent.append(found);
    return true;
  }
  if (!Array.isArray(found) || depth > DEEPEST) return false;
  const [tag, attributes, ...parts] = found as unknown[];
  if (typeof tag !== 'string' || !TAG.test(tag) || typeof attributes !== 'object' || !attributes)
    return false;
  // A page's policy lets no text become what these load, and no course has them.
  if (/^(script|embed)$/.test(tag)) return true;
  const element = parent.ownerDocument.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // No other is read, and none of these does anything in a document that no window shows.
    if (!/^(id|class|role|href|src|title|type)$/.test(name) || typeof value !== 'string') return false;
    element.setAttribute(name, value);
  }
  parent.append(element);
  return parts.every((part) => append(element, part, depth + 1, count));
}

/**
 * A page made anew from the tree of its content (`pageTree`), element by element and never from HTML, in a document that no
 * window shows: nothing in it loads or runs. Undefined where `tree` is none.
 */
export function rebuiltPage(title: string, tree: unknown): Document | undefined {
  const rebuilt = document.implementation.createHTMLDocument(title);
  return append(rebuilt.body, tree, 0) ? rebuilt : undefined;
}
