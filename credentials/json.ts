import { parseJson } from '../text/read-file.ts';

/** A string, or one of JSON's punctuation marks. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** Whether an object in the JSON `text` has a name twice. Parsers differ in which of them counts. */
function hasDuplicateNames(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
    last = token;
  }
  return false;
}

/** Parses JSON in which no object has a name twice. Never throws. */
export function parseStrictJson(text: string): { value: unknown } | { wrong: 'noJson' | 'duplicateNames' } {
  const read = parseJson(text);
  if (!read) return { wrong: 'noJson' };
  return hasDuplicateNames(text) ? { wrong: 'duplicateNames' } : read;
}

/**
 * `value` as canonical JSON (RFC 8785): sorted names, no spaces, without undefined members. The same data always gives the same
 * text.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    // RFC 8785 sorts by UTF-16 code units, as `<` does.
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
