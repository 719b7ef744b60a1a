/** An element of an XML text, with its namespace resolved. */
export interface XmlElement {
  /** '' if it has none. */
  namespace: string;
  name: string;
  /** By their names as written, with prefix. If a name is there twice, the first one. */
  attributes: ReadonlyMap<string, string>;
}

/** What begins with `<` and isn't an element, and how it ends. Without an end it goes to the end of the text. */
const OTHERS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where the document type that begins at `start` ends. Declarations in brackets are skipped. */
function endOfDoctype(xml: string, start: number): number {
  const stop = /[>[]/g;
  stop.lastIndex = start;
  const found = stop.exec(xml);
  if (found?.[0] !== '[') return found ? stop.lastIndex : xml.length;
  const end = /\]\s*>/g;
  end.lastIndex = stop.lastIndex;
  return end.test(xml) ? end.lastIndex : xml.length;
}

const STOP = /["'<>]/g;

/** The index of the first angle bracket after `start` that isn't in quotation marks: the end of the tag, or the start of another one. Undefined if there is none. */
function endOfTag(xml: string, start: number): number | undefined {
  for (let at = start; ; ) {
    STOP.lastIndex = at;
    const found = STOP.exec(xml);
    if (!found) return undefined;
    if (found[0] === '>' || found[0] === '<') return found.index;
    const close = xml.indexOf(found[0], found.index + 1);
    if (close < 0) return undefined;
    at = close + 1;
  }
}

/** Where the comment, CDATA section, instruction or document type that begins at `start` ends; undefined for a tag. */
function endOfOther(xml: string, start: number): number | undefined {
  const mark = xml[start + 1];
  if (mark !== '!' && mark !== '?') return undefined;
  const other = OTHERS.find(([begin]) => xml.startsWith(begin, start));
  if (!other) return mark === '!' ? endOfDoctype(xml, start) : undefined;
  const end = xml.indexOf(other[1], start + other[0].length);
  return end < 0 ? xml.length : end + other[1].length;
}

/** The tags of `xml`, each without its angle brackets. Linear: each character is read only a few times, whatever the text is. */
function* tagsIn(xml: string): Generator<string> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const past = endOfOther(xml, at);
    if (past !== undefined) {
      at = past;
      continue;
    }
    const end = endOfTag(xml, at + 1);
    if (end === undefined) return;
    // A tag in which another one begins is broken off and doesn't count.
    if (xml[end] === '>') yield xml.slice(at + 1, end);
    at = end;
  }
}

const NAME = /^[^\s/]*/;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `value` with its references to characters resolved, once. References to entities that a document type declares stay. */
const resolved = (value: string) =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? 'x', 16);
    if (name) return NAMED[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The attributes of a start tag, read from index `start`, after its name. */
function attributesIn(tag: string, start: number): Map<string, string> {
  const attributes = new Map<string, string>();
  if (!tag.includes('=')) return attributes;
  const next = /\s*([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  next.lastIndex = start;
  for (let found = next.exec(tag); found; found = next.exec(tag)) {
    const [, name = '', double, single] = found;
    if (!attributes.has(name)) attributes.set(name, resolved(double ?? single ?? ''));
  }
  return attributes;
}

/** The namespace prefix that an attribute declares; '' for the default namespace, undefined if it declares none. */
function declaredBy(attribute: string): string | undefined {
  if (attribute === 'xmlns') return '';
  return attribute.startsWith('xmlns:') ? attribute.slice('xmlns:'.length) : undefined;
}

const split = (name: string) => {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
};

/**
 * The elements of an XML text in their order, with namespaces resolved by "Namespaces in XML 1.0" (https://www.w3.org/TR/xml-names/).
 * The text is only scanned: nothing in it is shown, loaded or run. Text that isn't well-formed gives some elements or none.
 * @param known namespaces of prefixes that need no declaration, by prefix
 */
export function* elementsIn(
  xml: string,
  known: Readonly<Record<string, string>> = {},
): Generator<XmlElement> {
  /** The namespaces declared for each prefix by the open elements, the innermost last. */
  const scopes = new Map(Object.entries(known).map(([prefix, namespace]) => [prefix, [namespace]]));
  /** The prefixes that each open element declares. */
  const open: string[][] = [];
  const close = () => {
    for (const prefix of open.pop() ?? []) scopes.get(prefix)?.pop();
  };
  for (const tag of tagsIn(xml)) {
    if (tag.startsWith('/')) {
      close();
      continue;
    }
    const [written = ''] = NAME.exec(tag) ?? [];
    const attributes = attributesIn(tag, written.length);
    const declared: string[] = [];
    for (const [attribute, value] of attributes) {
      const prefix = declaredBy(attribute);
      if (prefix === undefined) continue;
      const scope = scopes.get(prefix) ?? [];
      scope.push(value);
      scopes.set(prefix, scope);
      declared.push(prefix);
    }
    const [prefix = '', name = ''] = split(written);
    open.push(declared);
    yield { namespace: scopes.get(prefix)?.at(-1) ?? '', name, attributes };
    if (tag.endsWith('/')) close();
  }
}
