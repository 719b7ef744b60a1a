import * as fc from 'fast-check';

/** Tokens that have a meaning in some kind of text. */
const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#0;',
  ],
  ...[
    '__proto__',
    'constructor',
    '"__proto__":{"polluted":1},',
    'null',
    'NaN',
    '1e999',
    '-1',
    '9007199254740993',
  ],
  ...[
    '\u0000',
    '\u202e',
    '\u2028',
    '\ud800',
    '\udc00',
    '\ufeff',
    '😀',
    'İ',
    ' ',
    '\n',
    '.',
    '..',
    '/',
    '%',
    '%2e',
    '%00',
    '%ff',
  ],
  ...[
    'javascript:',
    'https://',
    'data:text/html,',
    '@',
    '#',
    '?',
    ';',
    '=',
    "'",
    '`',
    '/close',
    '[x](y)',
    '\\u0000',
    '\\ud800',
  ],
];

/** One change of a text. Positions are shares of its length. */
const change = fc.tuple(
  fc.constantFrom('put', 'flip', 'cut', 'end', 'twice', 'many'),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.constantFrom(...TOKENS), fc.string({ unit: 'binary', maxLength: 4 })),
);

function changed(text: string, [how, first, second, token]: [string, number, number, string]): string {
  const [from, to] = [first, second]
    .sort((a, b) => a - b)
    .map((share) => Math.floor(share * text.length)) as [number, number];
  const at = Math.floor(first * text.length);
  switch (how) {
    case 'put':
      return text.slice(0, at) + token + text.slice(at);
    case 'flip':
      return (
        text.slice(0, at) +
        String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(second * 8))) +
        text.slice(at + 1)
      );
    case 'cut':
      return text.slice(0, from) + text.slice(to);
    case 'end':
      return text.slice(0, at);
    case 'twice':
      return text.slice(0, to) + text.slice(from);
    default:
      return text.slice(0, at) + token.repeat(Math.floor(second ** 4 * 50_000)) + text.slice(at);
  }
}

/** Generates one of `texts` with some changes or none. */
export function mutatedText(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(change, { maxLength: 4 }))
    .map(([text, changes]) => changes.reduce(changed, text));
}

/** Generates a file: a text as it is, or its UTF-8 with some bits flipped, at shares of its length. */
export interface File {
  text: string;
  turned: [share: number, bit: number][] | undefined;
}

export function damagedFile(texts: fc.Arbitrary<string>): fc.Arbitrary<File> {
  const turn = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7));
  return fc.record({ text: texts, turned: fc.option(fc.array(turn, { maxLength: 2 }), { nil: undefined }) });
}

export function fileOf({ text, turned }: File): Blob {
  const bytes = new TextEncoder().encode(text);
  for (const [share, bit] of turned ?? []) {
    const at = Math.floor(share * bytes.length);
    if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  }
  return new Blob([bytes]);
}

/** Repeats one of `tokens` so often that a search from each of them to the end would never finish. */
export function manyOf(...tokens: string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...tokens), fc.integer({ min: 1, max: 900_000 }))
    .map(([token, letters]) => token.repeat(Math.ceil(letters / token.length)));
}
