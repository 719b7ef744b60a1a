import { decoded } from './address.ts';

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
