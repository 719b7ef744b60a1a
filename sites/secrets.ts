import { decoded } from './address.ts';

/** A parameter whose name contains one of these is a credential (`X-Amz-Signature`, `PHPSESSID`). */
const SECRET_PART =
  /token|secret|passw|passphrase|passkey|credential|signature|session|sessid|jwt|oauth|authent|authori[sz]|saml|hmac|[cx]srf|bearer|clearance|ticketid|invitecode|(?:access|license|resource|share|subscription|user)key/;
/** A parameter is a credential if a whole word of its name is one of these (`Key-Pair-Id`, `authCode`, but not `keyword` or `author`). */
const SECRET_WORD =
  /^(?:(?:api|app|access|auth|private|secret)?keys?|(?:auth|pass)?code|auth|sig|sess|sid|pass|pwd|pw|otp|ticket|nonce|assertion)$/;
/** A user name and password before the host. Only the addresses of the Web may leave out the slashes: `mailto:` has a name there. */
const USER = /^((?:https?|wss?|ftp):)[/\\]*[^/\\]*@|^([a-z][a-z\d+.-]*:)\/\/[^/]*@/i;
/** Values that are credentials whatever they are named: JSON Web Tokens, and tokens of GitLab and GitHub. */
const SECRET_VALUE = /eyJ[\w-]{5,}\.eyJ[\w-]{5,}\.|glpat-[\w-]{10,}|gh[a-z]_\w{20,}/;
/** Splits a name into words: `accessToken`, `access_token` and `ACCESS-TOKEN` have the same ones. */
const WORDS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** `text` with its escapes decoded up to three times, since it may pass several programs that each decode it, and with plain letters. */
function plain(text: string): string {
  let now = text.replaceAll('+', ' ');
  for (let times = 0; times < 3 && now.includes('%'); times++) now = decoded(now);
  return now.normalize('NFKC');
}

/** Whether the parameter `text` (`name=value`) looks like a credential or has one in its value. */
function isSecret(text: string): boolean {
  if (/\/\/[^/?#]*@/.test(text) || SECRET_VALUE.test(text)) return true;
  return text.split(/[?&;#]/).some((piece) => {
    const name = piece.slice(0, Math.max(0, piece.indexOf('=')));
    if (SECRET_PART.test(name.toLowerCase())) return true;
    return (name.match(WORDS) ?? []).some((word) => SECRET_WORD.test(word.toLowerCase()));
  });
}

/** `text` without the parameters that are credentials. The others stay as they are written. */
function withoutSecretParameters(
  text: string,
  [separator, ...finer]: readonly string[] = ['?', '&', ';'],
): string {
  if (separator === undefined) return isSecret(plain(text)) ? '' : text;
  return text
    .split(separator)
    .flatMap((piece) => {
      const left = withoutSecretParameters(piece, finer);
      return left || !piece ? left : [];
    })
    .join(separator);
}

/**
 * Removes everything from `address` that looks like a credential: a user name and password before the host, and parameters in the
 * path, query and anchor with names such as `token`, `key`, `sig`, `session`, `auth` and `code`. The rest stays as it is written.
 * Call it wherever an address enters that is stored or exported.
 */
export function withoutSecrets(address: string): string {
  // Nearly all addresses have neither parameters nor a user name.
  if (!/[=@]|%3d|%40|%253d/i.test(address)) return address;
  const [, start = '', query = '', anchor = ''] = /^([^?#]*)\??([^#]*)#?(.*)$/s.exec(address) ?? [];
  const place = start
    .replace(USER, '$1$2//')
    .replace(/;[^/;]*/g, (parameter) => (isSecret(plain(parameter)) ? '' : parameter));
  const parameters = withoutSecretParameters(query);
  const there = plain(anchor);
  const left = withoutSecretParameters(there);
  const heading = left === there ? anchor : encodeURI(left.toWellFormed());
  if (place === start && parameters === query && heading === anchor) return address;
  return place + (parameters && `?${parameters}`) + (heading && `#${heading}`);
}

/**
 * Applies `withoutSecrets` to every address in `data` (JSON), property names included. Waymark 0.3.0 and older may have stored
 * credentials.
 */
export function withoutSecretsIn<Data>(data: Data): Data {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return /^https:\/\/\S+$/.test(value) ? withoutSecrets(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(clean);
    return Object.fromEntries(Object.entries(value).map((member) => member.map(clean) as [string, unknown]));
  };
  return clean(data) as Data;
}
