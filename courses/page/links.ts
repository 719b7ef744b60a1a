import { type Address, pageOf } from '../../sites/address.ts';
import { withoutSecrets } from '../../sites/secrets.ts';
import { LONGEST } from '../limits.ts';

/** Where a link leads: an `https:` address, canonical if it is a handbook's. */
export interface Target {
  address: Address;
  isVideo: boolean;
  /** It is a slide deck, which a page may embed. */
  isSlides: boolean;
}

export type AddressOf = (url: string) => Address | undefined;

const YOUTUBE = /^(?:www\.|m\.)?youtu(?:be\.com|\.be|be-nocookie\.com)$/;
const VIMEO = /^(?:www\.|player\.)?vimeo\.com$/;

/** Hosts of slides, with the part of the path that presentations have where a host has other things, too. */
const SLIDES =
  /^(?:docs\.google\.com\/presentation|www\.canva\.com\/design|pitch\.com|(?:www\.)?slideshare\.net|(?:www\.)?speakerdeck\.com|slides\.com)\//;

function parsed(href: string, base: Address): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** Returns the address to watch a video or playlist at, from any of the forms of its link. */
function videoAt({ hostname, pathname, searchParams }: URL): Address | undefined {
  if (VIMEO.test(hostname)) {
    const [id] = /(?<=^\/(?:video\/)?)\d+(?=\/|$)/.exec(pathname) ?? [];
    return id && `https://vimeo.com/${id}`;
  }
  if (!YOUTUBE.test(hostname)) return undefined;
  const part = /^\/(?:(?:embed|shorts|live|v)\/)?([\w-]+)\/?$/.exec(pathname)?.[1] ?? '';
  const list = searchParams.get('list') ?? '';
  if (/^(?:playlist|videoseries)$/.test(part)) {
    return /^[\w-]+$/.test(list) ? `https://www.youtube.com/playlist?list=${list}` : undefined;
  }
  const id = part === 'watch' ? (searchParams.get('v') ?? '') : part;
  // The id of a video has eleven characters; anything else is a channel.
  if (!/^[\w-]{11}$/.test(id)) return undefined;
  const from = searchParams.get('t') ?? searchParams.get('start') ?? '';
  return `https://www.youtube.com/watch?v=${id}${/^\w{1,9}$/.test(from) ? `&t=${from}` : ''}`;
}

/**
 * Returns where `href` leads from `page`. `http:` becomes `https:`, and session ids that a page adds to its links are removed.
 * Undefined for links that are not followed: to the page itself or a heading on it, with another protocol than the web's,
 * with a name and password, or too long.
 */
export function targetOf(href: string, page: Address, addressOf: AddressOf): Target | undefined {
  if (href.length > LONGEST.address) return undefined;
  const url = parsed(href, page);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  if (url.protocol === 'http:') {
    if (url.port) return undefined;
    url.protocol = 'https:';
  }
  const video = videoAt(url);
  const address = video ?? addressOf(url.href) ?? withoutSecrets(url.href);
  if (address.length > LONGEST.address || pageOf(address) === pageOf(page)) return undefined;
  return { address, isVideo: video !== undefined, isSlides: SLIDES.test(url.host + url.pathname) };
}
