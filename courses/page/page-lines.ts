import type { Address } from '../../sites/address.ts';
import type { PageTree } from '../../sites/page-tree.ts';
import { INLINE, isEnd, isOfPage } from './blocks.ts';
import { hashOf } from './ids.ts';
import type { Target } from './links.ts';
import { keyOf } from './words.ts';

/**
 * The version of the reading of pages (everything in this folder). Increase it by one with each change after which any page may be read
 * differently. A followed course stores it, so that what is only read better isn't announced as a change of the page.
 * Up to 0.3.0, which stored no version, it was 1.
 */
export const READING = 5;

/** What a page says between two breaks, read without any idea of courses: the text of a paragraph, heading, item or cell. */
export interface PageLine {
  /** Its letters and digits. */
  key: string;
  /** Where its links and frames lead. */
  addresses: Address[];
  /** Always `HASH` characters. */
  hash: string;
}

const HASH = 5;
/** As `pageTree` in `sites/page-tree.ts` bounds a page. */
const MOST = { lines: 30_000, depth: 512 };

type TargetOf = (href: string) => Pick<Target, 'address'> | undefined;

class LineReader {
  readonly lines: PageLine[] = [];
  private text = '';
  private hrefs: string[] = [];
  private ended = false;
  private readonly targetOf: TargetOf;

  constructor(targetOf: TargetOf) {
    this.targetOf = targetOf;
  }

  read(part: PageTree, depth = 0): void {
    if (typeof part === 'string') this.text += part;
    else if (depth <= MOST.depth && isOfPage(part)) this.element(part, depth);
  }

  private element(element: Exclude<PageTree, string>, depth: number): void {
    const [name, { href, src }, ...parts] = element;
    this.ended ||= isEnd(element);
    const breaks = !INLINE.test(name);
    if (breaks) this.end();
    for (const each of parts) {
      if (this.ended) return;
      this.read(each, depth + 1);
    }
    this.hrefs.push(...[href, src].filter((link) => link !== undefined));
    if (breaks) this.end();
  }

  private end(): void {
    const { text, hrefs, lines } = this;
    const key = keyOf(text);
    if ((key || hrefs.length > 0) && lines.length < MOST.lines) {
      const hash = hashOf([key, ...hrefs].join(' '))
        .padStart(HASH, '0')
        .slice(-HASH);
      lines.push({ key, hash, addresses: hrefs.flatMap((each) => this.targetOf(each)?.address ?? []) });
    }
    [this.text, this.hrefs] = ['', []];
  }
}

/**
 * The lines of a page, in its order.
 * @param targetOf where a link leads; undefined for a link that isn't followed
 */
export function linesOf(content: PageTree, targetOf: TargetOf): PageLine[] {
  const reader = new LineReader(targetOf);
  reader.read(content);
  return reader.lines;
}

/** The hashes of lines as one text, to store it with a course that was read from them. */
export const fingerprintOf = (lines: readonly PageLine[]): string => lines.map(({ hash }) => hash).join('');

/** The hashes in a fingerprint. */
export function hashesIn(fingerprint: string): Set<string> {
  const hashes = new Set<string>();
  for (let at = 0; at < fingerprint.length; at += HASH) hashes.add(fingerprint.slice(at, at + HASH));
  return hashes;
}
