/**
 * A page's canonical URL, with or without an anchor. Only `addressOf` (`sites/index.ts`) makes one from a URL; the functions here
 * take it apart. It is the only part of `sites/` that `courses/` uses.
 */
export type Address = string;

/** `address` without its anchor. */
export function pageOf(address: Address): Address {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}

/** The anchor of `address`, decoded and without `#`, so that it equals a heading's id; '' if there is none. */
export function anchorOf(address: Address): string {
  const hash = address.indexOf('#');
  return hash < 0 ? '' : decoded(address.slice(hash + 1));
}

/** The address of the heading `id` on the page of `address`; of the page itself if `id` is ''. */
export function withAnchor(address: Address, id: string): Address {
  return pageOf(address) + (id && `#${encodeURIComponent(id.toWellFormed())}`);
}

/** The addresses of all parent pages of `address`, the nearest first, without the host's front page. */
export function ancestorsOf(address: Address): Address[] {
  const page = pageOf(address).replace(/\/$/, '');
  const root = page.indexOf('/', 'https://'.length);
  const above: Address[] = [];
  for (let end = page.lastIndexOf('/'); end > root; end = page.lastIndexOf('/', end - 1)) {
    above.push(page.slice(0, end + 1));
  }
  return above;
}

/**
 * The canonical form of a URL's `hash`, with `#` and without a text fragment; '' if there is none. A hash with a `=` is dropped: it
 * contains parameters, which may be credentials (`#access_token=…`), and no heading's id.
 */
export function canonicalAnchor(hash: string): string {
  const anchor = decoded(hash.slice(1).replace(/:~:.*$/, ''));
  return anchor && !/=|%3d/i.test(anchor) ? `#${encodeURIComponent(anchor)}` : '';
}

/** `text` with its percent escapes decoded; unchanged if they are malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
