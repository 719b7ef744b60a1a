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

/** The anchor of a URL's `hash` in its one spelling, with its `#`, without a text fragment; '' where there is none. */
export function canonicalAnchor(hash: string): string {
  const anchor = encodeURIComponent(decoded(hash.slice(1).replace(/:~:.*$/, '')));
  return anchor && `#${anchor}`;
}

/** `text` with its percent escapes resolved; as it is where they are malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What tells a credential wherever it stands in a parameter's name (`X-Amz-Signature`, `PHPSESSID`). */
const TELLING =
  /token|secret|passw|passphrase|credential|signature|session|sessid|jwt|oauth|authent|authori[sz]|saml/;
/** What tells one as a word of the name (`Key-Pair-Id`, `authCode`), and not in a longer one, such as `keyword` or `author`. */
const TELLING_WORD =
  /^(?:(?:api|app|access|auth|private|secret)?keys?|(?:auth|pass)?code|auth|sig|sid|pass|pwd|pw|otp|ticket|nonce|hmac)$/;
/** The words of a name: `accessToken`, `access_token` and `ACCESS-TOKEN` have the same. */
const WORDS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** `text` as it is after all that read it have resolved its escapes. */
function plain(text: string): string {
  let now = text.replaceAll('+', ' ');
  for (let times = 0; times < 3 && now.includes('%'); times++) now = decoded(now);
  return now;
}

/** Whether `text` is a parameter (`name=value`) that looks like a credential, or has one in its value. */
function isSecret(text: string): boolean {
  if (/\/\/[^/?#]*@/.test(text)) return true;
  return text.split(/[?&;#]/).some((piece) => {
    const name = piece.slice(0, Math.max(0, piece.indexOf('=')));
    if (TELLING.test(name.toLowerCase())) return true;
    return (name.match(WORDS) ?? []).some((word) => TELLING_WORD.test(word.toLowerCase()));
  });
}

/** The parameters of `text` that are no credentials, as they are written. */
function harmless(text: string, [separator, ...finer]: readonly string[] = ['?', '&', ';']): string {
  if (separator === undefined) return isSecret(plain(text)) ? '' : text;
  return text
    .split(separator)
    .flatMap((piece) => {
      const left = harmless(piece, finer);
      return left || !piece ? left : [];
    })
    .join(separator);
}

/**
 * `address` without what looks like a credential: a name and password before the host, and the parameters of path, query and anchor
 * whose names tell it, such as `token`, `key`, `sig`, `session`, `auth` and `code`. Whatever else is in it stays as it is written.
 * To be applied wherever an address enters that is kept or handed on.
 */
export function withoutSecrets(address: string): string {
  // Nearly every address: neither a parameter nor a name.
  if (!/[=@]|%3d|%40|%253d/i.test(address)) return address;
  const [, start = '', query = '', anchor = ''] = /^([^?#]*)\??([^#]*)#?(.*)$/s.exec(address) ?? [];
  const place = start
    .replace(/^(\w+:)[/\\]*[^/\\]*@/, '$1//')
    .replace(/;[^/;]*/g, (parameter) => (isSecret(plain(parameter)) ? '' : parameter));
  const parameters = harmless(query);
  const there = plain(anchor);
  const left = harmless(there);
  const heading = left === there ? anchor : encodeURI(left.toWellFormed());
  if (place === start && parameters === query && heading === anchor) return address;
  return place + (parameters && `?${parameters}`) + (heading && `#${heading}`);
}

/** Plain `data` with every address in it, names of members included, `withoutSecrets`: for what earlier versions kept with them. */
export function withoutSecretsIn<Data>(data: Data): Data {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return /^https:\/\/\S+$/.test(value) ? withoutSecrets(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(clean);
    return Object.fromEntries(Object.entries(value).map((member) => member.map(clean) as [string, unknown]));
  };
  return clean(data) as Data;
}
