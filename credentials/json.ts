import { parseJson } from '../text/read-file.ts';

/** A text between quotation marks, or one of JSON's marks. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** Whether an object in `text`, which is JSON, has a name twice: readers would differ in what it says. */
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

/** What JSON says; `undefined` where it is none, or none that says one thing to everyone. */
export function parseStrictJson(text: string): { value: unknown } | { wrong: 'noJson' | 'duplicateNames' } {
  const read = parseJson(text);
  if (!read) return { wrong: 'noJson' };
  return hasDuplicateNames(text) ? { wrong: 'duplicateNames' } : read;
}

/**
 * `value` as canonical JSON (RFC 8785): the names of every object in order, no spaces, what is undefined left out. So the same data are the same
 * text, whoever wrote them.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    // In the order of UTF-16 code units, as the standard wants it.
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
