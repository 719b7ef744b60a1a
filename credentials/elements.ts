/** An element of an XML text as namespaces name it: prefixes are only how they are written. */
export interface XmlElement {
  /** '' for none. */
  namespace: string;
  name: string;
  /** By their names as they are written: without a prefix they belong to no namespace. Of two of one name the first. */
  attributes: ReadonlyMap<string, string>;
}

/** What is no element, with how it ends. What does not end goes to the end of the text. */
const OTHERS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where the document type that begins at `start` ends; its declarations may stand in brackets, and are passed over. */
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

/** Where the tag ends whose name begins at `start`, or another begins in it; not by a mark between quotation marks. Undefined where it has no end. */
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

/** The tags of `xml`, each as what is between its marks. Each character is looked at a few times at most, whatever the text is. */
function* tagsIn(xml: string): Generator<string> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const mark = xml[at + 1];
    const other = (mark === '!' || mark === '?') && OTHERS.find(([begin]) => xml.startsWith(begin, at));
    if (other) {
      const end = xml.indexOf(other[1], at + other[0].length);
      at = end < 0 ? xml.length : end + other[1].length;
    } else if (mark === '!') at = endOfDoctype(xml, at);
    else {
      const end = endOfTag(xml, at + 1);
      if (end === undefined) return;
      // One that another begins in is broken off, and is none.
      if (xml[end] === '>') yield xml.slice(at + 1, end);
      at = end;
    }
  }
}

const NAME = /^[^\s/]*/;

/** The attributes of a start tag, from the first character after its name: as they are written, since no entity is resolved. */
function attributesIn(tag: string, start: number): Map<string, string> {
  const attributes = new Map<string, string>();
  if (!tag.includes('=')) return attributes;
  const next = /\s*([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  next.lastIndex = start;
  for (let found = next.exec(tag); found; found = next.exec(tag)) {
    const [, name = '', double, single] = found;
    if (!attributes.has(name)) attributes.set(name, double ?? single ?? '');
  }
  return attributes;
}

/** The prefix that an attribute declares; '' for the default namespace, undefined where it declares none. */
function declaredBy(attribute: string): string | undefined {
  if (attribute === 'xmlns') return '';
  return attribute.startsWith('xmlns:') ? attribute.slice('xmlns:'.length) : undefined;
}

const split = (name: string) => {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
};

/**
 * The elements of an XML text in their order, named by "Namespaces in XML 1.0" (https://www.w3.org/TR/xml-names/): a declaration
 * counts in its element and what is in that, an inner one before an outer one. The text is only scanned: nothing of it is shown,
 * loaded or run, no entity is resolved, and where it is no good XML it comes to some elements or none.
 * @param known namespaces of prefixes that need no declaration
 */
export function* elementsIn(
  xml: string,
  known: Readonly<Record<string, string>> = {},
): Generator<XmlElement> {
  /** The declarations of each prefix that are open, the innermost last. */
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
