import { parseSync } from 'vite';

/** Stands in a literal's text for what is put in there: `${…}` of a template, `.+` of a regular expression. */
export const HOLE = '\ufffc';

export interface Literal {
  text: string;
  line: number;
}

type Node = { type: string; start: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The name that a call begins with: `test` of `test(…)`, `test.each(…)(…)` and `test.skipIf(…)(…)`. */
function calledName(callee: unknown): unknown {
  if (!isNode(callee)) return undefined;
  if (callee.type === 'Identifier') return callee.name;
  return calledName(callee.type === 'MemberExpression' ? callee.object : callee.callee);
}

/** The first cells of `test.each([…])`, where the test leaves them to its title: its function calls them `_`. */
function titlesIn(rows: unknown, run: unknown): unknown[] {
  const [param] = isNode(run) && Array.isArray(run.params) ? (run.params as Node[]) : [];
  if (param?.name !== '_' || !isNode(rows) || rows.type !== 'ArrayExpression') return [];
  return (rows.elements as Node[]).map((row) => (row.elements as unknown[] | undefined)?.[0]);
}

/** What in `node` is no text of the test's own: its title, and the file of an import. */
function exemptIn(node: Node): unknown[] {
  if (/^(Import|Export)\w*(Declaration|Expression)$/.test(node.type)) return [node.source];
  if (node.type !== 'CallExpression' || !/^(test|it|describe)$/.test(String(calledName(node.callee))))
    return [];
  const [title, ...rest] = node.arguments as Node[];
  if (title?.type !== 'Literal' && title?.type !== 'TemplateLiteral') return [];
  const rows = (node.callee as Node).arguments as unknown[] | undefined;
  return [title, ...titlesIn(rows?.[0], rest.at(-1))];
}

/** The texts that a regular expression looks for: one for each alternative and group, with holes for what varies. */
export function textsOfPattern(pattern: string): string[] {
  return pattern
    .replace(/\\s[+*]?/g, ' ')
    .replace(/\\[dwSDW][+*]?|\\[bB]|\[(?:\\.|[^\]\\])+\][+*?]?|(?<!\\)\.[+*]\??/g, (part) =>
      /^\\[bB]/.test(part) ? '' : HOLE,
    )
    .replace(/\((?:\?(?:<\w+>|[:=!]|<[=!]))?\ufffc\)/g, HOLE)
    .replace(/^\^|\$$/g, '')
    .split(/(?<!\\)\((?:\?(?:<\w+>|[:=!]|<[=!]))?|(?<!\\)[)|]\??/)
    .map((part) => part.replace(/\\(.)/g, '$1'));
}

function textsOf(node: Node): string[] {
  if (node.type === 'TemplateLiteral') {
    const parts = node.quasis as { value: { cooked: string | null; raw: string } }[];
    return [parts.map(({ value }) => value.cooked ?? value.raw).join(HOLE)];
  }
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node.value === 'string'))
    return [String(node.value)];
  const regex = node.type === 'Literal' && (node.regex as { pattern: string } | undefined);
  return regex ? textsOfPattern(regex.pattern) : [];
}

/** What a selector, a piece of HTML or of script quotes. */
const quotedIn = (text: string) =>
  [...text.matchAll(/"([^"]+)"|'([^']+)'|>([^<>]+)</g)].flatMap(([, ...parts]) => parts.filter(Boolean));

/**
 * The string and template literals and regular expressions of a TypeScript file, less the titles of tests and the files of imports.
 * What a literal quotes is a literal, too: of `section[aria-label="You are here"]` that is `You are here`.
 */
export function literalsIn(file: string, source: string): Literal[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Literal[] = [];
  const exempt = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value) || exempt.has(value)) return;
    const line = () => source.slice(0, value.start).split('\n').length;
    for (const text of textsOf(value).flatMap((each) => [each, ...quotedIn(each)]))
      found.push({ text: text ?? '', line: line() });
    for (const each of exemptIn(value)) exempt.add(each);
    for (const part of Object.values(value)) visit(part);
  };
  visit(program);
  return found;
}
