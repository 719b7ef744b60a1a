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
export function readJson(text: string): { value: unknown } | { wrong: 'noJson' | 'duplicateNames' } {
  const read = parseJson(text);
  if (!read) return { wrong: 'noJson' };
  return hasDuplicateNames(text) ? { wrong: 'duplicateNames' } : read;
}
