/**
 * A page's canonical URL, with or without an anchor: the one thing that courses and sites share.
 * Only a site makes one (see `addressOf` in `sites/index.ts`); the functions here take it apart.
 */
export type Address = string;

/** The address of the page that `address` is on: the same without its anchor. */
export function pageOf(address: Address): Address {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}

/** The anchor of `address` as the heading's id has it, without `#`; '' where it names the page as a whole. */
export function anchorOf(address: Address): string {
  const hash = address.indexOf('#');
  return hash < 0 ? '' : decoded(address.slice(hash + 1));
}

/** The address of the heading `id` on the page of `address`; of the page itself where `id` is ''. */
export function withAnchor(address: Address, id: string): Address {
  return pageOf(address) + (id && `#${encodeURIComponent(id.toWellFormed())}`);
}

/** The addresses of the pages above the page of `address`, the nearest first, without the host's front page. */
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
 * The anchor of a URL's `hash` in its one spelling, with its `#`, without a text fragment; '' where there is none. With a `=` in it it
 * holds parameters, which may be credentials (`#access_token=…`), and names no heading.
 */
export function canonicalAnchor(hash: string): string {
  const anchor = decoded(hash.slice(1).replace(/:~:.*$/, ''));
  return anchor && !/=|%3d/i.test(anchor) ? `#${encodeURIComponent(anchor)}` : '';
}

/** `text` with its percent escapes resolved; as it is where they are malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
